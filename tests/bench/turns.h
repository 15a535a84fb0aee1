#pragma once

#include <QApplication>
#include <QElapsedTimer>

#include <functional>

/// The application, with a clock at its event loop: how long the main thread is busy between two looks for events.
class Turns : public QApplication
{
public:
    Turns(int &argc, char **argv);

    void begin();
    void end();

    qsizetype count() const { return m_turns.size(); }
    double percentile(int percent) const; ///< of the turns, in ms
    double busiest() const { return m_busiest; } ///< the most that one turn had of a processor, in ms
    QString longest() const; ///< what the longest turn did

    /// Calls `done` once the window was painted for the first time.
    static void whenPainted(QWidget &window, const std::function<void()> &done);

    bool notify(QObject *receiver, QEvent *event) override;

private:
    /// What happened without a look for events in between; times in ms.
    struct Turn
    {
        double wall = 0;
        double cpu = 0;
        double slowest = 0; ///< of its events
        QString what;
    };
    void wake();
    void sleep();
    void endTurn();

    bool m_isOn = false;
    bool m_isAwake = false;
    int m_depth = 0;
    QElapsedTimer m_wall; // since it woke
    double m_cpu = 0; // when it woke
    Turn m_turn;
    Turn m_longest;
    double m_busiest = 0;
    QList<double> m_turns;
};
