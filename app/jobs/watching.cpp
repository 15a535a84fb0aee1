#include "jobs/watching.h"

#include "jobs/job.h"

#include <QElapsedTimer>

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

}

Watch watching::watch(const std::shared_ptr<Job> &job)
{
    const auto reporter = std::make_shared<Reporter>(job);
    return {.stop = job->stopToken(), .advance = [reporter](const Step &step) { reporter->tell(step); }};
}
