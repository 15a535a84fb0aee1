#include "actionbutton.h"

#include <QAction>

using namespace Qt::Literals;

namespace {

QString tipOf(const QAction &action)
{
    const QString keys = action.shortcut().toString(QKeySequence::NativeText);
    return keys.isEmpty() ? action.toolTip() : action.toolTip() + u" ("_s + keys + u')';
}

}

ActionButton::ActionButton(QAction *action, QWidget *parent)
    : QPushButton(parent)
{
    setObjectName(action->objectName() + u"Button"_s);
    connect(action, &QAction::changed, this, [this, action] { follow(*action); });
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    follow(*action);
}

void ActionButton::follow(const QAction &action)
{
    setText(action.text());
    setIcon(action.icon());
    setEnabled(action.isEnabled());
    setToolTip(tipOf(action));
}
