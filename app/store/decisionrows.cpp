#include "store/decisionrows.h"

#include "store/enums.h"
#include "store/sql.h"

#include <ranges>

using namespace Qt::Literals;

namespace {

QVariantList valuesOf(const Decision &decision)
{
    const QDateTime at = decision.at.isValid() ? decision.at : QDateTime::currentDateTimeUtc();
    return {decision.item.value,
            enums::text(decision.verdict),
            enums::text(decision.judge),
            sql::text(decision.who),
            sql::text(decision.reason),
            sql::orNull(decision.page),
            sql::orNull(decision.article),
            sql::orNull(decision.wikidataId),
            sql::orNull(decision.score),
            sql::time(decision.retryAt.value_or(QDateTime())),
            decision.undoes ? QVariant(decision.undoes->value) : QVariant(),
            sql::time(at)};
}

const Decision *named(const QList<Decision> &history, DecisionId id)
{
    const auto found = std::ranges::find(history, id, &Decision::id);
    return found == history.end() ? nullptr : &*found;
}

bool isPersonsWord(const QList<Decision> &history, const Decision &decision)
{
    if (decision.judge != Judge::Person)
        return false;
    const Decision *undone = decision.undoes ? named(history, *decision.undoes) : nullptr;
    return !undone || undone->judge == Judge::Machine;
}

}

Decision decisionrows::read(const Rows &row, int from)
{
    Decision decision{.id = {row.value(from).toLongLong()},
                      .item = {row.value(from + 1).toLongLong()},
                      .verdict = enums::of<Verdict>(row.value(from + 2).toString()),
                      .judge = enums::of<Judge>(row.value(from + 3).toString()),
                      .who = row.value(from + 4).toString(),
                      .reason = row.value(from + 5).toString(),
                      .page = {row.value(from + 6).toLongLong()},
                      .article = sql::optional<QString>(row, from + 7),
                      .wikidataId = sql::optional<QString>(row, from + 8),
                      .score = sql::optional<double>(row, from + 9),
                      .at = sql::timeOf(row.value(from + 12))};
    if (!row.isNull(from + 10))
        decision.retryAt = sql::timeOf(row.value(from + 10));
    if (!row.isNull(from + 11))
        decision.undoes = DecisionId{row.value(from + 11).toLongLong()};
    return decision;
}

Result<QHash<ItemId, DecisionId>> decisionrows::append(Connection &connection, const QList<Decision> &decisions,
                                                       std::optional<qint64> batch)
{
    QList<QVariantList> rows;
    for (const Decision &decision : decisions)
        rows.append(valuesOf(decision) + QVariantList{sql::orNull(batch)});
    QHash<ItemId, DecisionId> ids;
    const auto read = [&](const Rows &row) {
        ids.insert({row.value(1).toLongLong()}, {row.value(0).toLongLong()});
        return 0;
    };
    return sql::insertAll(
               connection,
               u"INSERT INTO decisions (item_id, verdict, judge, who, reason, page_id, article, wikidata_id, "
               "score, retry_at, undoes, decided_at, batch_id) VALUES %1 RETURNING decision_id, item_id"_s,
               rows, read)
        .transform([&](const QList<int> &) { return ids; });
}

decisionrows::Standing decisionrows::standing(const QList<Decision> &history)
{
    Standing standing;
    for (const Decision &decision : std::views::reverse(history)) {
        const bool isPlain = !decision.undoes;
        if (isPlain && decision.judge == Judge::Machine && decision.verdict != Verdict::LookupFailed)
            standing.weighed = true;
        if (standing.takenBack.contains(decision.id))
            continue;
        if (!isPlain)
            standing.takenBack.insert(*decision.undoes);
        else if (!standing.decision)
            standing.decision = decision;
        standing.byPerson = standing.byPerson || isPersonsWord(history, decision);
    }
    return standing;
}
