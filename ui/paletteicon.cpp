#include "paletteicon.h"

#include <QGuiApplication>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>

using namespace Qt::Literals;

namespace {

QColor textOf(QIcon::Mode mode)
{
    const QPalette palette = QGuiApplication::palette();
    switch (mode) {
    case QIcon::Disabled:
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    case QIcon::Selected:
        return palette.color(QPalette::HighlightedText);
    case QIcon::Normal:
    case QIcon::Active:
        break;
    }
    return palette.color(QPalette::WindowText);
}

QByteArray coloured(QByteArray svg, const QColor &text)
{
    // Breeze writes its plain text colour in this one form; currentColor then refers to it.
    return svg.replace("#232629", text.name().toLatin1());
}

}

PaletteIcon::PaletteIcon(QByteArray svg)
    : m_svg(std::move(svg))
{
}

void PaletteIcon::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    QSvgRenderer renderer(coloured(m_svg, textOf(mode)));
    if (mode == QIcon::Disabled)
        painter->setOpacity(painter->opacity() * 0.6);
    renderer.render(painter, rect);
}

QPixmap PaletteIcon::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    const QString cached = u"cineteca-%1-%2-%3-%4x%5"_s.arg(qHash(m_svg))
                               .arg(int(mode))
                               .arg(textOf(mode).rgba())
                               .arg(size.width())
                               .arg(size.height());
    QPixmap pixmap;
    if (QPixmapCache::find(cached, &pixmap))
        return pixmap;

    pixmap = QPixmap(size);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    paint(&painter, QRect({}, size), mode, state);
    painter.end();
    QPixmapCache::insert(cached, pixmap);
    return pixmap;
}

QIconEngine *PaletteIcon::clone() const
{
    return new PaletteIcon(*this);
}

QString PaletteIcon::key() const
{
    return u"PaletteIcon"_s;
}
