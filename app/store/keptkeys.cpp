#include "store/keptkeys.h"

#include "store/modelsql.h"
#include "store/sql.h"

using namespace Qt::Literals;
using model::Column;
using model::Table;

namespace {

/// Those whose rows both people and machines make, each after those that it refers to.
const QStringList &tables()
{
    static const QStringList tables{u"directors"_s, u"writers"_s, u"actors"_s, u"studios"_s, u"distributors"_s,
                                    u"genres"_s,    u"movies"_s,  u"cast"_s,   u"ratings"_s};
    return tables;
}

/// A row that holds a key's place while others are inserted behind it.
struct Holder
{
    const Table *table;
    qint64 key;
};

/// What a column that cannot be without a value holds meanwhile.
QString filling(const Column &column)
{
    if (column.references)
        return u"(SELECT MIN(%1) FROM %2)"_s.arg(column.references->column, modelsql::quoted(column.references->table));
    return column.type == model::Type::Text ? u"''"_s : u"0"_s;
}

Result<> put(Connection &connection, const Holder &holder)
{
    QStringList columns{holder.table->primaryKey.constFirst()};
    QStringList values{u"?"_s};
    for (const Column &column : holder.table->columns) {
        if (column.isNullable || !column.defaultValue.isEmpty() || column.name == columns.constFirst())
            continue;
        columns.append(modelsql::quoted(column.name));
        values.append(filling(column));
    }
    return connection.run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(modelsql::quoted(holder.table->name),
                                                                   columns.join(u", "), values.join(u", ")),
                          {holder.key});
}

/// The largest key of a row that a person removed, where it is above all that are there.
Result<std::optional<qint64>> largestRemoved(Connection &connection, const Table &table)
{
    return connection.first(
        u"SELECT removed FROM (SELECT MAX(CAST(row_key AS INTEGER)) AS removed FROM edits WHERE kind = 'remove' "
        "AND table_name = ?) WHERE removed > (SELECT COALESCE(MAX(%1), 0) FROM %2)"_s.arg(table.primaryKey.constFirst(),
                                                                                          modelsql::quoted(table.name)),
        {table.name}, [](const Rows &row) { return row.value(0).toLongLong(); });
}

Result<QList<Holder>> hold(Connection &connection)
{
    QList<Holder> holders;
    for (const QString &name : tables()) {
        const Table &table = *model::own().table(name);
        const auto key = largestRemoved(connection, table);
        if (!key)
            return std::unexpected(key.error());
        if (!*key)
            continue;
        holders.prepend({&table, **key}); // taken away the other way round
        if (const auto done = put(connection, holders.constFirst()); !done)
            return std::unexpected(done.error());
    }
    return holders;
}

}

Result<> keptkeys::around(Connection &connection, const std::function<Result<>()> &work)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return work(); // its sequences never go back
    return hold(connection).and_then([&](const QList<Holder> &holders) {
        return work().and_then([&] {
            return sql::each(holders, [&](const Holder &holder) {
                return connection.run(u"DELETE FROM %1 WHERE %2 = ?"_s.arg(modelsql::quoted(holder.table->name),
                                                                           holder.table->primaryKey.constFirst()),
                                      {holder.key});
            });
        });
    });
}
