#include "store/library.h"
#include "store/provenance.h"
#include "store/repository.h"

using namespace Qt::Literals;

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
    return provenance::of(connection, table, row).transform([](const QHash<QString, provenance::Origin> &origins) {
        QHash<QString, Source> sources;
        for (const auto &[column, origin] : origins.asKeyValueRange())
            sources.insert(column, origin.source);
        return sources;
    });
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
