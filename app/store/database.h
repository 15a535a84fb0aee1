#pragma once

#include "data/result.h"
#include "store/connection.h"

#include <QCoroFuture>
#include <QCoroTask>
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

    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> run(Work work)
    {
        co_return co_await QtConcurrent::run(&m_thread, [this, work = std::move(work)]() mutable {
            auto connection = open();
            if (!connection)
                return std::invoke_result_t<Work, Connection &>(std::unexpected(connection.error()));
            return work(**connection);
        });
    }

private:
    Result<Connection *> open(); // on m_thread

    QThreadPool m_thread; // exactly one thread, so exactly one connection
    QString m_address;
    QString m_name; // of the connection, as Qt keeps it
    std::unique_ptr<Connection> m_connection; // made and ended on m_thread
};
