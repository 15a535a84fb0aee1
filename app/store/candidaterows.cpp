#include "store/candidaterows.h"

#include "store/sql.h"

using namespace Qt::Literals;

namespace {

Candidate readOne(const Rows &row)
{
    Candidate candidate{.page = {row.value(2).toLongLong()},
                        .wikidataId = sql::optional<QString>(row, 3),
                        .key = row.value(4).toString(),
                        .title = row.value(5).toString(),
                        .matchedTitle = sql::optional<QString>(row, 6),
                        .description = row.value(7).toString(),
                        .excerpt = row.value(8).toString(),
                        .thumbnail = sql::optionalUrl(row, 9),
                        .rank = row.value(10).toInt(),
                        .score = row.value(11).toDouble()};
    candidaterows::readDetails(candidate, sql::objectOf(row.value(12)));
    return candidate;
}

}

QVariantList candidaterows::values(ItemId item, int place, const Candidate &candidate)
{
    return {item.value,
            place,
            sql::orNull(candidate.page),
            sql::orNull(candidate.wikidataId),
            sql::text(candidate.key),
            sql::text(candidate.title),
            sql::orNull(candidate.matchedTitle),
            sql::text(candidate.description),
            sql::text(candidate.excerpt),
            sql::orNull(candidate.thumbnail),
            candidate.rank,
            candidate.score,
            sql::object(details(candidate))};
}

Result<> candidaterows::replace(Connection &connection, const QList<std::pair<ItemId, QList<Candidate>>> &items)
{
    QList<QVariantList> rows;
    for (const auto &[item, candidates] : items) {
        for (int i = 0; i < candidates.size(); ++i)
            rows.append(values(item, i + 1, candidates[i]));
        const QVariant best = candidates.isEmpty() ? QVariant() : QVariant(candidates.constFirst().score);
        const auto gone = connection.run(u"DELETE FROM candidates WHERE item_id = ?"_s, {item.value}).and_then([&] {
            return connection.run(u"UPDATE items SET score = ? WHERE item_id = ?"_s, {best, item.value});
        });
        if (!gone)
            return gone;
    }
    return sql::insertAll(connection, u"INSERT INTO candidates (%1) VALUES "_s.arg(Columns) + u"%1"_s, rows);
}

Result<QHash<ItemId, QList<Candidate>>> candidaterows::of(Connection &connection, const QList<ItemId> &items)
{
    QHash<ItemId, QList<Candidate>> byItem;
    QVariantList keys;
    for (const ItemId item : items)
        keys.append(item.value);
    const auto keep = [&](const Rows &row) {
        byItem[{row.value(0).toLongLong()}].append(readOne(row));
        return 0;
    };
    return sql::where(connection,
                      u"SELECT %1 FROM candidates WHERE item_id IN "_s.arg(Columns) + u"%1 ORDER BY item_id, place"_s,
                      keys, keep)
        .transform([&](const QList<int> &) { return byItem; });
}
