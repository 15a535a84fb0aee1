#include "store/enums.h"
#include "store/itemrows.h"
#include "store/library.h"
#include "store/sql.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

Result<> moveOn(Connection &connection, Stage stage, const QVariantList &items)
{
    for (const QVariant &item : items) {
        const auto done = connection.run(u"UPDATE items SET stage = ?, retry_at = 0 WHERE item_id = ? AND stage = ?"_s,
                                         {enums::text(stage), item, enums::text(Stage::Listed)});
        if (!done)
            return done;
    }
    return {};
}

using IdsByItem = QHash<qint64, QStringList>;

Result<IdsByItem> wikidataIds(Connection &connection, const QVariantList &items)
{
    IdsByItem ids;
    const auto read = [&](const Rows &row) {
        ids[row.value(0).toLongLong()].append(row.value(1).toString());
        return 0;
    };
    const auto done = sql::where(
        connection, u"SELECT DISTINCT item_id, wikidata_id FROM resolved WHERE item_id IN %1 ORDER BY 1, 2"_s, items,
        read);
    return done.transform([&](const QList<int> &) { return ids; });
}

}

Result<QList<Item>> library::toResolve(Connection &connection, const QVariantList &items)
{
    static const QString select
        = u"SELECT %1 FROM %2 WHERE i.item_id IN "_s.arg(itemrows::plainColumns(), itemrows::Tables) + u"%1";
    return sql::where(connection, select, items, itemrows::read);
}

Result<> library::keepResolved(Connection &connection, const QList<ItemId> &asked, const QList<Resolved> &resolved)
{
    QList<QVariantList> rows;
    QSet<ItemId> found;
    for (const Resolved &one : resolved) {
        found.insert(one.item);
        rows.append({one.item.value, one.wikidataId, sql::orNull(one.article)});
    }
    QVariantList hits;
    QVariantList misses;
    for (const ItemId item : asked)
        (found.contains(item) ? hits : misses).append(item.value);

    return connection.atomically([&]() -> Result<> {
        return sql::insertAll(connection,
                              u"INSERT INTO resolved (item_id, wikidata_id, article) VALUES %1 "
                              "ON CONFLICT (item_id, wikidata_id) DO NOTHING"_s,
                              rows)
            .and_then([&] { return moveOn(connection, Stage::Found, hits); })
            .and_then([&] { return moveOn(connection, Stage::Unfound, misses); });
    });
}

Result<QList<library::Identified>> library::toMatch(Connection &connection, const QVariantList &items)
{
    const auto read = toResolve(connection, items);
    if (!read)
        return std::unexpected(read.error());
    return wikidataIds(connection, items).transform([&](const IdsByItem &ids) {
        QList<Identified> identified;
        for (const Item &item : *read)
            identified.append({.item = item, .wikidataIds = ids.value(item.id.value)});
        return identified;
    });
}
