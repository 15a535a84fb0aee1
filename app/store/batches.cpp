#include "store/batches.h"

#include "store/enums.h"
#include "store/library.h"
#include "store/reviewcolumns.h"
#include "store/reviewsql.h"
#include "store/sql.h"

#include <cmath>

using namespace Qt::Literals;
using batches::Batch;
using batches::Check;
using batches::Forecast;
using batches::Last;
using batches::Sample;
using reviewing::Filter;

namespace {

const QString AcceptedAbove = u"accepted above"_s;
const QString BlindCheck = u"blind check"_s;

/// What waits for a person, of a filter, with at least this score.
reviewsql::Condition waiting(const Connection &connection, const Filter &filter, double least)
{
    Filter open = filter;
    open.verdicts.removeIf(
        [](Verdict verdict) { return verdict != Verdict::Unreviewed && verdict != Verdict::Postponed; });
    if (filter.verdicts.isEmpty())
        open.verdicts = {Verdict::Unreviewed, Verdict::Postponed};
    auto condition = reviewsql::conditionOf(connection, open);
    if (open.verdicts.isEmpty())
        condition.terms.append(u"FALSE"_s); // nothing of the filter waits
    condition.terms.append(u"i.score >= ?"_s);
    condition.values.append(least);
    return condition;
}

Result<BatchId> begin(Connection &connection, const QString &kind, const QString &who, const Forecast &forecast,
                      std::optional<double> least)
{
    return connection
        .insert(u"INSERT INTO decision_batches (kind, who, titles, expected_wrong, least_score, made_at) "
                "VALUES (?, ?, ?, ?, ?, ?) RETURNING batch_id"_s,
                {kind, sql::text(who), forecast.titles, forecast.wrong, sql::orNull(least),
                 sql::time(QDateTime::currentDateTimeUtc())})
        .transform([](qint64 id) { return BatchId{id}; });
}

/// A decision a title, for its best candidate.
Result<> acceptAll(Connection &connection, BatchId batch, const reviewsql::Condition &condition,
                   const Decision &decision)
{
    return connection.run(
        u"INSERT INTO decisions (item_id, verdict, judge, who, reason, page_id, article, wikidata_id, score, "
        "batch_id, decided_at) SELECT i.item_id, ?, ?, ?, ?, c.page_id, "
        "CASE WHEN c.article_key <> '' THEN c.title END, c.wikidata_id, c.score, ?, ? FROM items i "
        "JOIN candidates c ON c.item_id = i.item_id AND c.place = 1 "_s
            + condition.sql(),
        QVariantList{enums::text(decision.verdict), enums::text(decision.judge), sql::text(decision.who),
                     sql::text(decision.reason), batch.value, sql::time(decision.at)}
            + condition.values);
}

/// The titles stand as their decisions in the batch say.
Result<> follow(Connection &connection, BatchId batch, const Decision &decision)
{
    return connection.run(
        u"UPDATE items SET stage = ?, verdict = ?, judge = ?, retry_at = 0, error = NULL, %1, decision_id = "
        "(SELECT d.decision_id FROM decisions d WHERE d.item_id = items.item_id AND d.batch_id = ?) "
        "WHERE item_id IN (SELECT item_id FROM decisions WHERE batch_id = ?)"_s.arg(reviewcolumns::Set),
        QVariantList{enums::text(Stage::Decided), enums::text(decision.verdict), enums::text(decision.judge)}
            + reviewcolumns::values(decision) + QVariantList{batch.value, batch.value});
}

Result<QList<DecisionId>> standing(Connection &connection, BatchId batch)
{
    return connection.all(u"SELECT decision_id FROM decisions d WHERE batch_id = ? AND NOT EXISTS "
                          "(SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id) ORDER BY decision_id"_s,
                          {batch.value}, [](const Rows &row) { return DecisionId{row.value(0).toLongLong()}; });
}

}

Result<Forecast> batches::forecast(Connection &connection, const Filter &filter, double least, const Chance &chance)
{
    const auto condition = waiting(connection, filter, least);
    Forecast forecast;
    const auto add = [&](const Rows &row) {
        const int titles = row.value(1).toInt();
        forecast.titles += titles;
        forecast.wrong += titles * (1 - chance(row.value(0).toDouble()));
        return 0;
    };
    return connection
        .all(u"SELECT i.score, COUNT(*) FROM items i "_s + condition.sql() + u"GROUP BY i.score"_s, condition.values,
             add)
        .transform([&](const auto &) { return forecast; });
}

Result<Batch> batches::acceptAbove(Connection &connection, const Filter &filter, double least, const Chance &chance,
                                   const QString &who)
{
    return connection.atomically([&]() -> Result<Batch> {
        const auto expected = forecast(connection, filter, least, chance);
        if (!expected)
            return std::unexpected(expected.error());
        const auto batch = begin(connection, AcceptedAbove, who, *expected, least);
        if (!batch)
            return std::unexpected(batch.error());
        const Decision decision{
            .verdict = Verdict::Accepted,
            .judge = Judge::Person,
            .who = who,
            .reason
            = u"One of %1 accepted at once, from %2% on."_s.arg(expected->titles).arg(std::floor(least * 1000) / 10),
            .at = QDateTime::currentDateTimeUtc()};
        return acceptAll(connection, *batch, waiting(connection, filter, least), decision)
            .and_then([&] { return follow(connection, *batch, decision); })
            .transform([&] { return Batch{.id = *batch, .titles = expected->titles}; });
    });
}

Result<int> batches::undo(Connection &connection, BatchId batch, const QString &who)
{
    return connection.atomically([&]() -> Result<int> {
        const auto decisions = standing(connection, batch);
        if (!decisions)
            return std::unexpected(decisions.error());
        if (decisions->isEmpty())
            return fail(Error::Kind::Missing, u"Nothing of this is left to take back."_s);
        return sql::each(*decisions, [&](DecisionId id) { return library::undo(connection, id, who); }).transform([&] {
            return int(decisions->size());
        });
    });
}

Result<std::optional<Last>> batches::lastOf(Connection &connection, const QString &who)
{
    const auto read = [](const Rows &row) {
        const bool isMany = row.value(3).toString() == AcceptedAbove;
        return Last{.decision = {row.value(0).toLongLong()},
                    .item = {row.value(1).toLongLong()},
                    .batch = {isMany ? row.value(2).toLongLong() : 0},
                    .titles = isMany ? row.value(4).toInt() : 1};
    };
    return connection.first(
        u"SELECT d.decision_id, d.item_id, d.batch_id, b.kind, b.titles FROM decisions d "
        "LEFT JOIN decision_batches b ON b.batch_id = d.batch_id WHERE d.judge = ? AND d.who = ? AND d.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id) "
        "ORDER BY d.decision_id DESC LIMIT 1"_s,
        {enums::text(Judge::Person), sql::text(who)}, read);
}

Result<Sample> batches::sample(Connection &connection, Filter filter, int size, const QString &who)
{
    filter.verdicts = {Verdict::AcceptedByMachine};
    const auto condition = reviewsql::conditionOf(connection, filter);
    return connection.atomically([&]() -> Result<Sample> {
        Sample sample;
        Forecast expected;
        const auto read = [&](const Rows &row) {
            sample.items.append(ItemId{row.value(0).toLongLong()});
            ++expected.titles;
            expected.wrong += 1 - row.value(1).toDouble();
            return 0;
        };
        const auto chosen = connection.all(u"SELECT i.item_id, COALESCE(i.score, 0.0) FROM items i "_s + condition.sql()
                                               + u"ORDER BY RANDOM() LIMIT ?"_s,
                                           condition.values + QVariantList{size}, read);
        if (!chosen)
            return std::unexpected(chosen.error());
        if (sample.items.isEmpty())
            return fail(Error::Kind::Missing,
                        u"Of these titles the machine has accepted none that could be checked."_s);
        return begin(connection, BlindCheck, who, expected, {}).transform([&](BatchId id) {
            sample.id = id;
            return sample;
        });
    });
}

Result<Check> batches::outcome(Connection &connection, BatchId batch)
{
    const auto read = [](const Rows &row) {
        return Check{
            .answered = row.value(0).toInt(), .agreed = row.value(1).toInt(), .expectedWrong = row.value(2).toDouble()};
    };
    return connection
        .first(u"SELECT COUNT(*), COALESCE(SUM(CASE WHEN d.verdict = ? AND (d.wikidata_id = m.wikidata_id OR "
               "(m.wikidata_id IS NULL AND d.article = m.article)) THEN 1 ELSE 0 END), 0), "
               "COALESCE(SUM(1 - COALESCE(m.score, 1.0)), 0.0) FROM decisions d JOIN decisions m ON m.decision_id = "
               "(SELECT MAX(o.decision_id) FROM decisions o WHERE o.item_id = d.item_id "
               "AND o.decision_id < d.decision_id AND o.verdict = ?) WHERE d.batch_id = ? AND d.verdict IN (?, ?, ?) "
               "AND NOT EXISTS (SELECT 1 FROM decisions u WHERE u.undoes = d.decision_id)"_s,
               {enums::text(Verdict::Accepted), enums::text(Verdict::AcceptedByMachine), batch.value,
                enums::text(Verdict::Accepted), enums::text(Verdict::NoArticle), enums::text(Verdict::Rejected)},
               read)
        .transform([](std::optional<Check> check) { return check.value_or(Check{}); });
}
