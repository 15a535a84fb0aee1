#include "store/batches.h"
#include "store/decisionrows.h"
#include "store/enums.h"
#include "store/library.h"
#include "store/notices.h"
#include "store/recorded.h"
#include "store/reviewcolumns.h"
#include "store/sql.h"

using namespace Qt::Literals;
using decisionrows::Standing;

namespace {

bool isToRecord(const Decision &decision)
{
    return decision.verdict == Verdict::AcceptedByMachine || decision.verdict == Verdict::Accepted
        || decision.verdict == Verdict::NoArticle;
}

/// Whether both say that the item is the same film.
bool agree(const std::optional<Decision> &before, const std::optional<Decision> &after)
{
    return before && after && isToRecord(*before) && isToRecord(*after) && before->wikidataId == after->wikidataId
        && before->article == after->article;
}

/// Where an item goes on that nobody has decided: to its look-up, unless there are candidates to choose from.
Result<Stage> undecidedStage(Connection &connection, ItemId item, bool weighed)
{
    if (weighed)
        return Stage::Weighed;
    const auto found
        = connection.first(u"SELECT EXISTS (SELECT 1 FROM resolved r WHERE r.item_id = i.item_id), "
                           "COALESCE(imdb_id, tmdb_id, wikidata_id) IS NOT NULL FROM items i WHERE item_id = ?"_s,
                           {item.value}, [](const Rows &row) {
                               if (row.value(0).toBool())
                                   return Stage::Found;
                               return row.value(1).toBool() ? Stage::Listed : Stage::Unfound;
                           });
    return found.transform([](std::optional<Stage> stage) { return stage.value_or(Stage::Unfound); });
}

Result<Stage> stageAfter(Connection &connection, ItemId item, const Standing &standing)
{
    if (!standing.decision)
        return undecidedStage(connection, item, standing.weighed);
    if (standing.decision->verdict == Verdict::LookupFailed)
        return undecidedStage(connection, item, false);
    return isToRecord(*standing.decision) ? Stage::Decided : Stage::Weighed;
}

QString verdictAfter(const Standing &standing)
{
    if (standing.decision)
        return enums::text(standing.decision->verdict);
    return standing.weighed ? enums::text(Verdict::Unreviewed) : u"open"_s;
}

/// The item's row says what holds now; its movie goes if it is no longer the one.
Result<> settle(Connection &connection, ItemId item, DecisionId newest, const Standing &before, const Standing &after)
{
    const auto stage = stageAfter(connection, item, after);
    if (!stage)
        return std::unexpected(stage.error());
    const Judge judge = after.byPerson ? Judge::Person : Judge::Machine;
    const QVariantList state{enums::text(*stage), verdictAfter(after), enums::text(judge), newest.value};
    const auto done = connection.run(
        u"UPDATE items SET stage = ?, verdict = ?, judge = ?, retry_at = 0, error = NULL, decision_id = ?, %1 "
        "WHERE item_id = ?"_s.arg(reviewcolumns::Set),
        state + reviewcolumns::values(after.decision) + QVariantList{item.value});
    if (!done || agree(before.decision, after.decision))
        return done;
    return recorded::unlink(connection, item);
}

Result<DecisionId> append(Connection &connection, const Decision &decision, const QList<Decision> &history,
                          std::optional<qint64> batch = {})
{
    const auto ids = decisionrows::append(connection, {decision}, batch);
    if (!ids)
        return std::unexpected(ids.error());
    Decision appended = decision;
    appended.id = ids->value(decision.item);
    const auto after = decisionrows::standing(history + QList{appended});
    return settle(connection, decision.item, appended.id, decisionrows::standing(history), after)
        .and_then([&] { return notices::tellDecided(connection, decision.item); })
        .transform([&] { return appended.id; });
}

/// The entry that takes `undone` back; it repeats what holds then.
Decision takingBack(const Decision &undone, const QString &who, const QList<Decision> &history)
{
    Decision entry{.id = {std::numeric_limits<qint64>::max()},
                   .item = undone.item,
                   .judge = Judge::Person,
                   .who = who,
                   .undoes = undone.id};
    if (const auto held = decisionrows::standing(history + QList{entry}).decision) {
        entry.verdict = held->verdict;
        entry.reason = held->reason;
        entry.page = held->page;
        entry.article = held->article;
        entry.wikidataId = held->wikidataId;
        entry.score = held->score;
        entry.retryAt = held->retryAt;
    }
    return entry;
}

Result<DecisionId> decideIn(Connection &connection, const Decision &decision, std::optional<qint64> batch)
{
    return connection.atomically([&]() -> Result<DecisionId> {
        const auto earlier = library::history(connection, decision.item);
        if (!earlier)
            return std::unexpected(earlier.error());
        if (decision.judge == Judge::Machine && decisionrows::standing(*earlier).byPerson)
            return fail(Error::Kind::Invalid, u"A person has decided this title."_s);
        Decision plain = decision;
        plain.undoes.reset();
        return append(connection, plain, *earlier, batch);
    });
}

Result<ItemId> itemOf(Connection &connection, DecisionId decision)
{
    const auto item = connection.first(u"SELECT item_id FROM decisions WHERE decision_id = ?"_s, {decision.value},
                                       [](const Rows &row) { return ItemId{row.value(0).toLongLong()}; });
    if (!item)
        return std::unexpected(item.error());
    const std::optional<ItemId> &found = *item;
    if (!found)
        return fail(Error::Kind::Missing, u"There is no such decision."_s, QString::number(decision.value));
    return *found;
}

}

Result<DecisionId> library::decide(Connection &connection, const Decision &decision)
{
    return decideIn(connection, decision, {});
}

Result<DecisionId> batches::decide(Connection &connection, const Decision &decision, BatchId batch)
{
    return decideIn(connection, decision, batch.value);
}

Result<DecisionId> library::undo(Connection &connection, DecisionId decision, const QString &who)
{
    return connection.atomically([&]() -> Result<DecisionId> {
        const auto item = itemOf(connection, decision);
        const auto earlier = item.and_then([&](ItemId id) { return history(connection, id); });
        if (!earlier)
            return std::unexpected(earlier.error());
        if (decisionrows::standing(*earlier).takenBack.contains(decision))
            return fail(Error::Kind::Invalid, u"This decision has been taken back already."_s);
        const auto undone = std::ranges::find(*earlier, decision, &Decision::id);
        return append(connection, takingBack(*undone, who, *earlier), *earlier);
    });
}

Result<QList<Decision>> library::history(Connection &connection, ItemId item)
{
    return connection.all(
        u"SELECT %1 FROM decisions d WHERE d.item_id = ? ORDER BY d.decision_id"_s.arg(decisionrows::Columns),
        {item.value}, [](const Rows &row) { return decisionrows::read(row, 0); });
}
