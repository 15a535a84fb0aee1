#pragma once

#include <QProxyStyle>

/// The desktop's style, but for three things: the sign that clears a field has the colour of its text, what can be
/// ticked has an outline in the dark, and a text of the data is read in its own direction, whichever way the window
/// runs ("3 Idiots", not "Idiots 3").
class OwnStyle : public QProxyStyle
{
    Q_OBJECT

public:
    using QProxyStyle::QProxyStyle;

    /// A text that keeps its order where all else runs the other way: Unicode's embedding (UAX #9), which fonts know.
    static QString directed(const QString &text);

    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
};
