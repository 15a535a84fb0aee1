#include "action.h"

#include "icons.h"

#include <QToolButton>

using namespace Qt::Literals;

QAction *makeAction(QObject *parent, const QString &name, const QString &text, const QString &icon,
                    const QKeySequence &shortcut)
{
    auto *action = new QAction(text, parent);
    action->setObjectName(name);
    action->setShortcut(shortcut);
    if (!icon.isEmpty())
        action->setIcon(icons::named(icon));
    return action;
}

QToolButton *makeButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(action->objectName() + u"Button"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setDefaultAction(action);
    return button;
}
