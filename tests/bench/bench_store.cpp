#include "films.h"
#include "store/library.h"
#include "store/opening.h"
#include "timing.h"
#include "waitingrows.h"

#include <QCoreApplication>
#include <QTemporaryDir>

using namespace Qt::Literals;
using timing::got;
using timing::print;

namespace {

constexpr int Items = 100'000;

std::unique_ptr<Connection> open(const QString &path)
{
    return got(opening::open(path, path)).connection;
}

// The loops over many items

template<typename Take>
void benchLoop(const char *what, Take take)
{
    int count = 0;
    QElapsedTimer timer;
    timer.start();
    for (int some = take(); some > 0; some = take())
        count += some;
    print(what, count, timer.nsecsElapsed());
}

int resolve(Connection &connection, GalleryId gallery)
{
    QList<ItemId> asked;
    QList<Resolved> resolved;
    for (const Item &one : got(toResolve(connection, gallery, {.most = 400}))) {
        asked.append(one.id);
        resolved.append({.item = one.id, .wikidataId = u"Q"_s + one.key.sliced(2), .article = one.title});
    }
    got(library::keepResolved(connection, asked, resolved));
    return int(asked.size());
}

int weigh(Connection &connection, GalleryId gallery)
{
    QList<library::Weighed> weighed;
    QList<library::StoredEntity> entities;
    const QByteArray json = R"({"P57":[{"mainsnak":{"datavalue":{"value":{"id":"Q317567"}}}}]},)"_ba.repeated(100);
    for (const auto &one : got(toMatch(connection, gallery, Stage::Found, {.most = 50}))) {
        const Candidate candidate{.wikidataId = one.wikidataIds[0], .title = one.item.title, .cast = one.item.cast};
        weighed.append({.item = one.item.id,
                        .candidates = {candidate},
                        .decision = {.verdict = Verdict::AcceptedByMachine, .wikidataId = one.wikidataIds[0]}});
        entities.append({.id = one.wikidataIds[0], .json = Packed(json + one.item.key.toUtf8())});
    }
    got(library::keepEntities(connection, entities));
    got(library::keepWeighed(connection, weighed));
    return int(weighed.size());
}

int recordDecided(Connection &connection, GalleryId gallery)
{
    QList<library::Recorded> movies;
    for (const Match &match : got(toRecord(connection, gallery, {.most = 50}))) {
        const QString id = *match.decision.wikidataId;
        Movie movie{.wikidataId = id};
        movie.title = {match.item.title, Source{.kind = Source::Kind::Wikidata, .name = u"label"_s}};
        movies.append({.item = match.item.id, .movie = movie, .decision = match.decision.id});
    }
    got(library::record(connection, movies));
    return int(movies.size());
}

void benchTally(Connection &connection, GalleryId gallery)
{
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 20; ++i)
        got(library::tally(connection, gallery));
    print("tally of them, once", timer.nsecsElapsed() / 20);
}

void benchLoops(const QString &folder)
{
    const auto connection = open(folder + u"/items.sqlite"_s);
    const Crawl crawl = got(library::startCrawl(*connection, {.gallery = {.source = u"justwatch"_s}}));
    const GalleryId gallery = crawl.gallery.id;
    int next = 0;
    benchLoop("add items, 100 a page", [&] {
        if (next == Items)
            return 0;
        got(library::add(*connection, crawl, films::items(next, 100)));
        next += 100;
        return 100;
    });
    next = 0;
    benchLoop("add them again", [&] {
        if (next == Items)
            return 0;
        got(library::add(*connection, crawl, films::items(next, 100)));
        next += 100;
        return 100;
    });
    benchTally(*connection, gallery);
    benchLoop("resolve, 400 at once", [&] { return resolve(*connection, gallery); });
    benchLoop("weigh, 50 at once, with entities of 6 kB", [&] { return weigh(*connection, gallery); });
    benchTally(*connection, gallery);
    benchLoop("take decided items and record bare films", [&] { return recordDecided(*connection, gallery); });
    benchTally(*connection, gallery);
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QTemporaryDir folder;
    benchLoops(folder.path());
}
