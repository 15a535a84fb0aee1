#include "store/tableoutline.h"

using namespace Qt::Literals;
using table::Field;
using table::Outline;

namespace {

/// The rows as they stand in the table: no names for keys, and nothing from other tables.
Outline asTheyAre(Outline outline)
{
    outline.shown.removeIf([](const Field &field) { return field.kind == Field::Kind::Relation; });
    for (Field &field : outline.shown)
        field.kind = Field::Kind::Own;
    return outline;
}

Outline withoutRelations(Outline outline)
{
    outline.shown.removeIf([](const Field &field) { return field.kind == Field::Kind::Relation; });
    return outline;
}

QList<QVariantList> cellsOf(const QList<table::Row> &rows)
{
    QList<QVariantList> cells;
    for (const table::Row &row : rows)
        cells.append(row.cells);
    return cells;
}

}

Result<qint64> table::count(Connection &connection, const Query &query)
{
    return outline(connection, query).and_then([&](const Outline &outline) {
        return connection.insert(u"SELECT COUNT(*) FROM %1 t"_s.arg(connection.quoted(query.table))
                                     + outline.whereSql(),
                                 outline.where.values);
    });
}

Result<QList<QVariantList>> table::rows(Connection &connection, const Query &query, qint64 first, qint64 limit)
{
    return outline(connection, query).and_then([&](const Outline &outline) {
        return rowsAt(connection, asTheyAre(outline), first, limit).transform(cellsOf);
    });
}

Result<table::Shown> table::shown(Connection &connection, const Query &query, qint64 first, qint64 limit)
{
    return outline(connection, query).and_then([&](const Outline &whole) {
        const Outline outline = withoutRelations(whole);
        return rowsAt(connection, outline, first, limit).transform([&](const QList<Row> &rows) {
            Shown shown{.rows = cellsOf(rows)};
            for (const Field &field : outline.shown)
                shown.headers.append(field.header);
            return shown;
        });
    });
}
