#include "crawlrunner.h"

#include "store/database.h"
#include "store/library.h"

using namespace std::chrono_literals;

namespace {

Result<std::optional<Unfinished>> findUnfinished(Connection &connection)
{
    const auto crawl = library::unfinishedCrawl(connection);
    if (!crawl)
        return std::unexpected(crawl.error());
    const std::optional<Crawl> &open = *crawl;
    if (!open)
        return std::nullopt;
    const auto tally = library::tally(connection, open->gallery.id);
    if (!tally)
        return std::unexpected(tally.error());
    return Unfinished{.crawl = *open, .tally = *tally};
}

}

CrawlRunner::CrawlRunner(Services services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(100ms);
    connect(&m_soon, &QTimer::timeout, this, &CrawlRunner::tell);
}

CrawlRunner::~CrawlRunner()
{
    if (m_job)
        m_job->stop();
}

bool CrawlRunner::isPaused() const
{
    return m_job && m_job->isPaused();
}

void CrawlRunner::start(const Gallery &gallery, const crawling::Options &options)
{
    if (m_job)
        return;
    const auto job = makeJob();
    job->advance({.name = gallery.name});
    QCoro::connect(crawling::prepare(m_services, gallery, options), this, [this, job](const Result<Crawl> &crawl) {
        if (!crawl)
            return finish(std::unexpected(crawl.error()));
        run(job, crawl->id);
    });
}

void CrawlRunner::goOn(CrawlId crawl)
{
    if (!m_job)
        run(makeJob(), crawl);
}

void CrawlRunner::retryFailed(const Crawl &crawl)
{
    const auto forget
        = [gallery = crawl.gallery.id](Connection &connection) { return library::retry(connection, gallery); };
    QCoro::connect(m_services.database.run(forget), this, [this, id = crawl.id](const Result<> &forgotten) {
        if (!forgotten)
            return emit failed(forgotten.error());
        goOn(id);
    });
}

void CrawlRunner::pause()
{
    if (m_job)
        m_job->pause();
}

void CrawlRunner::resume()
{
    if (m_job)
        m_job->resume();
}

void CrawlRunner::stop()
{
    if (m_job)
        m_job->stop();
}

void CrawlRunner::refresh()
{
    using Found = Result<std::optional<Unfinished>>;
    QCoro::connect(m_services.database.read(&findUnfinished), this,
                   [this, generation = ++m_generation](const Found &found) {
                       if (generation != m_generation || m_job)
                           return;
                       if (!found)
                           return emit failed(found.error());
                       m_unfinished = *found;
                       emit unfinishedChanged();
                   });
}

std::shared_ptr<Job> CrawlRunner::makeJob()
{
    m_job = std::make_shared<Job>();
    m_progress = {};
    m_unfinished.reset();
    connect(m_job.get(), &Job::advanced, this, [this](const Progress &progress) {
        m_progress = progress;
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(m_job.get(), &Job::noted, this, &CrawlRunner::noted);
    connect(m_job.get(), &Job::pausedChanged, this, &CrawlRunner::pausedChanged);
    return m_job;
}

void CrawlRunner::run(std::shared_ptr<Job> job, CrawlId crawl)
{
    m_crawl = crawl;
    emit started();
    QCoro::connect(crawling::run(std::move(job), m_services, crawl), this,
                   [this](const Result<Tally> &tally) { finish(tally); });
}

void CrawlRunner::finish(const Result<Tally> &tally)
{
    m_soon.stop();
    m_job.reset();
    m_progress.perMinute = 0;
    m_progress.left.reset();
    m_progress.waiting.clear();
    tell();
    if (!tally && tally.error().kind != Error::Kind::Cancelled)
        emit failed(tally.error());
    emit finished(tally);
    refresh();
}

void CrawlRunner::tell()
{
    emit advanced(m_progress);
}
