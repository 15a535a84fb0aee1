#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

class Console;
class QAction;
class QLabel;

/// While a statement runs: for how long, how many rows so far, and a way to end it.
class ConsoleProgress : public QWidget
{
    Q_OBJECT

public:
    explicit ConsoleProgress(Console &console, QWidget *parent = nullptr);

    void begin();
    void end();

private:
    void tell();

    Console &m_console;
    QAction *m_stop;
    QLabel *m_text;
    QElapsedTimer m_since;
    QTimer m_often;
    QTimer m_soon; // what is done at once needs no progress
};
