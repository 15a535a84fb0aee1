#include "store/library.h"
#include "store/opening.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals;

namespace {

constexpr int Films = 10'000;
constexpr int Batch = 50; // as many as the crawl records at once
constexpr int Items = 100'000;

void stop(const Error &error)
{
    qFatal("%s %s", qPrintable(error.message), qPrintable(error.detail));
}

template<typename T>
T got(Result<T> result)
{
    if (!result)
        stop(result.error());
    return *std::move(result);
}

void done(const Result<> &result)
{
    if (!result)
        stop(result.error());
}

std::unique_ptr<Connection> open(const QString &path)
{
    return got(opening::open(path, path)).connection;
}

/// A line of the table: what, how many, in what time.
void print(const char *what, int count, qint64 nanoseconds)
{
    const double seconds = double(nanoseconds) / 1e9;
    std::printf("%-52s %8d %9.3f s %10.0f /s\n", what, count, seconds, count / seconds);
}

void print(const char *what, qint64 nanoseconds)
{
    std::printf("%-52s %18.2f ms\n", what, double(nanoseconds) / 1e6);
}

// Films

Source source(Source::Kind kind, int film, const QString &name)
{
    const bool isArticle = kind == Source::Kind::Wikipedia;
    return {.kind = kind,
            .name = name,
            .url
            = QUrl((isArticle ? u"https://en.wikipedia.org/wiki/Film_%1"_s : u"https://www.wikidata.org/wiki/Q%1"_s)
                       .arg(film)),
            .revision = isArticle ? std::optional<qint64>(film) : std::nullopt,
            .at = QDateTime::currentDateTimeUtc()};
}

Name person(const QString &kind, int number)
{
    return {.name = u"%1 %2"_s.arg(kind).arg(number),
            .wikidataId = u"Q9%1%2"_s.arg(kind.size()).arg(number),
            .born = QDate(1950, 1, 1).addDays(number),
            .nationality = u"Italy"_s,
            .description = u"somebody of the cinema"_s};
}

/// A complete film: 15 of cast, 3 genres, 2 directors, 2 writers, companies, ratings; people are found again.
Movie film(int n)
{
    const Source wikidata = source(Source::Kind::Wikidata, n, u"P1"_s);
    const Source article = source(Source::Kind::Wikipedia, n, u"Infobox film: x"_s);
    Movie movie{.wikidataId = u"Q%1"_s.arg(n), .article = u"Film %1"_s.arg(n)};
    movie.title = {u"Film %1"_s.arg(n), wikidata};
    movie.originalTitle = {u"Pellicola %1"_s.arg(n), wikidata};
    movie.plot = {u"Somebody wants something, and somebody else does not. "_s.repeated(20), article};
    movie.language = {u"English"_s, article};
    movie.country = {u"Italy"_s, article};
    movie.imdbId = {u"tt%1"_s.arg(n), wikidata};
    movie.tmdbId = {QString::number(n), wikidata};
    movie.released = {PartialDate{1950 + n % 70, 3, 4}, article};
    movie.runtime = {80 + n % 60, wikidata};
    movie.budget = {Money{.amount = 1e6 * (n % 100), .currency = u"USD"_s}, article, u"$1 million"_s};
    movie.boxOffice = {Money{.amount = 2e6 * (n % 100), .currency = u"USD"_s}, article, u"$2 million"_s};
    movie.posterUrl = {QUrl(u"https://images.example/%1.jpg"_s.arg(n)), wikidata};
    movie.rating = {Rating{.source = u"IMDb"_s, .score = 7.1, .votes = n}, wikidata};
    movie.ratings
        = {*movie.rating, {Rating{.source = u"Metacritic"_s, .score = 6.4, .original = u"64/100"_s}, wikidata}};
    for (int i = 0; i < 2; ++i) {
        movie.directors.append({person(u"Director"_s, (n + i) % 2000), wikidata});
        movie.writers.append({person(u"Writer"_s, (n + i) % 3000), wikidata});
        movie.studios.append({person(u"Studio"_s, (n + i) % 500), wikidata});
    }
    movie.distributors = {{person(u"Distributor"_s, n % 200), wikidata}};
    for (int i = 0; i < 3; ++i)
        movie.genres.append({u"genre %1"_s.arg((n + i) % 40), wikidata});
    for (int i = 0; i < 15; ++i)
        movie.cast.append({CastMember{.actor = person(u"Actor"_s, (n * 7 + i * 131) % 30'000),
                                      .role = u"Role %1"_s.arg(i),
                                      .billing = i + 1},
                           article});
    return movie;
}

Item item(int n)
{
    return {.source = u"justwatch"_s,
            .key = u"tm%1"_s.arg(n),
            .title = u"Film %1"_s.arg(n),
            .year = 1950 + n % 70,
            .runtime = 80 + n % 60,
            .imdbId = u"tt%1"_s.arg(n),
            .directors = {u"Somebody"_s},
            .cast = QStringList(10, u"Somebody Else"_s),
            .countries = {u"IT"_s},
            .url = QUrl(u"https://www.justwatch.com/us/movie/film-%1"_s.arg(n)),
            .crawledAt = QDateTime::currentDateTimeUtc(),
            .node = {{u"id"_s, u"tm%1"_s.arg(n)}, {u"text"_s, u"what the gallery says "_s.repeated(50)}}};
}

QList<Item> items(int from, int count)
{
    QList<Item> list;
    for (int n = from; n < from + count; ++n)
        list.append(item(n));
    return list;
}

/// Records the films in batches. Returns the time that the store took.
qint64 record(Connection &connection, const QList<ItemId> &ids)
{
    qint64 spent = 0;
    for (int from = 0; from < Films; from += Batch) {
        QList<library::Recorded> movies;
        for (int n = from; n < from + Batch; ++n)
            movies.append({.item = ids[n], .movie = film(n)});
        QElapsedTimer timer;
        timer.start();
        done(library::record(connection, movies));
        spent += timer.nsecsElapsed();
    }
    return spent;
}

void benchRecording(const QString &folder)
{
    const auto connection = open(folder + u"/films.sqlite"_s);
    const Crawl crawl = got(library::startCrawl(*connection, {.gallery = {.source = u"justwatch"_s}}));
    done(library::add(*connection, crawl, items(0, Films)));
    QList<ItemId> ids;
    for (const Item &one : got(library::toResolve(*connection, crawl.gallery.id, {.most = Films})))
        ids.append(one.id);
    print("record complete films", Films, record(*connection, ids));
    print("record them again, unchanged", Films, record(*connection, ids));
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
    for (const Item &one : got(library::toResolve(connection, gallery, {.most = 400}))) {
        asked.append(one.id);
        resolved.append({.item = one.id, .wikidataId = u"Q"_s + one.key.sliced(2), .article = one.title});
    }
    done(library::keepResolved(connection, asked, resolved));
    return int(asked.size());
}

int weigh(Connection &connection, GalleryId gallery)
{
    QList<library::Weighed> weighed;
    QList<library::StoredEntity> entities;
    const QByteArray json = R"({"P57":[{"mainsnak":{"datavalue":{"value":{"id":"Q317567"}}}}]},)"_ba.repeated(100);
    for (const auto &one : got(library::toMatch(connection, gallery, library::Found::ById, {.most = 50}))) {
        const Candidate candidate{.wikidataId = one.wikidataIds[0], .title = one.item.title, .cast = one.item.cast};
        weighed.append({.item = one.item.id,
                        .candidates = {candidate},
                        .decision = {.verdict = Verdict::AcceptedByMachine, .wikidataId = one.wikidataIds[0]}});
        entities.append({.id = one.wikidataIds[0], .json = Packed(json + one.item.key.toUtf8())});
    }
    done(library::keepEntities(connection, entities));
    done(library::keepWeighed(connection, weighed));
    return int(weighed.size());
}

int recordDecided(Connection &connection, GalleryId gallery)
{
    QList<library::Recorded> movies;
    for (const Match &match : got(library::toRecord(connection, gallery, {.most = 50}))) {
        const QString id = *match.decision.wikidataId;
        Movie movie{.wikidataId = id};
        movie.title = {match.item.title, source(Source::Kind::Wikidata, 1, u"label"_s)};
        movies.append({.item = match.item.id, .movie = movie, .decision = match.decision.id});
    }
    done(library::record(connection, movies));
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
        done(library::add(*connection, crawl, items(next, 100)));
        next += 100;
        return 100;
    });
    next = 0;
    benchLoop("add them again", [&] {
        if (next == Items)
            return 0;
        done(library::add(*connection, crawl, items(next, 100)));
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
    benchRecording(folder.path());
    benchLoops(folder.path());
}
