#include "store/reviewing.h"

#include "store/matchrows.h"
#include "store/reviewsql.h"
#include "store/sql.h"

using namespace Qt::Literals;
using namespace reviewing;

namespace {

constexpr int Overlap = 100; // decisions that may be committed after a later one

/// What an order goes by, ascending.
QString valueOf(Sort sort)
{
    switch (sort) {
    case Sort::Queue:
        return u"0.0"_s;
    case Sort::Uncertainty:
        return u"ABS(COALESCE(i.score, 0.0) - 0.5)"_s;
    case Sort::Score:
        return u"-COALESCE(i.score, -1.0)"_s;
    case Sort::Votes:
        return u"-COALESCE(i.votes, -1) * 1.0"_s;
    }
    return {};
}

Place readPlace(const Rows &row)
{
    return {.value = row.value(1).toDouble(), .item = {row.value(0).toLongLong()}};
}

/// A page's keys alone: one index answers that, and no wide row is sorted.
Result<QList<Place>> places(Connection &connection, const Filter &filter, Sort sort, int limit,
                            const std::optional<Place> &after)
{
    auto condition = reviewsql::conditionOf(connection, filter);
    const QString value = valueOf(sort);
    if (after && sort == Sort::Queue) {
        condition.terms.append(u"i.item_id > ?"_s);
        condition.values.append(after->item.value);
    } else if (after) {
        condition.terms.append(u"(%1 > ? OR (%1 = ? AND i.item_id > ?))"_s.arg(value));
        condition.values << after->value << after->value << after->item.value;
    }
    const QString order = sort == Sort::Queue ? u"1"_s : u"2, 1"_s;
    return connection.all(
        u"SELECT i.item_id, %1 FROM items i %2ORDER BY %3 LIMIT %4"_s.arg(value, condition.sql(), order).arg(limit),
        condition.values, readPlace);
}

}

Result<QList<Match>> reviewing::matches(Connection &connection, const QList<ItemId> &items)
{
    QHash<ItemId, Match> byId;
    for (qsizetype from = 0; from < items.size(); from += 200) {
        QVariantList keys;
        for (const ItemId item : items.mid(from, 200))
            keys.append(item.value);
        auto some = matchrows::read(connection, u"WHERE i.item_id IN "_s + sql::marks(keys.size()), keys);
        if (!some)
            return some;
        for (Match &match : *some)
            byId.emplace(match.item.id, std::move(match));
    }
    QList<Match> inOrder;
    for (const ItemId item : items) {
        if (const auto found = byId.constFind(item); found != byId.cend())
            inOrder.append(*found);
    }
    return inOrder;
}

Result<Page> reviewing::page(Connection &connection, const Filter &filter, Sort sort, int limit,
                             const std::optional<Place> &after)
{
    const auto found = places(connection, filter, sort, limit, after);
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return Page{};
    QList<ItemId> items;
    for (const Place &place : *found)
        items.append(place.item);
    return matches(connection, items).transform([&](const QList<Match> &list) {
        return Page{.matches = list, .last = found->constLast()};
    });
}

Result<Tick> reviewing::tick(Connection &connection)
{
    const auto read
        = [](const Rows &row) { return Tick{.newest = {row.value(0).toLongLong()}, .recent = row.value(1).toInt()}; };
    return connection
        .first(u"SELECT m.newest, (SELECT COUNT(*) FROM decisions d WHERE d.decision_id > m.newest - ?) "
               "FROM (SELECT COALESCE(MAX(decision_id), 0) AS newest FROM decisions) m"_s,
               {Overlap}, read)
        .transform([](std::optional<Tick> tick) { return tick.value_or(Tick{}); });
}

Result<QList<Match>> reviewing::changedSince(Connection &connection, const Tick &tick)
{
    const auto items
        = connection.all(u"SELECT DISTINCT item_id FROM decisions WHERE decision_id > ? ORDER BY item_id LIMIT ?"_s,
                         {std::max<qint64>(0, tick.newest.value - Overlap), Most},
                         [](const Rows &row) { return ItemId{row.value(0).toLongLong()}; });
    if (!items)
        return std::unexpected(items.error());
    return matches(connection, *items);
}

Result<QList<Match>> reviewing::byKey(Connection &connection, const QString &key)
{
    const QString source = key.section(u'/', 0, 0);
    const QString rest = key.section(u'/', 1);
    return matchrows::read(connection, u"WHERE i.source_key = ? OR (i.source = ? AND i.source_key = ?)"_s,
                           {sql::text(key), sql::text(source), sql::text(rest)});
}

Result<QList<Match>> reviewing::byDecision(Connection &connection, DecisionId decision)
{
    return matchrows::read(connection, u"WHERE i.item_id = (SELECT item_id FROM decisions WHERE decision_id = ?)"_s,
                           {decision.value});
}
