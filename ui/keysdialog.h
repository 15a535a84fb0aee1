#pragma once

#include <QDialog>

/// Every action of a window with its keys.
class KeysDialog : public QDialog
{
    Q_OBJECT

public:
    explicit KeysDialog(const QWidget &window, QWidget *parent = nullptr);
};
