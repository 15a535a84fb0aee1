#include "matched.h"

#include "jobs/loop.h"
#include "jobs/steps.h"

#include <QElapsedTimer>

using namespace Qt::Literals;

namespace {

const Gallery Shelf{.source = u"file"_s, .provider = u"/films.csv"_s, .name = u"films.csv"_s};

Result<Crawl> listed(Connection &connection, QList<Item> items)
{
    const auto gallery = library::keepGallery(connection, Shelf);
    if (!gallery)
        return std::unexpected(gallery.error());
    Crawl wanted{.gallery = Shelf, .startedAt = QDateTime::currentDateTimeUtc()};
    wanted.gallery.id = *gallery;
    for (Item &item : items)
        item.gallery = wanted.gallery;
    return library::startCrawl(connection, wanted).and_then([&](const Crawl &crawl) {
        return library::add(connection, crawl, items).transform([&] { return crawl; });
    });
}

template<typename Row>
QCoro::Task<> stage(std::shared_ptr<Run> run, Step<Row> step)
{
    co_await loop::work(run, step);
    run->end(step.stage);
}

QCoro::Task<> lookUp(std::shared_ptr<Run> run)
{
    run->end(Run::Stage::List);
    co_await stage(run, steps::resolve());
    co_await stage(run, steps::matchById());
    co_await stage(run, steps::search());
}

Result<QList<Match>> matchesOf(Connection &connection, const QList<Item> &items)
{
    QList<Match> matches;
    for (const Item &item : items) {
        const auto row = library::itemByKey(connection, item.source, item.key);
        if (!row || !*row)
            return fail(Error::Kind::Missing, u"An item is not there."_s, item.key);
        const auto match = library::match(connection, (*row)->id);
        if (!match)
            return std::unexpected(match.error());
        matches.append(*match);
    }
    return matches;
}

}

matched::Outcome matched::all(LocalWeb &web, const QList<Item> &items)
{
    const auto crawl = web.ask([&](Connection &connection) { return listed(connection, items); });
    if (!crawl)
        qFatal("%s", qUtf8Printable(crawl.error().message));
    const auto before = web.local.counts()["total"_L1].toInt();
    QElapsedTimer timer;
    timer.start();
    const auto run = std::make_shared<Run>(std::make_shared<Job>(), web.services(), *crawl);
    QCoro::waitFor(lookUp(run));
    const auto rivals
        = web.ask([&](Connection &connection) { return library::askAboutRivals(connection, run->gallery()); });
    if (!rivals)
        qFatal("%s %s", qUtf8Printable(rivals.error().message), qUtf8Printable(rivals.error().detail));
    Outcome outcome{.seconds = double(timer.elapsed()) / 1000,
                    .requests = web.local.counts()["total"_L1].toInt() - before};
    if (const auto failure = run->failure())
        qFatal("%s %s", qUtf8Printable(failure->message), qUtf8Printable(failure->detail));
    const auto matches = web.ask([&](Connection &connection) { return matchesOf(connection, items); });
    if (!matches)
        qFatal("%s", qUtf8Printable(matches.error().message));
    outcome.matches = *matches;
    return outcome;
}
