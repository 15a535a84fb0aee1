#include "editrecord.h"

#include "store/suggestions.h"
#include "store/typed.h"

using namespace Qt::Literals;
using records::Hold;
using records::Record;

namespace {

/// The tables that link films with others, in the order in which a form shows them.
QList<EditRecord::Links> linksOf(const QString &table)
{
    if (table != "movies"_L1)
        return {};
    return {{u"movie_genres"_s, u"genre_id"_s, {}},   {u"movie_directors"_s, u"director_id"_s, {}},
            {u"movie_writers"_s, u"writer_id"_s, {}}, {u"cast"_s, u"actor_id"_s, {}},
            {u"movie_studios"_s, u"studio_id"_s, {}}, {u"movie_distributors"_s, u"distributor_id"_s, {}}};
}

int placeOf(const Record &row)
{
    for (const QString &column : {u"position"_s, u"billing_order"_s}) {
        if (const auto place = row.values.value(column))
            return place->toInt();
    }
    return 0;
}

Result<> readLinks(Connection &connection, const QString &key, EditRecord::Links &links)
{
    const model::Table &table = *model::own().table(links.table);
    auto rows = records::having(connection, table, {{u"movie_id"_s, key}}, Hold::No);
    if (!rows)
        return std::unexpected(rows.error());
    std::ranges::stable_sort(*rows, {}, placeOf);
    const QString of = table.column(links.column)->referredTable();
    for (const Record &row : std::as_const(*rows)) {
        const QString other = row.values.value(links.column).value_or(QString());
        const auto name = suggestions::nameOf(connection, of, other);
        if (!name)
            return std::unexpected(name.error());
        links.links.append({.row = row.key,
                            .other = other,
                            .name = *name,
                            .role = row.values.value(u"role"_s).value_or(QString()),
                            .place = row.values.value(u"billing_order"_s)});
    }
    return {};
}

Result<> readNames(Connection &connection, const model::Table &table, const Record &row, EditRecord &record)
{
    for (const model::Column &column : table.columns) {
        const auto key = row.values.value(column.name);
        if (!column.references || !key || model::own().table(column.references->table)->label.isEmpty())
            continue;
        const auto name = suggestions::nameOf(connection, column.references->table, *key);
        if (!name)
            return std::unexpected(name.error());
        record.names.insert(column.name, *name);
    }
    return {};
}

/// Where its values come from, and what refers to it.
Result<> readSurroundings(Connection &connection, const model::Table &table, const Record &row, EditRecord &record)
{
    const qint64 key = row.key.toLongLong();
    const auto origins = provenance::of(connection, table.name, key);
    const QString name = row.values.value(table.label).value_or(QString());
    const auto referrers = table::referrers(connection, table.name, key, name);
    if (!origins || !referrers)
        return std::unexpected(origins ? referrers.error() : origins.error());
    record.origins = *origins;
    record.referrers = *referrers;
    return {};
}

}

bool EditRecord::hasLinks(const QString &table, const QString &between)
{
    return std::ranges::contains(linksOf(table), between, &Links::table);
}

Result<EditRecord> EditRecord::read(Connection &connection, const QString &name, const QString &key)
{
    const auto table = records::tableOf(name);
    if (!table)
        return std::unexpected(table.error());
    EditRecord record{.links = linksOf(name)};
    if (typed::isNew(key))
        return record;
    auto row = records::read(connection, **table, key, Hold::No);
    if (!row)
        return std::unexpected(row.error());
    record.row = *row;
    if (!record.row)
        return record;
    const Record &found = *record.row;
    if (const auto done = readNames(connection, **table, found, record); !done)
        return std::unexpected(done.error());
    for (Links &links : record.links) {
        if (const auto done = readLinks(connection, key, links); !done)
            return std::unexpected(done.error());
    }
    if ((*table)->primaryKey.size() == 1) {
        if (const auto done = readSurroundings(connection, **table, found, record); !done)
            return std::unexpected(done.error());
    }
    return record;
}
