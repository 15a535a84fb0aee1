#include "store/enums.h"
#include "store/itemrows.h"
#include "store/library.h"
#include "store/slices.h"
#include "store/sql.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

/// What is known of an item before a gallery shows it again.
struct Known
{
    ItemId id;
    QString key;
    std::optional<QString> imdbId, tmdbId, wikidataId;
    QString node, extra;
    QString stage;
    QString verdict;
    bool isPersons = false; ///< a person's decision stands
    qint64 retryAt = 0;
    std::optional<int> year;
    QString directors; ///< JSON
};

Known readKnown(const Rows &row)
{
    return {.id = {row.value(0).toLongLong()},
            .key = row.value(1).toString(),
            .imdbId = sql::optional<QString>(row, 2),
            .tmdbId = sql::optional<QString>(row, 3),
            .wikidataId = sql::optional<QString>(row, 4),
            .node = row.value(5).toString(),
            .extra = row.value(6).toString(),
            .stage = row.value(7).toString(),
            .verdict = row.value(8).toString(),
            .isPersons = enums::of<Judge>(row.value(9).toString()) == Judge::Person,
            .retryAt = row.value(10).toLongLong(),
            .year = sql::optional<int>(row, 11),
            .directors = row.value(12).toString()};
}

using KnownByKey = QHash<QString, Known>;

Result<KnownByKey> known(Connection &connection, const QString &source, const QVariantList &keys)
{
    const auto rows
        = sql::where(connection,
                     u"SELECT i.item_id, i.source_key, i.imdb_id, i.tmdb_id, i.wikidata_id, n.node, n.extra, i.stage, "
                     "i.verdict, i.judge, i.retry_at, i.year, i.directors FROM items i LEFT JOIN item_nodes n ON "
                     "n.item_id = i.item_id "
                     "WHERE i.source = ? AND i.source_key IN %1"_s,
                     keys, readKnown, {source});
    return rows.transform([](const QList<Known> &list) {
        KnownByKey byKey;
        for (const Known &one : list)
            byKey.insert(one.key, one);
        return byKey;
    });
}

QString firstStage(const Item &item)
{
    return enums::text(itemrows::hasIds(item) ? Stage::Listed : Stage::Unfound);
}

QString listIdOf(const Item &item)
{
    static const auto Names = QUuid::fromString(u"5bb9a4b5-2f0c-5a0e-9b43-3c6a7d0d4a11"_s);
    const QUuid id
        = item.listId.isNull() ? QUuid::createUuidV5(Names, QString(item.source + u'/' + item.key)) : item.listId;
    return id.toString(QUuid::WithoutBraces);
}

QVariantList rowOf(const Item &item, GalleryId gallery)
{
    return QVariantList{sql::text(item.source), sql::text(item.key), listIdOf(item)} + itemrows::facts(item)
        + QVariantList{gallery.value, firstStage(item)};
}

/// Makes rows for new items; they are then known.
Result<> insert(Connection &connection, GalleryId gallery, const QList<Item> &items, KnownByKey &known)
{
    QList<QVariantList> rows;
    for (const Item &item : items)
        rows.append(rowOf(item, gallery));
    const auto sql = u"INSERT INTO items (source, source_key, list_id, %1, gallery_id, stage) "_s.arg(itemrows::Facts)
        + u"VALUES %1 RETURNING item_id, source_key, stage, verdict"_s;
    const auto made = sql::insertAll(connection, sql, rows, [](const Rows &row) {
        return Known{.id = {row.value(0).toLongLong()},
                     .key = row.value(1).toString(),
                     .stage = row.value(2).toString(),
                     .verdict = row.value(3).toString()};
    });
    if (!made)
        return std::unexpected(made.error());
    for (const Known &one : *made)
        known.insert(one.key, one);

    QList<QVariantList> nodes;
    for (const Item &item : items)
        nodes.append({known[item.key].id.value, sql::text(QString::fromUtf8(item.node)), sql::object(item.extra)});
    return sql::insertAll(connection, u"INSERT INTO item_nodes (item_id, node, extra) VALUES %1"_s, nodes);
}

bool isNews(const std::optional<QString> &now, const std::optional<QString> &before)
{
    return now && now != before;
}

bool hasOtherIds(const Known &before, const Item &now)
{
    return isNews(now.imdbId, before.imdbId) || isNews(now.tmdbId, before.tmdbId)
        || isNews(now.wikidataId, before.wikidataId);
}

/// The gallery says now what may speak against the film that the machine took the title for.
bool hasOtherFacts(const Known &before, const Item &now)
{
    const bool otherYear = now.year && before.year && now.year != before.year;
    const bool otherPeople
        = !now.directors.isEmpty() && before.directors != "[]"_L1 && sql::list(now.directors) != before.directors;
    return otherYear || otherPeople;
}

bool isMachines(const Known &item)
{
    return !item.isPersons && item.verdict == enums::text(Verdict::AcceptedByMachine);
}

/// Other ids may lead elsewhere: an item that nobody has decided is looked up again, and one that the machine has
/// accepted wherever new facts may contradict it.
bool beginsAgain(const Known &before, const Item &now)
{
    const bool isUndecided = before.verdict == "open"_L1 || before.verdict == enums::text(Verdict::Unreviewed)
        || before.verdict == enums::text(Verdict::LookupFailed);
    if (isMachines(before))
        return hasOtherIds(before, now) || hasOtherFacts(before, now);
    return !before.isPersons && isUndecided && hasOtherIds(before, now);
}

/// What was accepted stays so until it is weighed again.
Result<> lookUpAgain(Connection &connection, Known &item, const Item &now)
{
    item.stage = firstStage(now);
    if (!isMachines(item))
        item.verdict = u"open"_s;
    item.retryAt = 0;
    return connection.run(u"DELETE FROM resolved WHERE item_id = ?"_s, {item.id.value}).and_then([&] {
        return connection.run(u"UPDATE items SET stage = ?, verdict = ?, retry_at = 0 WHERE item_id = ?"_s,
                              {item.stage, item.verdict, item.id.value});
    });
}

Result<> updateNode(Connection &connection, const Item &item, const Known &before)
{
    const QString node = QString::fromUtf8(item.node);
    const QString extra = sql::object(item.extra);
    if (node == before.node && extra == before.extra)
        return {};
    return connection.run(u"UPDATE item_nodes SET node = ?, extra = ? WHERE item_id = ?"_s,
                          {node, extra, before.id.value});
}

/// The gallery's newer facts; an id that this gallery leaves out stays.
Result<> update(Connection &connection, GalleryId gallery, const Item &item, Known &before)
{
    Item facts = item;
    facts.imdbId = item.imdbId ? item.imdbId : before.imdbId;
    facts.tmdbId = item.tmdbId ? item.tmdbId : before.tmdbId;
    facts.wikidataId = item.wikidataId ? item.wikidataId : before.wikidataId;
    static const QString set = QString(itemrows::Facts.toString()).replace(u", "_s, u" = ?, "_s);
    const auto done = connection.run(u"UPDATE items SET %1 = ?, gallery_id = ? WHERE item_id = ?"_s.arg(set),
                                     itemrows::facts(facts) + QVariantList{gallery.value, before.id.value});
    return done.and_then([&] { return updateNode(connection, item, before); }).and_then([&] {
        return beginsAgain(before, item) ? lookUpAgain(connection, before, facts) : Result<>();
    });
}

/// Notes that the gallery shows these items. Returns how many this crawl had not met before.
Result<int> show(Connection &connection, const Crawl &crawl, const QList<Known> &items)
{
    QList<QVariantList> rows;
    for (const Known &item : items)
        rows.append({item.id.value, crawl.gallery.id.value, crawl.id.value, crawl.id.value, item.stage, item.verdict,
                     item.retryAt});
    const auto seen = sql::insertAll(
        connection,
        u"INSERT INTO gallery_items (item_id, gallery_id, first_crawl_id, last_crawl_id, stage, verdict, "
        "retry_at) VALUES %1 ON CONFLICT (item_id, gallery_id) DO UPDATE SET "
        "last_crawl_id = excluded.last_crawl_id, gone = FALSE, gone_at = NULL "
        "WHERE gallery_items.last_crawl_id <> excluded.last_crawl_id OR gallery_items.gone "
        "RETURNING item_id"_s,
        rows, [](const Rows &) { return 1; });
    return seen.transform([](const QList<int> &list) { return int(list.size()); });
}

/// Items of one source.
Result<int> addOf(Connection &connection, const Crawl &crawl, const QString &source, const QList<Item> &items)
{
    QVariantList keys;
    for (const Item &item : items)
        keys.append(sql::text(item.key));
    auto byKey = known(connection, source, keys);
    if (!byKey)
        return std::unexpected(byKey.error());

    QList<Item> news;
    for (const Item &item : items) {
        const auto before = byKey->find(item.key);
        if (before == byKey->end())
            news.append(item);
        else if (const auto done = update(connection, crawl.gallery.id, item, *before); !done)
            return std::unexpected(done.error());
    }
    return insert(connection, crawl.gallery.id, news, *byKey).and_then([&] {
        return show(connection, crawl, byKey->values());
    });
}

Result<int> addAll(Connection &connection, const Crawl &crawl, const QList<Item> &items)
{
    QHash<QString, QList<Item>> bySource;
    QSet<std::pair<QString, QString>> met;
    for (const Item &item : items) {
        if (const std::pair id(item.source, item.key); !met.contains(id)) {
            met.insert(id);
            bySource[item.source].append(item);
        }
    }
    int seen = 0;
    for (const auto &[source, some] : std::as_const(bySource).asKeyValueRange()) {
        const auto added = addOf(connection, crawl, source, some);
        if (!added)
            return added;
        seen += *added;
    }
    return seen;
}

Result<> keepPlace(Connection &connection, const Crawl &crawl, int seen)
{
    return connection.run(u"UPDATE crawls SET slices = ?, total = ?, listed = listed + ? WHERE crawl_id = ?"_s,
                          {slices::text(crawl.slices), sql::orNull(crawl.total), seen, crawl.id.value});
}

}

Result<> library::add(Connection &connection, const Crawl &crawl, const QList<Item> &items, const QList<Note> &notes)
{
    return connection.atomically([&]() -> Result<> {
        return addAll(connection, crawl, items)
            .and_then([&](int seen) { return keepPlace(connection, crawl, seen); })
            .and_then([&] { return keepNotes(connection, crawl.id, notes); });
    });
}

Result<int> library::endListing(Connection &connection, CrawlId id)
{
    return connection.atomically([&]() -> Result<int> {
        const auto ended = crawl(connection, id);
        if (!ended)
            return std::unexpected(ended.error());
        if (const auto done = keepPlace(connection, {.id = id, .total = ended->total}, 0); !done)
            return std::unexpected(done.error());
        if (ended->limit && ended->listed >= *ended->limit)
            return 0; // the rest was not looked at
        return connection
            .execute(u"UPDATE gallery_items SET gone = TRUE, gone_at = ? "
                     "WHERE gallery_id = ? AND last_crawl_id <> ? AND NOT gone"_s,
                     {sql::time(QDateTime::currentDateTimeUtc()), ended->gallery.id.value, id.value})
            .transform([](const Rows &rows) { return rows.affected(); });
    });
}
