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
    ~Exporter();
    Q_DISABLE_COPY_MOVE(Exporter)

    /// The job tells how far it is, and stops it: what was there before is then as it was.
    QCoro::Task<Result<exports::Report>> write(std::shared_ptr<Job> job, exports::Order order);

private:
    using Work = std::function<Result<exports::Report>(Connection &)>;
    QCoro::Task<Result<exports::Report>> run(Work work);

    Database &m_database;
    bool m_isInMemory; // then a second connection would be a second database
    Lane m_lane;
};

namespace importing {

/// All of it or nothing.
QCoro::Task<Result<exports::Report>> read(std::shared_ptr<Job> job, Database &database, imports::Order order);

}
