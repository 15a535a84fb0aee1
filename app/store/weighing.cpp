#include "store/candidaterows.h"
#include "store/decisionrows.h"
#include "store/enums.h"
#include "store/library.h"
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
};
using Places = QHash<ItemId, Place>;

Result<Places> places(Connection &connection, const QVariantList &items)
{
    const auto rows = sql::where(
        connection, u"SELECT item_id, stage, judge FROM items WHERE item_id IN %1"_s, items, [](const Rows &row) {
            return Place{.item = {row.value(0).toLongLong()},
                         .stage = enums::of<Stage>(row.value(1).toString()),
                         .isPersons = enums::of<Judge>(row.value(2).toString()) == Judge::Person};
        });
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
            return connection.run(
                u"UPDATE items SET stage = ?, verdict = ?, retry_at = 0, error = NULL, "
                "decision_id = ? WHERE item_id = ?"_s,
                {enums::text(stage), enums::text(decision.verdict), ids[decision.item].value, decision.item.value});
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
            return connection.run(u"UPDATE items SET verdict = ?, decision_id = ? WHERE item_id = ?"_s,
                                  {enums::text(failure.verdict), ids[failure.item].value, failure.item.value});
        });
    });
}

QList<Decision> machinesOwn(const QList<library::Weighed> &weighed, const Places &places)
{
    QList<Decision> decisions;
    for (const auto &one : weighed) {
        if (places.value(one.item).isPersons)
            continue;
        Decision decision = one.decision;
        decision.item = one.item;
        decision.judge = Judge::Machine;
        decisions.append(decision);
    }
    return decisions;
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
            .and_then([&](const Places &known) { return follow(connection, machinesOwn(weighed, known)); });
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
            if (!place.isPersons && place.stage < Stage::Weighed)
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
