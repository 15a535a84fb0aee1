#include "store/candidaterows.h"
#include "store/decisionrows.h"
#include "store/enums.h"
#include "store/library.h"
#include "store/recorded.h"
#include "store/reviewcolumns.h"
#include "store/sql.h"

#include <QCoreApplication>

using namespace Qt::Literals;

namespace {

constexpr int PatienceSeconds = 300; // before a failed look-up is tried again, where the web does not say

/// Where an item is, as far as a machine's decision depends on it.
struct Place
{
    ItemId item;
    Stage stage = Stage::Listed;
    bool isPersons = false;
    std::optional<Decision> accepted; ///< by the machine, before
};
using Places = QHash<ItemId, Place>;

Place readPlace(const Rows &row)
{
    Place place{.item = {row.value(0).toLongLong()},
                .stage = enums::of<Stage>(row.value(1).toString()),
                .isPersons = enums::of<Judge>(row.value(2).toString()) == Judge::Person};
    if (row.value(3).toString() == enums::text(Verdict::AcceptedByMachine))
        place.accepted
            = Decision{.article = sql::optional<QString>(row, 4), .wikidataId = sql::optional<QString>(row, 5)};
    return place;
}

Result<Places> places(Connection &connection, const QVariantList &items)
{
    const auto rows
        = sql::where(connection,
                     u"SELECT i.item_id, i.stage, i.judge, i.verdict, d.article, d.wikidata_id FROM items i "
                     "LEFT JOIN decisions d ON d.decision_id = i.decision_id WHERE i.item_id IN %1"_s,
                     items, readPlace);
    return rows.transform([](const QList<Place> &list) {
        Places places;
        for (const Place &place : list)
            places.insert(place.item, place);
        return places;
    });
}

bool isToRecord(Verdict verdict)
{
    return verdict == Verdict::AcceptedByMachine || verdict == Verdict::Accepted || verdict == Verdict::NoArticle;
}

/// Items whose match no person has decided follow what the machine says of them.
Result<> follow(Connection &connection, const QList<Decision> &decisions)
{
    return decisionrows::append(connection, decisions).and_then([&](const QHash<ItemId, DecisionId> &ids) {
        return sql::each(decisions, [&](const Decision &decision) {
            const Stage stage = isToRecord(decision.verdict) ? Stage::Decided : Stage::Weighed;
            const QVariantList state{enums::text(stage), enums::text(decision.verdict), ids[decision.item].value};
            return connection.run(
                u"UPDATE items SET stage = ?, verdict = ?, retry_at = 0, error = NULL, decision_id = ?, %1 "
                "WHERE item_id = ?"_s.arg(reviewcolumns::Set),
                state + reviewcolumns::values(decision) + QVariantList{decision.item.value});
        });
    });
}

Decision failure(ItemId item, const Error &error, const QDateTime &retryAt)
{
    return {.item = item,
            .verdict = Verdict::LookupFailed,
            .who = u"%1 %2"_s.arg(QCoreApplication::applicationName(), QCoreApplication::applicationVersion()),
            .reason = error.message,
            .retryAt = retryAt};
}

/// A failed look-up of something already decided (its article) only makes it wait: the decision stands.
Result<> wait(Connection &connection, const QVariantList &items, const Error &error, const QDateTime &until)
{
    return sql::each(items, [&](const QVariant &item) {
        return connection.run(u"UPDATE items SET retry_at = ?, error = ? WHERE item_id = ?"_s,
                              {until.toSecsSinceEpoch(), sql::text(error.message), item});
    });
}

Result<> noteFailures(Connection &connection, const QList<Decision> &failures)
{
    return decisionrows::append(connection, failures).and_then([&](const QHash<ItemId, DecisionId> &ids) {
        return sql::each(failures, [&](const Decision &failure) {
            const QVariantList state{enums::text(failure.verdict), ids[failure.item].value};
            return connection.run(
                u"UPDATE items SET verdict = ?, decision_id = ?, %1 WHERE item_id = ?"_s.arg(reviewcolumns::Set),
                state + reviewcolumns::values(failure) + QVariantList{failure.item.value});
        });
    });
}

/// What a machine has accepted is not changed by a machine: where it comes to another answer now, a person is asked.
Decision unlessContradicted(Decision decision, const std::optional<Decision> &accepted)
{
    const bool isSame = !accepted
        || (decision.verdict == Verdict::AcceptedByMachine && decision.wikidataId == accepted->wikidataId
            && decision.article == accepted->article);
    if (isSame)
        return decision;
    const QString film = accepted->article.value_or(accepted->wikidataId.value_or(QString()));
    return {.verdict = Verdict::Unreviewed,
            .who = decision.who,
            .reason = u"New evidence contradicts “%1”, which was accepted. %2"_s.arg(film, decision.reason)};
}

QList<Decision> machinesOwn(const QList<library::Weighed> &weighed, const Places &places)
{
    QList<Decision> decisions;
    for (const auto &one : weighed) {
        if (places.value(one.item).isPersons)
            continue;
        Decision decision = unlessContradicted(one.decision, places.value(one.item).accepted);
        decision.item = one.item;
        decision.judge = Judge::Machine;
        decisions.append(decision);
    }
    return decisions;
}

/// The movies of titles that were accepted, and are asked about now, go.
Result<> forget(Connection &connection, const QList<Decision> &decisions, const Places &before)
{
    return sql::each(decisions, [&](const Decision &decision) {
        const bool isAskedNow = before.value(decision.item).accepted && !isToRecord(decision.verdict);
        return isAskedNow ? recorded::unlink(connection, decision.item) : Result<>();
    });
}

}

Result<> library::keepWeighed(Connection &connection, const QList<Weighed> &weighed)
{
    QVariantList items;
    QList<std::pair<ItemId, QList<Candidate>>> candidates;
    for (const Weighed &one : weighed) {
        items.append(one.item.value);
        candidates.append({one.item, one.candidates});
    }
    return connection.atomically([&]() -> Result<> {
        return candidaterows::replace(connection, candidates)
            .and_then([&] { return places(connection, items); })
            .and_then([&](const Places &known) {
                const QList<Decision> decisions = machinesOwn(weighed, known);
                return follow(connection, decisions).and_then([&] { return forget(connection, decisions, known); });
            });
    });
}

Result<> library::keepFailed(Connection &connection, const QList<ItemId> &ids, const Error &error)
{
    QVariantList items;
    for (const ItemId item : ids)
        items.append(item.value);
    const QDateTime until = error.retryAt.value_or(QDateTime::currentDateTimeUtc().addSecs(PatienceSeconds));
    return connection.atomically([&]() -> Result<> {
        const auto known = places(connection, items);
        if (!known)
            return std::unexpected(known.error());
        QList<Decision> failures;
        for (const ItemId item : ids) {
            const Place place = known->value(item);
            if (!place.isPersons && !place.accepted && place.stage < Stage::Weighed)
                failures.append(failure(item, error, until));
        }
        return wait(connection, items, error, until).and_then([&] { return noteFailures(connection, failures); });
    });
}

Result<> library::retry(Connection &connection, std::optional<GalleryId> gallery)
{
    const QString of
        = gallery ? u" AND item_id IN (SELECT item_id FROM gallery_items WHERE gallery_id = ?)"_s : QString();
    QVariantList values = {0};
    if (gallery)
        values.append(gallery->value);
    return connection.run(u"UPDATE items SET retry_at = 0 WHERE retry_at > ?"_s + of, values);
}
