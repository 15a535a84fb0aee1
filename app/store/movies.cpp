#include "store/enums.h"
#include "store/library.h"
#include "store/repository.h"
#include "store/sql.h"

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
    const auto known = records::tableOf(table);
    if (!known)
        return std::unexpected(known.error());
    const model::Column *to = (*known)->column(column);
    if (!to || to->editedBy != model::Editor::Person)
        return fail(Error::Kind::Invalid, u"This column cannot be changed."_s, table + u'.' + column);
    return update(connection, table, QString::number(row), {{column, records::cell(value, *to)}}, who);
}
