#pragma once

#include "store/database.h"
#include "store/limits.h"

/// A lane of one's own to read a database by: who looks for long, or wants to stop, holds up nobody else.
class SideLane
{
public:
    explicit SideLane(Database &database);
    ~SideLane();
    Q_DISABLE_COPY_MOVE(SideLane)

    /// Takes no more work, and comes back by the event loop when all that it had has come back. Its owner calls this
    /// while everything that the loop may still touch is there.
    void close();

    /// Work over a Connection, as Database::read() takes it.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> read(Work work)
    {
        return readBy(m_road, std::move(work));
    }

    /// The same, held to limits.
    template<typename Work>
    QCoro::Task<std::invoke_result_t<Work, Connection &>> read(Limits limits, Work work)
    {
        return readBy(m_road, [limits = std::move(limits), work = std::move(work)](Connection &connection) {
            return limits::within(connection, limits, [&] { return work(connection); });
        });
    }

private:
    struct Road
    {
        Database &database;
        Lane lane;
    };

    template<typename Work>
    static QCoro::Task<std::invoke_result_t<Work, Connection &>> readBy(std::shared_ptr<Road> road, Work work)
    {
        if (road->database.isInMemory())
            co_return co_await road->database.read(std::move(work));
        if (!road->database.isOpen()) { // and looked at, and brought up to date
            if (const auto opened = co_await road->database.open(); !opened)
                co_return std::invoke_result_t<Work, Connection &>(std::unexpected(opened.error()));
        }
        co_return co_await road->lane.run(std::move(work));
    }

    std::shared_ptr<Road> m_road;
};
