#pragma once

#include "store/consoleanswer.h"
#include "store/consolestop.h"

#include <QFuture>
#include <QObject>
#include <QThreadPool>
#include <QTimer>

class ConsoleSession;
class Database;

/// Runs what a person types, on a thread and connections of its own, so that neither a crawl nor the tables wait for
/// it.
class Console : public QObject
{
    Q_OBJECT

public:
    using Told = Result<console::Answer>;

    explicit Console(Database &database, QObject *parent = nullptr);
    ~Console() override; ///< ends what runs

    Connection::Engine engine() const { return m_engine; }

    /// One at a time. What is refused or fails is in the answer; an error only where there is no connection.
    QFuture<Told> ask(const console::Question &question);
    bool isRunning() const { return m_running.isRunning(); }
    /// Ends it from outside, wherever it is.
    void stop() { stop(ConsoleStop::Why::Person); }
    qint64 rowsRead() const { return m_rows; } ///< so far

private:
    struct Turn;

    void stop(ConsoleStop::Why why);
    void insist();
    std::shared_ptr<Turn> takeTurn(const console::Question &question);
    Told answer(const console::Question &question, Turn *turn); // on m_thread

    Database &m_database;
    Connection::Engine m_engine;
    std::shared_ptr<ConsoleStop> m_stop;
    std::atomic<qint64> m_rows = 0;
    std::unique_ptr<ConsoleSession> m_reader; // these two are used on m_thread
    std::unique_ptr<ConsoleSession> m_writer;
    QThreadPool m_thread; // exactly one thread
    QFuture<Told> m_running;
    QTimer m_limit;
    QTimer m_again; // until the server has ended it
};
