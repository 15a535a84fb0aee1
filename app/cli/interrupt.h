#pragma once

#include <QObject>

/// Ctrl-C: the first asks the work to pause, the second ends the program at once.
class Interrupt : public QObject
{
    Q_OBJECT

public:
    explicit Interrupt(QObject *parent = nullptr);

signals:
    void asked();

private:
    void read();
};
