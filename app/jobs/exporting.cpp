#include "jobs/exporting.h"

#include "export/exports.h"
#include "store/database.h"

#include <QElapsedTimer>

using namespace Qt::Literals;
using exports::Report;
using exports::Step;
using exports::Watch;

namespace {

constexpr qint64 BetweenWords = 100; // ms

/// Brings word of rows from the thread that works to the job, not too often.
class Reporter
{
public:
    explicit Reporter(std::shared_ptr<Job> job)
        : m_job(std::move(job))
    {
    }

    void tell(const Step &step)
    {
        const bool isNews = step.table != m_table || !m_since.isValid() || m_since.elapsed() > BetweenWords;
        if (!isNews)
            return;
        m_table = step.table;
        m_since.start();
        m_estimate.observe(int(step.done), Estimate::Clock::now());
        Progress progress{.name = step.table, .done = int(step.done), .perMinute = m_estimate.perMinute()};
        if (step.total) {
            progress.total = int(std::max(*step.total, step.done));
            progress.left = m_estimate.left(*progress.total - progress.done);
        }
        QMetaObject::invokeMethod(
            m_job.get(), [job = m_job, progress] { job->advance(progress); }, Qt::QueuedConnection);
    }

private:
    std::shared_ptr<Job> m_job;
    QString m_table;
    QElapsedTimer m_since;
    Estimate m_estimate;
};

Watch watchOf(const std::shared_ptr<Job> &job)
{
    const auto reporter = std::make_shared<Reporter>(job);
    return {.stop = job->stopToken(), .advance = [reporter](const Step &step) { reporter->tell(step); }};
}

}

QCoro::Task<Result<Report>> Exporter::write(std::shared_ptr<Job> job, exports::Order order)
{
    auto work = [order = std::move(order), watch = watchOf(job),
                 done = std::optional<Report>()](Connection &connection) mutable -> Result<Report> {
        if (done) // its transaction only read: a server that was lost at the end of it changes nothing
            return *done;
        return exports::write(connection, order, watch).transform([&](const Report &report) {
            return *(done = report);
        });
    };
    return m_lane.read(std::move(work));
}

QCoro::Task<Result<Report>> importing::read(std::shared_ptr<Job> job, Database &database, imports::Order order)
{
    return database.run([order = std::move(order), watch = watchOf(job)](Connection &connection) {
        return imports::read(connection, order, watch);
    });
}
