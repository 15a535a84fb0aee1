#include "jobs/exporting.h"

#include "export/exports.h"
#include "jobs/watching.h"
#include "store/database.h"

using namespace Qt::Literals;
using exports::Report;

QCoro::Task<Result<Report>> Exporter::write(const std::shared_ptr<Job> &job, exports::Order order)
{
    auto work = [order = std::move(order), watch = watching::watch(job),
                 done = std::optional<Report>()](Connection &connection) mutable -> Result<Report> {
        if (done) // its transaction only read: a server that was lost at the end of it changes nothing
            return *done;
        return exports::write(connection, order, watch).transform([&](const Report &report) {
            return *(done = report);
        });
    };
    return m_lane.read(std::move(work));
}

QCoro::Task<Result<Report>> importing::read(const std::shared_ptr<Job> &job, Database &database, imports::Order order)
{
    return database.run([order = std::move(order), watch = watching::watch(job)](Connection &connection) {
        return imports::read(connection, order, watch);
    });
}
