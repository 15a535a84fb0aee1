#include "editmark.h"

#include <QColor>
#include <QWidget>

namespace {

/// A quarter of the colour over the palette's ground.
QColor mixed(const QColor &ground, const QColor &colour)
{
    const auto part = [](int below, int above) { return (below * 3 + above) / 4; };
    return {part(ground.red(), colour.red()), part(ground.green(), colour.green()), part(ground.blue(), colour.blue())};
}

}

QColor editmark::ground(const QPalette &palette, State state)
{
    const QColor base = palette.color(QPalette::Base);
    switch (state) {
    case State::Same:
        return {};
    case State::Changed:
        return mixed(base, QColor(0xf6, 0x9b, 0x00));
    case State::New:
        return mixed(base, QColor(0x27, 0xae, 0x60));
    case State::Removed:
    case State::Bad:
        return mixed(base, QColor(0xda, 0x44, 0x53));
    }
    return {};
}

void editmark::mark(QWidget &editor, State state)
{
    QPalette palette = editor.parentWidget() ? editor.parentWidget()->palette() : QPalette();
    if (const QColor colour = ground(palette, state); colour.isValid())
        palette.setColor(QPalette::Base, colour);
    editor.setPalette(palette);
}
