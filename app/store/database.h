#pragma once

#include "data/result.h"
#include "store/connection.h"

#include <QCoroSignal>
#include <QCoroTask>
#include <QFutureWatcher>
#include <QThreadPool>
#include <QtConcurrentRun>

#include <memory>

/// One thread, one connection. Work is plain code over a Connection; run() is the only way in.
/// Opening checks what the file is, migrates it, and happens before the first work.
class Database
{
public:
    /// `address` is "sqlite:///home/a/movies.sqlite" (with "?mode=ro" only to be read), ":memory:", a file name, or
    /// "postgresql://user@host/movie_db".
    explicit Database(QString address);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    const QString &address() const { return m_address; }

    /// Comes back by the event loop, though the work be done at once: never before the caller has gone on.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> run(Work work)
    {
        using Outcome = std::invoke_result_t<Work, Connection &>;
        QFutureWatcher<Outcome> watcher;
        watcher.setFuture(QtConcurrent::run(&m_thread, [this, work = std::move(work)]() mutable {
            auto connection = open();
            if (!connection)
                return Outcome(std::unexpected(connection.error()));
            return work(**connection);
        }));
        co_await qCoro(&watcher, &QFutureWatcherBase::finished);
        co_return watcher.future().takeResult();
    }

private:
    Result<Connection *> open(); // on m_thread

    QThreadPool m_thread; // exactly one thread, so exactly one connection
    QString m_address;
    QString m_name; // of the connection, as Qt keeps it
    std::unique_ptr<Connection> m_connection; // made and ended on m_thread
};
