#pragma once

#include <QIconEngine>

/// An SVG in Breeze's form, whose classes ColorScheme-Text and its like take the palette's colours when drawn.
class PaletteIcon : public QIconEngine
{
public:
    explicit PaletteIcon(QByteArray svg);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QIconEngine *clone() const override;
    QString key() const override;
    bool isNull() override { return m_svg.isEmpty(); }

private:
    QByteArray m_svg;
};
