#include "store/references.h"

#include "store/modelsql.h"
#include "store/sql.h"

#include <numeric>

using namespace Qt::Literals;

QList<references::Column> references::to(const QString &name)
{
    QList<Column> found;
    for (const model::Table &table : model::own().tables) {
        for (const model::Column &column : table.columns) {
            if (column.references && column.references->table == name)
                found.append({.table = table.name, .column = column.name, .isOptional = column.isNullable});
        }
    }
    return found;
}

Result<QList<references::Count>> references::count(Connection &connection, const QString &table,
                                                   const QStringList &keys)
{
    QVariantList bound;
    for (const QString &key : keys)
        bound.append(key.toLongLong());
    QList<Count> counts;
    for (const Column &from : to(table)) {
        const auto rows = sql::where(connection,
                                     u"SELECT COUNT(*) FROM %2 WHERE %3 IN %1"_s.arg(
                                         u"%1"_s, modelsql::quoted(from.table), modelsql::quoted(from.column)),
                                     bound, [](const Rows &row) { return row.value(0).toLongLong(); });
        if (!rows)
            return std::unexpected(rows.error());
        if (const qint64 all = std::accumulate(rows->begin(), rows->end(), qint64(0)); all > 0)
            counts.append({.from = from, .rows = all});
    }
    return counts;
}
