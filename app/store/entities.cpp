#include "store/library.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

constexpr int ForgetDays = 30; // what Wikidata did not know may be there by then

QVariantList keysOf(const QStringList &ids)
{
    QVariantList keys;
    for (const QString &id : ids)
        keys.append(sql::text(id));
    return keys;
}

library::StoredEntity readEntity(const Rows &row)
{
    return {.id = row.value(0).toString(),
            .json = Packed::ofRow(row.value(1).toByteArray()),
            .at = sql::timeOf(row.value(2))};
}

Label readLabel(const Rows &row)
{
    return {.id = row.value(0).toString(),
            .name = row.value(1).toString(),
            .description = row.value(2).toString(),
            .born = sql::dateOf(row.value(3)),
            .founded = sql::dateOf(row.value(4)),
            .nationality = row.value(5).toString()};
}

QVariantList valuesOf(const QString &id, const Label &label, const QVariant &at)
{
    return {id,
            sql::textOrNull(label.name),
            sql::text(label.description),
            sql::date(label.born),
            sql::date(label.founded),
            sql::text(label.nationality),
            at};
}

}

Result<QList<library::StoredEntity>> library::entities(Connection &connection, const QStringList &ids)
{
    return sql::where(connection, u"SELECT wikidata_id, json, read_at FROM entities WHERE wikidata_id IN %1"_s,
                      keysOf(ids), readEntity);
}

Result<> library::keepEntities(Connection &connection, const QList<StoredEntity> &entities)
{
    QList<StoredEntity> sorted = entities; // who write the same ones at once do not wait for each other
    std::ranges::sort(sorted, {}, &StoredEntity::id);
    return connection.atomically([&] {
        return sql::each(sorted, [&](const StoredEntity &entity) {
            return connection.run(u"INSERT INTO entities (wikidata_id, json, read_at) VALUES (?, ?, ?) "
                                  "ON CONFLICT (wikidata_id) DO UPDATE SET json = excluded.json, "
                                  "read_at = excluded.read_at"_s,
                                  {entity.id, entity.json.forRow(), sql::time(entity.at)});
        });
    });
}

Result<library::StoredLabels> library::labels(Connection &connection, const QStringList &ids)
{
    const QDateTime since = QDateTime::currentDateTimeUtc().addDays(-ForgetDays);
    StoredLabels stored{.missing = ids};
    stored.missing.removeDuplicates();
    QSet<QString> answered;
    const auto read = [&](const Rows &row) {
        const Label label = readLabel(row);
        if (!row.isNull(1))
            stored.known.insert(label.id, label);
        if (!row.isNull(1) || sql::timeOf(row.value(6)) > since)
            answered.insert(label.id);
        return 0;
    };
    return sql::where(connection,
                      u"SELECT wikidata_id, name, description, born, founded, nationality, asked_at FROM labels "
                      "WHERE wikidata_id IN %1"_s,
                      keysOf(stored.missing), read)
        .transform([&](const QList<int> &) {
            stored.missing.removeIf([&](const QString &id) { return answered.contains(id); });
            return stored;
        });
}

Result<> library::keepLabels(Connection &connection, const QStringList &asked, const Labels &labels)
{
    const QVariant now = sql::time(QDateTime::currentDateTimeUtc());
    QMap<QString, QVariantList> byId; // who write the same labels at once do so in the same order
    for (const QString &id : asked)
        byId.insert(id, valuesOf(id, labels.value(id), now));
    for (const auto &[id, label] : labels.asKeyValueRange())
        byId.insert(id, valuesOf(id, label, now));
    return connection.atomically([&] {
        return sql::insertAll(connection,
                              u"INSERT INTO labels (wikidata_id, name, description, born, founded, nationality, "
                              "asked_at) VALUES %1 ON CONFLICT (wikidata_id) DO UPDATE SET name = excluded.name, "
                              "description = excluded.description, born = excluded.born, founded = excluded.founded, "
                              "nationality = excluded.nationality, asked_at = excluded.asked_at"_s,
                              byId.values());
    });
}
