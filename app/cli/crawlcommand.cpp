#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progressline.h"
#include "jobs/crawling.h"
#include "jobs/slicing.h"
#include "store/database.h"
#include "store/library.h"

#include <QElapsedTimer>
#include <QSet>

using namespace Qt::Literals;

namespace {

/// What there is to say at the end.
struct Done
{
    Tally tally;
    int unreadable = 0; ///< entries of the gallery
    int requests = 0;
    double seconds = 0;
};

QJsonObject toJson(const Gallery &gallery, const Done &done)
{
    const Tally &tally = done.tally;
    return {{u"gallery"_s, gallery.name},
            {u"listed"_s, tally.listed},
            {u"new"_s, tally.isNew},
            {u"gone"_s, tally.gone},
            {u"accepted_by_machine"_s, tally.byMachine},
            {u"accepted"_s, tally.byPerson},
            {u"to_review"_s, tally.toReview},
            {u"no_article"_s, tally.noArticle},
            {u"rejected"_s, tally.rejected},
            {u"failed"_s, tally.failed},
            {u"recorded"_s, tally.recorded},
            {u"unreadable"_s, done.unreadable},
            {u"requests"_s, done.requests},
            {u"seconds"_s, done.seconds}};
}

QString inWords(const Gallery &gallery, const Done &done)
{
    const Tally &tally = done.tally;
    const QString unreadable = done.unreadable > 0 ? u", %1 unreadable"_s.arg(done.unreadable) : QString();
    return u"%1: %2 titles (%3 new, %4 gone%5), %6 movies recorded, %7 to review, %8 failed. "_s.arg(gallery.name)
               .arg(tally.listed)
               .arg(tally.isNew)
               .arg(tally.gone)
               .arg(unreadable)
               .arg(tally.recorded)
               .arg(tally.toReview)
               .arg(tally.failed)
        + u"%1 requests, %2 s."_s.arg(done.requests).arg(done.seconds, 0, 'f', 1);
}

/// What failed waits for the next crawl; where nothing but that came of it, the crawl failed.
bool cameToNothing(const Crawl &crawl, const Tally &tally)
{
    return !crawl.onlyList && tally.failed > 0 && tally.failed == tally.listed;
}

/// Runs a crawl with its progress on stderr and Ctrl-C as its pause.
QCoro::Task<Result<Tally>> runShown(std::shared_ptr<Job> job, Services services, CrawlId crawl)
{
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, job.get(), &Job::stop);
    const ProgressLine line(*job);
    co_return co_await crawling::run(job, services, crawl);
}

QCoro::Task<int> runAndTell(Services services, Crawl crawl, bool json)
{
    QElapsedTimer timer;
    timer.start();
    const auto job = std::make_shared<Job>();
    const auto tally = co_await runShown(job, services, crawl.id);
    if (!tally)
        co_return output::fail(tally.error());
    const auto unreadable = co_await services.database.read(
        [id = crawl.id](Connection &connection) { return library::countNotes(connection, id, slicing::Unreadable); });
    if (!unreadable)
        co_return output::fail(unreadable.error());
    const Done done{.tally = *tally,
                    .unreadable = *unreadable,
                    .requests = job->progress().requests,
                    .seconds = double(timer.elapsed()) / 1000};
    if (json)
        output::print(toJson(crawl.gallery, done));
    else
        output::print(inWords(crawl.gallery, done));
    if (!cameToNothing(crawl, *tally))
        co_return output::Done;
    output::tell(u"cineteca-cli: None of the %1 titles could be looked up. They are asked for again later."_s.arg(
        tally->listed));
    co_return output::Failed;
}

}

QCoro::Task<int> commands::crawl(Services services, CrawlOptions options)
{
    const auto gallery = co_await crawling::find(services, options.from);
    if (!gallery)
        co_return output::fail(gallery.error());
    const auto crawl
        = co_await crawling::prepare(services, *gallery, {.limit = options.limit, .onlyList = options.onlyList});
    if (!crawl)
        co_return output::fail(crawl.error());
    if (crawl->listed > 0)
        output::tell(
            u"Going on with the crawl of %1, which stopped at %2 titles."_s.arg(gallery->name).arg(crawl->listed));
    co_return co_await runAndTell(services, *crawl, options.json);
}

QCoro::Task<int> commands::work(Services services, bool json)
{
    QSet<CrawlId> met;
    for (;;) {
        const auto crawl = co_await services.database.read(library::unfinishedCrawl);
        if (!crawl)
            co_return output::fail(crawl.error());
        const std::optional<Crawl> &open = *crawl;
        if (!open || met.contains(open->id))
            break;
        met.insert(open->id);
        if (const int code = co_await runAndTell(services, *open, json); code != output::Done)
            co_return code;
    }
    if (met.isEmpty())
        output::tell(u"Nothing to do: no crawl is under way in this database."_s);
    co_return output::Done;
}
