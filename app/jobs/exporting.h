#pragma once

#include "export/imports.h"
#include "export/order.h"
#include "jobs/job.h"
#include "store/lane.h"

class Database;

/// Exports beside everything else, on a thread and a connection of their own: nobody waits for them.
class Exporter
{
public:
    explicit Exporter(Database &database);
    ~Exporter() { close(); }
    Q_DISABLE_COPY_MOVE(Exporter)

    /// Takes no more work, and comes back by the event loop when all that it had has come back.
    void close() { m_road->lane.close(); }

    /// The job tells how far it is, and stops it: what was there before is then as it was.
    QCoro::Task<Result<exports::Report>> write(std::shared_ptr<Job> job, exports::Order order);

private:
    using Work = std::function<Result<exports::Report>(Connection &)>;

    /// What stays until all that was asked for has come back.
    struct Road
    {
        Database &database;
        bool isInMemory; ///< then a second connection would be a second database
        Lane lane;
    };
    static QCoro::Task<Result<exports::Report>> run(std::shared_ptr<Road> road, Work work);

    std::shared_ptr<Road> m_road;
};

namespace importing {

/// All of it or nothing.
QCoro::Task<Result<exports::Report>> read(std::shared_ptr<Job> job, Database &database, imports::Order order);

}
