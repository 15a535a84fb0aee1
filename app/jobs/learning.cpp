#include "jobs/learning.h"

#include "match/score.h"
#include "store/database.h"
#include "store/learned.h"
#include "store/library.h"
#include "store/reviewing.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::Literals;

namespace {

constexpr int MostLessons = 5000;
constexpr int AtOnce = 200; // titles that are scored anew in one transaction

Weights weightsOf(const std::optional<learned::Row> &row)
{
    const bool holds = row && row->base == learning::digest(Weights::bundled());
    return holds ? Weights::read(row->weights) : Weights::bundled();
}

/// Scores of a page of titles that wait for a person. Returns where the next page begins; nothing at the end.
Result<std::optional<reviewing::Place>> scorePage(Connection &connection, const Weights &weights,
                                                  const std::optional<reviewing::Place> &after)
{
    const reviewing::Filter waiting{.verdicts = {Verdict::Unreviewed, Verdict::Postponed}};
    const auto page = reviewing::page(connection, waiting, reviewing::Sort::Queue, AtOnce, after);
    if (!page)
        return std::unexpected(page.error());
    for (const Match &match : page->matches) {
        auto candidates = match.candidates;
        score::rankBy(weights, candidates);
        if (const auto kept = library::keepCandidates(connection, match.item.id, candidates); !kept)
            return std::unexpected(kept.error());
    }
    return page->last;
}

QCoro::Task<Result<>> scoreAnew(Database &database)
{
    const auto weights = co_await learning::weights(database);
    if (!weights)
        co_return std::unexpected(weights.error());
    std::optional<reviewing::Place> after;
    do {
        const auto next = co_await database.run([after, weights = *weights](Connection &connection) {
            return connection.atomically([&] { return scorePage(connection, weights, after); });
        });
        if (!next)
            co_return std::unexpected(next.error());
        after = *next;
    } while (after);
    co_return {};
}

QList<fitting::Case> casesOf(const QList<Match> &matches)
{
    QList<fitting::Case> cases;
    for (const Match &match : matches) {
        if (const auto lesson = learning::lessonOf(match))
            cases.append(*lesson);
    }
    return cases;
}

Result<> takeBackCurrent(Connection &connection)
{
    return learned::current(connection).and_then([&](const std::optional<learned::Row> &row) {
        return row ? learned::takeBack(connection, row->id) : fail(Error::Kind::Missing, u"Nothing was learned yet."_s);
    });
}

}

QCoro::Task<Result<Weights>> learning::weights(Database &database)
{
    const auto row = co_await database.read(&learned::current);
    co_return row.transform(weightsOf);
}

QCoro::Task<Result<learning::Learned>> learning::fromDecisions(Database &database)
{
    const auto matches
        = co_await database.read([](Connection &connection) { return learned::lessons(connection, MostLessons); });
    if (!matches)
        co_return std::unexpected(matches.error());
    const auto cases = casesOf(*matches);
    if (cases.size() < Least)
        co_return fail(
            Error::Kind::Missing,
            u"%1 decisions with candidates are too few to learn from: it takes %2."_s.arg(cases.size()).arg(Least));
    co_return co_await QtConcurrent::run(learn, Weights::bundled(), cases);
}

QCoro::Task<Result<>> learning::use(Database &database, Learned learned, QString who)
{
    const learned::Row row{
        .weights = learned.weights.toJson(), .base = digest(Weights::bundled()), .titles = learned.titles, .who = who};
    const auto kept = co_await database.run([row](Connection &connection) { return learned::keep(connection, row); });
    if (!kept)
        co_return kept;
    co_return co_await scoreAnew(database);
}

QCoro::Task<Result<>> learning::takeBack(Database &database)
{
    const auto done = co_await database.run(&takeBackCurrent);
    if (!done)
        co_return done;
    co_return co_await scoreAnew(database);
}
