#pragma once

#include <QSqlDatabase>

#include <atomic>
#include <memory>
#include <mutex>

/// Ends what a connection is at, from any thread.
class ConsoleStop
{
public:
    enum class Why { None, Person, Time };

    /// On the connection's thread, once it is open.
    void watch(const QSqlDatabase &database);
    void begin() { m_why = Why::None; } ///< what was stopped before is over
    void stop(Why why);
    /// Asks a server to end it. May take as long as a connection to it: not for the main thread. Where the statement
    /// had not begun the server does nothing, so it is to be asked again until it is over.
    void askServer();

    Why why() const { return m_why; }
    explicit operator bool() const { return m_why != Why::None; }

private:
    std::atomic<Why> m_why = Why::None; // SQLite looks at it all the time
    std::mutex m_mutex;
    std::shared_ptr<void> m_server; // libpq's means to cancel
};
