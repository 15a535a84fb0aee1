#include "jobs/run.h"

#include "net/httpclient.h"
#include "store/database.h"

#include <QCoroSignal>

using namespace std::chrono_literals;

namespace {

constexpr int TooManyFailures = 5;
constexpr qsizetype FarAhead = 700; ///< titles
constexpr auto LookAgain = 1s; ///< for what others have done meanwhile

workers::Task taskOf(const Crawl &crawl)
{
    return crawl.id ? workers::Task::Crawl : workers::Task::Record;
}

}

Run::Run(std::shared_ptr<Job> theJob, const Services &theServices, Crawl theCrawl)
    : job(std::move(theJob))
    , worker(theServices.database, taskOf(theCrawl), theCrawl.id)
    , services(servicesFor(theCrawl.gallery, theServices))
    , crawl(std::move(theCrawl))
    , m_follow(job->stopToken(), [this] {
        m_stop.request_stop();
        tell();
    })
{
    m_others.setInterval(LookAgain);
    connect(&m_others, &QTimer::timeout, this, &Run::tell);
    connect(&worker, &Worker::beat, this, [this] {
        worker.present() > 1 ? m_others.start() : m_others.stop();
        tell();
    });
}

void Run::end(Stage stage)
{
    m_ended.insert(stage);
    tell();
}

void Run::tell()
{
    ++m_news;
    emit told();
}

QCoro::Task<> Run::newsAfter(int known)
{
    while (m_news == known && !m_stop.stop_requested())
        co_await qCoro(this, &Run::told);
}

void Run::countDecided(const QList<library::Weighed> &weighed)
{
    m_ahead += std::ranges::count(weighed, Verdict::AcceptedByMachine,
                                  [](const library::Weighed &one) { return one.decision.verdict; });
}

void Run::beginRecording(qsizetype movies)
{
    ++m_recorders;
    m_ahead = std::max<qsizetype>(0, m_ahead - movies);
}

QCoro::Task<> Run::recordersCaughtUp()
{
    while (m_recorders > 0 && m_ahead > FarAhead && !m_stop.stop_requested())
        co_await newsAfter(m_news);
}

QCoro::Task<> Run::note(QString subject, Error error)
{
    const Note note{.subject = std::move(subject), .error = std::move(error), .at = QDateTime::currentDateTimeUtc()};
    job->note(note);
    if (!crawl.id)
        co_return; // movies are recorded outside any crawl
    const auto kept = co_await database().run(
        [id = crawl.id, note](Connection &connection) { return library::keepNotes(connection, id, {note}); });
    if (!kept)
        fail(kept.error());
}

void Run::fail(const Error &error)
{
    if (!m_failure && error.kind != Error::Kind::Cancelled)
        m_failure = error;
    m_stop.request_stop();
    tell();
}

void Run::countFailure(const Error &error)
{
    if (++m_failuresInARow >= TooManyFailures || error.kind == Error::Kind::Storage)
        fail(error);
}
