#include "colorscheme.h"

#include "action.h"
#include "settings.h"

#include <QActionGroup>
#include <QApplication>
#include <QLabel>
#include <QMenu>
#include <QStyleHints>

using namespace Qt::Literals;

namespace {

QPalette lightPalette()
{
    return {QColor(239, 239, 239), QColor(239, 239, 239)};
}

/// The one place with colours of our own.
QPalette darkPalette()
{
    QPalette palette(QColor(49, 54, 59), QColor(42, 46, 50));
    palette.setColor(QPalette::Base, QColor(27, 30, 32));
    palette.setColor(QPalette::AlternateBase, QColor(49, 54, 59));
    palette.setColor(QPalette::ToolTipBase, QColor(49, 54, 59));
    palette.setColor(QPalette::ToolTipText, Qt::white);
    palette.setColor(QPalette::Highlight, QColor(41, 128, 185));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, QColor(90, 178, 240));
    palette.setColor(QPalette::LinkVisited, QColor(178, 140, 217));
    palette.setColor(QPalette::PlaceholderText, QColor(255, 255, 255, 140));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, QColor(255, 255, 255, 110));
    return palette;
}

/// A link takes its colour when its text is set.
void renewLinks()
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *label = qobject_cast<QLabel *>(widget);
        if (!label || !label->text().contains("<a "_L1))
            continue;
        const QString text = label->text();
        label->clear();
        label->setText(text);
    }
}

}

void colorscheme::apply(Qt::ColorScheme scheme)
{
    QStyleHints *hints = QGuiApplication::styleHints();
    hints->setColorScheme(scheme);
    // A desktop without schemes of its own (a bare window manager) does not follow: then the palette is ours.
    const bool follows = scheme == Qt::ColorScheme::Unknown || hints->colorScheme() == scheme;
    const QPalette own = scheme == Qt::ColorScheme::Dark ? darkPalette() : lightPalette();
    QApplication::setPalette(follows ? QPalette() : own);
    renewLinks();
}

QMenu *colorscheme::makeMenu(Settings &settings, QMenu *parent)
{
    auto *menu = new QMenu(QMenu::tr("&Colours"), parent);
    auto *group = new QActionGroup(menu);
    const auto add = [&](const QString &name, const QString &text, Qt::ColorScheme scheme, Qt::Key key) {
        QAction *action = makeAction(menu, name, text, {}, {Qt::CTRL | Qt::ALT | key});
        action->setCheckable(true);
        action->setChecked(settings.colorScheme() == scheme);
        QObject::connect(action, &QAction::triggered, menu, [&settings, scheme] {
            settings.setColorScheme(scheme);
            apply(scheme);
        });
        group->addAction(action);
    };
    add(u"asDesktop"_s, QMenu::tr("As the &desktop"), Qt::ColorScheme::Unknown, Qt::Key_0);
    add(u"light"_s, QMenu::tr("&Light"), Qt::ColorScheme::Light, Qt::Key_1);
    add(u"dark"_s, QMenu::tr("&Dark"), Qt::ColorScheme::Dark, Qt::Key_2);
    menu->addActions(group->actions());
    return menu;
}
