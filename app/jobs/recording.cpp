#include "jobs/recording.h"

#include "facts/facts.h"
#include "jobs/entitycache.h"
#include "jobs/steps.h"
#include "net/wait.h"
#include "store/serially.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

#include <QCoroFuture>
#include <QScopeGuard>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr int ArticlesAtOnce = 50; ///< in one request
constexpr auto Turn = 50ms; ///< between two tries to be the one who writes
constexpr int MoviesAtOnce = 150; ///< in one transaction: they share people, so the more, the fewer pages are written
constexpr int MostMovies = 3 * MoviesAtOnce; ///< where more wait: a film touches more pages as the tables grow

using Articles = QHash<QString, RawArticle>; // by the title asked for

QList<library::StoredArticle> storable(const QList<RawArticle> &articles)
{
    QList<library::StoredArticle> rows;
    for (const RawArticle &article : articles)
        rows.append({.page = article.page,
                     .title = article.requested,
                     .revision = article.revision,
                     .timestamp = article.timestamp,
                     .wikitext = Packed(article.wikitext.toUtf8()),
                     .at = QDateTime::currentDateTimeUtc()});
    return rows;
}

Articles readStored(const QList<library::StoredArticle> &stored)
{
    Articles read;
    for (const auto &article : stored) {
        const QByteArray wikitext = article.wikitext.bytes();
        if (wikitext.isNull())
            continue; // damaged: it is asked for again
        read.insert(article.title,
                    {.page = article.page,
                     .title = article.title,
                     .requested = article.title,
                     .revision = article.revision,
                     .timestamp = article.timestamp,
                     .wikitext = QString::fromUtf8(wikitext)});
    }
    return read;
}

/// Articles from the rows where they are known, from Wikipedia where they are not.
QCoro::Task<Result<Articles>> articles(std::shared_ptr<Run> run, QStringList titles)
{
    titles.removeDuplicates();
    const auto stored = co_await run->database().read(
        [titles](Connection &connection) { return library::articles(connection, titles); });
    if (!stored)
        co_return std::unexpected(stored.error());
    auto known = co_await QtConcurrent::run(readStored, *stored);
    titles.removeIf([&](const QString &title) { return known.contains(title); });
    if (titles.isEmpty())
        co_return known;

    WikiClient wiki(run->services.http, run->services.origins);
    for (const QStringList &some : requestsOf(run->services.http, titles, ArticlesAtOnce)) {
        const auto fetched = co_await wiki.fetchArticles(some, run->stop());
        if (!fetched)
            co_return std::unexpected(fetched.error());
        for (const RawArticle &article : *fetched)
            known.insert(article.requested, article);
        const auto rows = co_await QtConcurrent::run(storable, *fetched);
        run->keepAnswer([rows](Connection &connection) { return library::keepArticles(connection, rows); });
    }
    co_return known;
}

/// Everything that is needed to merge one batch, read by the pool.
struct Batch
{
    QList<Match> matches;
    QHash<QString, Entity> entities;
    Articles articles;
    Labels labels;
};

library::Recorded merged(const Match &match, const Batch &batch)
{
    facts::Sides sides{.item = match.item, .labels = batch.labels, .entityAt = QDateTime::currentDateTimeUtc()};
    const Decision &decision = match.decision;
    if (decision.wikidataId && batch.entities.contains(*decision.wikidataId))
        sides.entity = batch.entities.value(*decision.wikidataId);
    if (decision.article && batch.articles.contains(*decision.article))
        sides.article = wikipedia::read(batch.articles.value(*decision.article));
    return {.item = match.item.id, .movie = facts::merge(sides)};
}

QList<library::Recorded> mergeAll(const Batch &batch)
{
    QList<library::Recorded> movies;
    for (const Match &match : batch.matches)
        movies.append(merged(match, batch));
    return movies;
}

QCoro::Task<Result<Batch>> gather(std::shared_ptr<Run> run, QList<Match> matches)
{
    QStringList ids;
    QStringList titles;
    for (const Match &match : matches) {
        if (match.decision.wikidataId)
            ids.append(*match.decision.wikidataId);
        if (match.decision.article)
            titles.append(*match.decision.article);
    }
    Batch batch{.matches = matches};
    auto entities = co_await entitycache::entities(run, ids);
    if (!entities)
        co_return std::unexpected(entities.error());
    batch.entities = *std::move(entities);
    auto read = co_await articles(run, titles);
    if (!read)
        co_return std::unexpected(read.error());
    batch.articles = *std::move(read);

    QStringList linked;
    for (const Entity &entity : std::as_const(batch.entities))
        linked += wikidata::linkedIds(entity);
    auto labels = co_await entitycache::labels(run, linked);
    if (!labels)
        co_return std::unexpected(labels.error());
    batch.labels = *std::move(labels);
    co_return batch;
}

/// One program writes movies at a time, so that people and companies are found again and not made twice.
QCoro::Task<Result<>> write(std::shared_ptr<Run> run, QList<ItemId> items, QList<library::Recorded> movies)
{
    const auto ask = [movies](Connection &connection) {
        return alone(connection, Serial::Record).and_then([&] { return library::record(connection, movies); });
    };
    auto kept = co_await run->keep(items, ask);
    while (!kept && kept.error().kind == Error::Kind::Refused && !run->stop().stop_requested()) {
        co_await waitFor(Turn, run->stop());
        kept = co_await run->keep(items, ask);
    }
    if (!kept && kept.error().kind == Error::Kind::Refused)
        co_return std::unexpected(Error{.kind = Error::Kind::Cancelled, .message = u"Stopped."_s});
    co_return kept;
}

}

QCoro::Task<Result<>> recording::record(std::shared_ptr<Run> run, QList<Match> matches)
{
    run->beginRecording(matches.size());
    QList<ItemId> items;
    for (const Match &match : std::as_const(matches))
        items.append(match.item.id);
    const auto end = qScopeGuard([run] { run->endRecording(); });
    auto batch = co_await gather(run, std::move(matches));
    if (!batch)
        co_return std::unexpected(batch.error());
    const auto movies = co_await QtConcurrent::run(mergeAll, *std::move(batch));
    co_return co_await write(run, items, movies);
}

Step<Match> steps::record()
{
    return {.stage = Run::Stage::Record,
            .waitsAs = ::Stage::Decided,
            .sources = {Run::Stage::MatchById, Run::Stage::Search},
            .batch = MoviesAtOnce,
            .most = MostMovies,
            .read = library::toRecord,
            .work = recording::record};
}
