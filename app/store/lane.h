#pragma once

#include "data/result.h"
#include "store/connection.h"

#include <QCoroSignal>
#include <QCoroTask>
#include <QFutureWatcher>
#include <QScopeGuard>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <atomic>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <stop_token>

/// A thread with a connection of its own, which its first work opens. Work runs in the order in which it came.
class Lane
{
public:
    using Opener = std::function<Result<std::unique_ptr<Connection>>(const QString &name)>;
    /// Told on the lane's thread: why it waits for its server, and nothing when it goes on.
    using Watcher = std::function<void(const std::optional<Error> &)>;

    /// Asked on the lane's thread: whether a server that is away when the lane opens may be waited for. The first that
    /// opens does not, since its address may be wrong.
    using Trust = std::function<bool()>;

    Lane(Opener opener, Watcher watcher, Trust trust = [] { return false; });
    ~Lane();
    Q_DISABLE_COPY_MOVE(Lane)

    /// Comes back by the event loop, though the work be done at once: never before the caller has gone on. An error
    /// without any work once the lane is closed.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> run(Work work)
    {
        using Outcome = std::invoke_result_t<Work, Connection &>;
        if (m_closing.stop_requested())
            co_return Outcome(std::unexpected(closed()));
        ++m_inside;
        const auto out = qScopeGuard([this] { --m_inside; });
        QFutureWatcher<Outcome> watcher;
        watcher.setFuture(QtConcurrent::run(&m_thread, [this, work = std::move(work)]() mutable {
            auto connection = open();
            if (!connection)
                return Outcome(std::unexpected(connection.error()));
            auto outcome = (*connection)->wholly([&] { return work(**connection); });
            goOn();
            return outcome;
        }));
        co_await qCoro(&watcher, &QFutureWatcherBase::finished);
        co_return watcher.future().takeResult();
    }

    /// Takes no more work, and comes back when all that it had is done and has come back to who asked for it.
    void close();

    /// Called by another thread: opens the connection if need be, after the work that came before.
    Result<> waitUntilOpen();
    /// On any thread.
    bool isOpen() const { return m_isOpen; }

private:
    Result<Connection *> open(); // on m_thread
    bool waitForServer(const Error &why);
    void goOn();
    static Error closed();

    QThreadPool m_thread; // exactly one thread, so exactly one connection
    Opener m_opener;
    Watcher m_watcher;
    Trust m_trust;
    QString m_name; // of the connection, as Qt keeps it
    std::unique_ptr<Connection> m_connection; // made and ended on m_thread
    std::atomic_bool m_isOpen = false;
    bool m_isWaiting = false; // for the server; on m_thread
    std::mutex m_mutex;
    std::condition_variable_any m_rest;
    std::stop_source m_closing;
    int m_inside = 0; // how many have not come back
};
