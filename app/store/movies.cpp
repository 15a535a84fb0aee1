#include "store/enums.h"
#include "store/library.h"
#include "store/sql.h"
#include "store/table.h"

using namespace Qt::Literals;

namespace {

Source readSource(const Rows &row)
{
    Source source{.kind = enums::of<Source::Kind>(row.value(1).toString()),
                  .name = row.value(2).toString(),
                  .url = QUrl(row.value(3).toString()),
                  .at = sql::timeOf(row.value(5))};
    if (const qint64 revision = row.value(4).toLongLong(); revision && source.kind != Source::Kind::Person)
        source.revision = revision;
    return source;
}

/// A row for this act of a person: acts are told apart by their time.
Result<qint64> personsSource(Connection &connection, const QString &who)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return connection.insert(
        u"INSERT INTO sources (kind, name, url, revision, read_at) VALUES (?, ?, '', ?, ?) "
        "ON CONFLICT (kind, url, revision) DO UPDATE SET name = excluded.name "
        "RETURNING source_id"_s,
        {enums::text(Source::Kind::Person), sql::text(who), now.toMSecsSinceEpoch(), sql::time(now)});
}

Result<> lock(Connection &connection, const QString &table, qint64 row, const QString &column, const QString &who)
{
    return personsSource(connection, who).and_then([&](qint64 source) {
        return connection.run(
            u"INSERT INTO field_sources (table_name, row_id, column_name, source_id, field, original, "
            "locked) VALUES (?, ?, ?, ?, ?, '', TRUE) ON CONFLICT (table_name, row_id, column_name) "
            "DO UPDATE SET source_id = excluded.source_id, field = excluded.field, original = '', "
            "locked = TRUE"_s,
            {table, row, column, source, sql::text(who)});
    });
}

/// The first of several directors and their like is in the movie's row and in the link table: both say the same.
Result<> followFirst(Connection &connection, qint64 movie, const QString &column, const QVariant &value)
{
    const QString link = u"movie_"_s + column.chopped(3) + u's';
    return connection
        .run(u"DELETE FROM %1 WHERE movie_id = ? AND (position = 1 OR %2 = ?)"_s.arg(link, column), {movie, value})
        .and_then([&] {
            if (value.isNull())
                return Result<>();
            return connection.run(u"INSERT INTO %1 (movie_id, %2, position) VALUES (?, ?, 1)"_s.arg(link, column),
                                  {movie, value});
        });
}

bool isFirstOfSeveral(const QString &table, const QString &column)
{
    static const QStringList columns{u"director_id"_s, u"writer_id"_s, u"studio_id"_s, u"distributor_id"_s};
    return table == "movies"_L1 && columns.contains(column);
}

Result<QString> keyOf(Connection &connection, const QString &table, const QString &column)
{
    const auto info = table::info(connection, table);
    if (!info)
        return std::unexpected(info.error());
    const bool isKnown = std::ranges::contains(info->columns, column, &table::Column::name);
    if (info->primaryKey.size() != 1 || !isKnown || info->primaryKey.contains(column))
        return fail(Error::Kind::Invalid, u"This column cannot be changed."_s, table + u'.' + column);
    return info->primaryKey.constFirst();
}

}

Result<std::optional<MovieId>> library::movieOf(Connection &connection, ItemId item)
{
    return connection.first(u"SELECT movie_id FROM items WHERE item_id = ? AND movie_id IS NOT NULL"_s, {item.value},
                            [](const Rows &row) { return MovieId{row.value(0).toLongLong()}; });
}

Result<std::optional<MovieId>> library::movieByWikidataId(Connection &connection, const QString &wikidataId)
{
    return connection.first(u"SELECT movie_id FROM movies WHERE wikidata_id = ?"_s, {wikidataId},
                            [](const Rows &row) { return MovieId{row.value(0).toLongLong()}; });
}

Result<QHash<QString, Source>> library::sources(Connection &connection, const QString &table, qint64 row)
{
    QHash<QString, Source> sources;
    const auto keep = [&](const Rows &found) {
        sources.insert(found.value(0).toString(), readSource(found));
        return 0;
    };
    return connection
        .all(u"SELECT f.column_name, s.kind, f.field, s.url, s.revision, s.read_at FROM field_sources f "
             "JOIN sources s ON s.source_id = f.source_id WHERE f.table_name = ? AND f.row_id = ?"_s,
             {table, row}, keep)
        .transform([&](const QList<int> &) { return sources; });
}

Result<> library::setByPerson(Connection &connection, const QString &table, qint64 row, const QString &column,
                              const QVariant &value, const QString &who)
{
    return connection.atomically([&]() -> Result<> {
        const auto key = keyOf(connection, table, column);
        if (!key)
            return std::unexpected(key.error());
        const auto changed = connection
                                 .execute(u"UPDATE %1 SET %2 = ? WHERE %3 = ?"_s.arg(connection.quoted(table),
                                                                                     connection.quoted(column), *key),
                                          {value, row})
                                 .transform([](const Rows &rows) { return rows.affected(); });
        if (!changed)
            return std::unexpected(changed.error());
        if (*changed == 0)
            return fail(Error::Kind::Missing, u"There is no such row any more."_s, u"%1 %2"_s.arg(table).arg(row));
        return lock(connection, table, row, column, who).and_then([&] {
            return isFirstOfSeveral(table, column) ? followFirst(connection, row, column, value) : Result<>();
        });
    });
}
