#include "store/editing.h"
#include "store/modelsql.h"

using namespace Qt::Literals;
using editing::Change;
using model::Column;
using model::Table;
using records::Cell;

namespace {

QString literal(const Column &column, const Cell &cell)
{
    if (!cell)
        return u"NULL"_s;
    bool isNumber = false;
    cell->toDouble(&isNumber);
    const bool isPlain = isNumber && column.type != model::Type::Text;
    return isPlain ? *cell : u'\'' + QString(*cell).replace(u'\'', u"''"_s) + u'\'';
}

QString conditionOf(const Table &table, const Change &change)
{
    QStringList parts;
    const QStringList key = change.row.split(u',');
    for (qsizetype i = 0; i < table.primaryKey.size(); ++i)
        parts.append(u"%1 = %2"_s.arg(modelsql::quoted(table.primaryKey[i]),
                                      literal(*table.column(table.primaryKey[i]), key.value(i))));
    if (change.version)
        parts.append(u"row_version = %1"_s.arg(change.version));
    return parts.join(u" AND ");
}

}

QString editing::sql(const Change &change)
{
    const Table *table = model::own().table(change.table);
    if (!table)
        return {};
    const QString name = modelsql::quoted(change.table);
    if (change.kind == Kind::Remove)
        return u"DELETE FROM %1 WHERE %2;"_s.arg(name, conditionOf(*table, change));
    if (change.kind == Kind::Set) {
        const Column *column = table->column(change.column);
        return u"UPDATE %1 SET %2 = %3 WHERE %4;"_s.arg(name, modelsql::quoted(change.column),
                                                        column ? literal(*column, change.after) : QString(),
                                                        conditionOf(*table, change));
    }
    QStringList columns;
    QStringList values;
    for (const Column &column : table->columns) {
        if (!change.values.value(column.name))
            continue;
        columns.append(modelsql::quoted(column.name));
        values.append(literal(column, change.values.value(column.name)));
    }
    return u"INSERT INTO %1 (%2) VALUES (%3);"_s.arg(name, columns.join(u", "), values.join(u", "));
}
