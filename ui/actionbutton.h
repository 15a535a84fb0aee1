#pragma once

#include <QPushButton>

class QAction;

/// A wide button that stands for an action, and changes with it.
class ActionButton : public QPushButton
{
    Q_OBJECT

public:
    /// Called like the action with "Button" behind.
    explicit ActionButton(QAction *action, QWidget *parent = nullptr);

private:
    void follow(const QAction &action);
};
