#include "jobs/crawling.h"

#include "jobs/listing.h"
#include "jobs/loop.h"
#include "jobs/slicing.h"
#include "jobs/steps.h"
#include "net/httpclient.h"
#include "net/wait.h"

using namespace Qt::Literals;
using namespace std::chrono;

namespace {

constexpr auto Beat = 250ms; ///< between two reports, at least
constexpr int CountShare = 50; ///< counting many rows takes a while: one part in so many of the time

QString stepOf(const Run &run, const Tally &tally)
{
    if (!run.isOver(Run::Stage::List))
        return u"Listing and looking up"_s;
    return tally.open + tally.due > 0 ? u"Looking up"_s : u"Recording"_s;
}

struct Count
{
    Tally tally;
    milliseconds took;
};

QCoro::Task<Result<Count>> count(std::shared_ptr<Run> run)
{
    co_return co_await run->database().read([gallery = run->gallery()](Connection &connection) {
        const auto began = steady_clock::now();
        return library::tally(connection, gallery).transform([began](const Tally &tally) {
            return Count{.tally = tally, .took = duration_cast<milliseconds>(steady_clock::now() - began)};
        });
    });
}

QCoro::Task<Result<Tally>> tallyOf(std::shared_ptr<Run> run)
{
    const auto counted = co_await count(run);
    co_return counted.transform([](const Count &done) { return done.tally; });
}

/// Watches the door to the web for what a person wants to know meanwhile.
struct Watch
{
    explicit Watch(HttpClient &http)
        : answered(QObject::connect(&http, &HttpClient::answered,
                                    [this](const Traffic &traffic) { requests += traffic.stored ? 0 : 1; }))
        , waiting(QObject::connect(&http, &HttpClient::waiting, [this](const QString &why, const QDateTime &until) {
            reason = why;
            waitUntil = until;
        }))
    {
    }
    ~Watch()
    {
        QObject::disconnect(answered);
        QObject::disconnect(waiting);
    }
    Q_DISABLE_COPY_MOVE(Watch)

    QString text() const
    {
        const qint64 left = waitUntil.isValid() ? QDateTime::currentDateTimeUtc().secsTo(waitUntil) : 0;
        return left > 0 ? u"%1 Trying again in %2 s."_s.arg(reason).arg(left) : QString();
    }

    int requests = 0;
    QString reason;
    QDateTime waitUntil;
    QMetaObject::Connection answered;
    QMetaObject::Connection waiting;
};

Progress progressOf(const Run &run, const Tally &tally, const Watch &watch, Estimate &estimate)
{
    const int done = run.crawl.onlyList ? tally.listed : tally.through();
    estimate.observe(done, Estimate::Clock::now());
    Progress progress{.name = run.crawl.gallery.name,
                      .step = stepOf(run, tally),
                      .done = done,
                      .total = run.crawl.limit && run.crawl.total ? std::min(*run.crawl.limit, *run.crawl.total)
                                                                  : run.crawl.total,
                      .tally = tally,
                      .requests = watch.requests,
                      .perMinute = estimate.perMinute(),
                      .workers = run.worker.present(),
                      .waiting = watch.text()};
    if (progress.total)
        progress.left = estimate.left(std::max(0, *progress.total - done));
    return progress;
}

/// Tells how far it is, a few times a second, until the end.
QCoro::Task<> report(std::shared_ptr<Run> run, std::stop_token end)
{
    const Watch watch(run->services.http);
    Estimate estimate;
    for (;;) {
        const bool last = end.stop_requested();
        const auto counted = co_await count(run);
        if (counted)
            run->job->advance(progressOf(*run, counted->tally, watch, estimate));
        if (last)
            co_return;
        const milliseconds rest = counted ? counted->took * CountShare : Beat;
        co_await waitFor(std::max<milliseconds>(Beat, rest), end);
    }
}

/// The workers of one stage; the stage is over when all of them are.
template<typename Row>
QCoro::Task<> stage(std::shared_ptr<Run> run, Step<Row> step, int workers)
{
    std::vector<QCoro::Task<>> tasks;
    tasks.reserve(size_t(workers));
    for (int i = 0; i < workers; ++i)
        tasks.push_back(loop::work(run, step));
    for (auto &task : tasks)
        co_await task;
    run->end(step.stage);
}

/// One article for two titles is right for one of them at most.
QCoro::Task<> compareClaims(std::shared_ptr<Run> run)
{
    const auto asked = co_await run->database().run(
        [gallery = run->gallery()](Connection &connection) { return library::askAboutRivals(connection, gallery); });
    if (!asked)
        run->fail(asked.error());
}

QCoro::Task<> lookUpAll(std::shared_ptr<Run> run)
{
    auto resolving = stage(run, steps::resolve(), 1);
    auto matching = stage(run, steps::matchById(), 4);
    auto searching = stage(run, steps::search(), 2);
    auto recording = stage(run, steps::record(), 3);
    co_await resolving;
    co_await matching;
    co_await searching;
    co_await compareClaims(run);
    co_await recording;
}

/// What this worker had taken is free, and the crawl's row says how it stands, unless others are still at work.
QCoro::Task<Result<>> leave(std::shared_ptr<Run> run, CrawlState state, QString error)
{
    co_return co_await run->database().run(
        [worker = run->worker.release(), crawl = run->crawl.id, state, error](Connection &connection) {
            return workers::leaveCrawl(connection, worker, crawl, state, error);
        });
}

/// What is left to be done though everything was tried; empty if nothing is.
QString problemOf(const Tally &tally)
{
    return tally.failed == 0 ? QString()
                             : u"%1 of %2 titles could not be looked up."_s.arg(tally.failed).arg(tally.listed);
}

/// How it ended, and the gallery's titles then.
QCoro::Task<Result<Tally>> close(std::shared_ptr<Run> run)
{
    if (const auto failure = run->failure()) {
        const auto left = co_await leave(run, CrawlState::Failed, failure->message);
        if (!left)
            qWarning().noquote() << "The crawl's end cannot be kept:" << left.error().message;
        co_return std::unexpected(*failure);
    }
    if (run->job->stopToken().stop_requested()) {
        if (const auto left = co_await leave(run, CrawlState::Paused, {}); !left)
            co_return std::unexpected(left.error());
        co_return fail(Error::Kind::Cancelled, u"The crawl is paused."_s);
    }
    auto tally = co_await tallyOf(run);
    if (!tally)
        co_return tally;
    const auto left = co_await leave(run, CrawlState::Finished, problemOf(*tally));
    co_return left.transform([&] { return *tally; });
}

QCoro::Task<Result<Tally>> runAll(std::shared_ptr<Run> run)
{
    std::stop_source end;
    auto reporting = report(run, end.get_token());
    auto listing = list(run);
    if (!run->crawl.onlyList)
        co_await lookUpAll(run);
    co_await listing;
    end.request_stop();
    co_await reporting;
    co_return co_await close(run);
}

Result<Crawl> goOnOrStart(Connection &connection, const Crawl &wanted)
{
    return library::unfinishedLike(connection, wanted).and_then([&](const std::optional<Crawl> &open) {
        return open ? Result<Crawl>(*open) : library::startCrawl(connection, wanted);
    });
}

}

QCoro::Task<Result<Crawl>> crawling::prepare(Services services, Gallery gallery, Options options)
{
    const Crawl wanted{.gallery = gallery,
                       .slices = {slicing::first(gallery)},
                       .limit = options.limit,
                       .onlyList = options.onlyList,
                       .startedAt = QDateTime::currentDateTimeUtc()};
    co_return co_await services.database.run([wanted](Connection &connection) {
        return library::keepGallery(connection, wanted.gallery).and_then([&](GalleryId id) {
            Crawl crawl = wanted;
            crawl.gallery.id = id;
            return goOnOrStart(connection, crawl);
        });
    });
}

QCoro::Task<Result<Tally>> crawling::run(std::shared_ptr<Job> job, Services services, CrawlId id)
{
    const auto crawl = co_await services.database.run([id](Connection &connection) {
        return library::setState(connection, id, CrawlState::Running).and_then([&] {
            return library::crawl(connection, id);
        });
    });
    if (!crawl)
        co_return std::unexpected(crawl.error());
    const auto run = std::make_shared<Run>(std::move(job), services, *crawl);
    if (auto entered = co_await run->worker.enter(); !entered)
        co_return std::unexpected(std::move(entered).error());
    co_return co_await runAll(run);
}

QCoro::Task<Result<int>> crawling::record(std::shared_ptr<Job> job, Services services, std::optional<GalleryId> gallery)
{
    const auto galleries = co_await services.database.read(library::galleries);
    if (!galleries)
        co_return std::unexpected(galleries.error());
    int recorded = 0;
    for (const Gallery &one : *galleries) {
        if (gallery && one.id != *gallery)
            continue;
        const auto run = std::make_shared<Run>(job, services, Crawl{.gallery = one});
        for (const auto stage : {Run::Stage::List, Run::Stage::Resolve, Run::Stage::MatchById, Run::Stage::Search})
            run->end(stage);
        const auto before = co_await tallyOf(run);
        co_await loop::work(run, steps::record());
        if (const auto failure = run->failure())
            co_return std::unexpected(*failure);
        const auto after = co_await tallyOf(run);
        if (!before || !after)
            co_return std::unexpected(before ? after.error() : before.error());
        recorded += after->recorded - before->recorded;
    }
    co_return recorded;
}
