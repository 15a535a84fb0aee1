#include "findfield.h"

#include <QKeyEvent>

bool FindField::event(QEvent *event)
{
    if (event->type() != QEvent::ShortcutOverride)
        return QLineEdit::event(event);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isThePages = key->keyCombination() == QKeyCombination(Qt::CTRL, Qt::Key_E);
    return !isThePages && QLineEdit::event(event);
}
