#pragma once

#include <QAction>
#include <QKeySequence>

class QToolButton;

/// An action with all that each one has: a name for tests, a text, an icon of Breeze and a shortcut.
QAction *makeAction(QObject *parent, const QString &name, const QString &text, const QString &icon = {},
                    const QKeySequence &shortcut = {});

/// The action as a button with its text, called like it with "Button" behind.
QToolButton *makeButton(QAction *action, QWidget *parent);
