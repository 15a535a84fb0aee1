#include "store/tablefacets.h"

#include "store/model.h"
#include "store/tablefilter.h"
#include "store/tableoutline.h"
#include "store/tablerelation.h"

using namespace Qt::Literals;
using condition::Kind;
using table::Facet;
using table::Field;
using table::Outline;

namespace {

/// How the values of a column are put together.
enum class Grouping { Whole, Parts, Decades, Floors };

Grouping groupingOf(const QString &table, const Field &field)
{
    if (field.kind != Field::Kind::Own)
        return Grouping::Whole;
    const model::Table *known = model::own().table(table);
    const model::Column *column = known ? known->column(field.name) : nullptr;
    if (column && column->meaning.contains("separated by commas"_L1))
        return Grouping::Parts;
    switch (condition::kindOf(field.type)) {
    case Kind::Day:
    case Kind::Moment:
        return Grouping::Decades;
    case Kind::Number:
        return field.type.contains("INT"_L1) ? Grouping::Whole : Grouping::Floors;
    default:
        return Grouping::Whole;
    }
}

/// The value by which rows are counted.
QString groupedSql(const Connection &connection, const Outline &outline, const Field &field, Grouping grouping)
{
    QString value = u"t."_s + connection.quoted(field.name);
    if (field.kind == Field::Kind::Relation)
        return u"o."_s + connection.quoted(field.label);
    if (field.kind == Field::Kind::Reference)
        return relation::value(connection, outline.form, field);
    if (grouping == Grouping::Decades)
        return u"substr(CAST(%1 AS TEXT), 1, 4)"_s.arg(value); // the year: they are put together afterwards
    if (grouping == Grouping::Floors)
        return connection.engine() == Connection::Engine::SQLite ? u"CAST(%1 AS INTEGER)"_s.arg(value) // cuts off
                                                                 : u"CAST(floor(%1) AS BIGINT)"_s.arg(value);
    return value;
}

QString fromSql(const Connection &connection, const Outline &outline, const Field &field)
{
    QString own = u" FROM %1 t"_s.arg(connection.quoted(outline.form.table));
    if (field.kind != Field::Kind::Relation)
        return own;
    return own
        + u" LEFT JOIN %1 b ON b.%2 = t.%3 LEFT JOIN %4 o ON o.%5 = b.%6"_s.arg(
            connection.quoted(field.name), connection.quoted(field.from), connection.quoted(outline.form.key.first()),
            connection.quoted(field.table), connection.quoted(field.key), connection.quoted(field.to));
}

Facet facetOf(const QVariant &value, Grouping grouping)
{
    const QString text = value.toString();
    if (value.isNull() || text.isEmpty())
        return {.filter = u"="_s};
    if (grouping == Grouping::Floors)
        return {.name = text, .filter = u">=%1 & <%2"_s.arg(value.toLongLong()).arg(value.toLongLong() + 1)};
    return {.name = text, .filter = grouping == Grouping::Parts ? text : filter::anyOf({text})};
}

/// "France, Italy" counts for both.
QList<Facet> taken(const QList<std::pair<QVariant, qint64>> &rows, Grouping grouping)
{
    QHash<QString, Facet> found;
    for (const auto &[value, count] : rows) {
        const QStringList parts = value.toString().split(u", "_s);
        for (const QString &part : grouping == Grouping::Parts ? parts : QStringList(value.toString())) {
            const QVariant one = grouping == Grouping::Parts ? QVariant(part) : value;
            Facet &facet = found[part];
            const qint64 before = facet.count;
            facet = facetOf(value.isNull() ? value : one, grouping);
            facet.count = before + count;
        }
    }
    return found.values();
}

/// Years, each in its decade.
QList<Facet> decades(const QList<Facet> &years)
{
    QMap<QString, Facet> found; // by what its years begin with
    QList<Facet> others;
    for (const Facet &year : years) {
        if (year.name.size() != 4) {
            others.append(year);
            continue;
        }
        const QString begin = year.name.first(3);
        Facet &decade = found[begin];
        decade.name = begin + u"0–" + begin + u'9';
        decade.filter = begin + u"0.." + begin + u'9';
        decade.count += year.count;
        decade.parts.append(year);
        std::ranges::sort(decade.parts, {}, &Facet::name);
    }
    return found.values() + others;
}

}

Result<QList<Facet>> table::facets(Connection &connection, const Query &query, const QString &column, qint64 most)
{
    Query others = query;
    others.filters.removeIf([&](const Filter &filter) { return filter.column == column; });
    const auto outline = table::outline(connection, others);
    if (!outline)
        return std::unexpected(outline.error());
    const Field *field = outline->form.field(column);
    if (!field)
        return fail(Error::Kind::Missing, u"There is no column \"%1\"."_s.arg(column));
    const Grouping grouping = groupingOf(query.table, *field);
    const bool isMany = grouping == Grouping::Parts || grouping == Grouping::Decades; // that become fewer
    const auto rows = connection.all(
        u"SELECT %1, COUNT(*)"_s.arg(groupedSql(connection, *outline, *field, grouping))
            + fromSql(connection, *outline, *field) + outline->whereSql() + u" GROUP BY 1 ORDER BY 2 DESC LIMIT ?"_s,
        outline->where.values + QVariantList{isMany ? most * 10 : most}, [](const Rows &row) {
            return std::pair(row.isNull(0) ? QVariant() : row.value(0), row.value(1).toLongLong());
        });
    return rows.transform([&](const auto &counted) {
        QList<Facet> facets = taken(counted, grouping);
        if (grouping == Grouping::Decades)
            facets = decades(facets);
        std::ranges::sort(facets, [](const Facet &one, const Facet &other) {
            return std::tuple(-one.count, one.name) < std::tuple(-other.count, other.name);
        });
        return facets.first(std::min<qsizetype>(most, facets.size()));
    });
}
