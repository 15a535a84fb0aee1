#include "store/references.h"

#include "store/modelsql.h"

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

Result<QList<references::Count>> references::count(Connection &connection, const QString &table, const QString &key)
{
    QList<Count> counts;
    for (const Column &from : to(table)) {
        const auto rows = connection.insert(
            u"SELECT COUNT(*) FROM %1 WHERE %2 = ?"_s.arg(modelsql::quoted(from.table), modelsql::quoted(from.column)),
            {key.toLongLong()});
        if (!rows)
            return std::unexpected(rows.error());
        if (*rows > 0)
            counts.append({.from = from, .rows = *rows});
    }
    return counts;
}
