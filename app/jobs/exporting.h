#pragma once

#include "export/imports.h"
#include "export/order.h"
#include "jobs/job.h"
#include "store/sidelane.h"

/// Exports beside everything else, on a thread and a connection of their own: nobody waits for them.
class Exporter
{
public:
    explicit Exporter(Database &database)
        : m_lane(database)
    {
    }

    /// Takes no more work, and comes back by the event loop when all that it had has come back.
    void close() { m_lane.close(); }

    /// The job tells how far it is, and stops it: what was there before is then as it was.
    QCoro::Task<Result<exports::Report>> write(const std::shared_ptr<Job> &job, exports::Order order);

private:
    SideLane m_lane;
};

namespace importing {

/// All of it or nothing.
QCoro::Task<Result<exports::Report>> read(const std::shared_ptr<Job> &job, Database &database, imports::Order order);

}
