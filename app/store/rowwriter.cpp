#include "store/model.h"
#include "store/native.h"
#include "store/rowwriters.h"
#include "store/selections.h"
#include "store/sql.h"
#include "store/sqldump.h"

#include <sqlite3.h>

using namespace Qt::Literals;

Result<std::unique_ptr<RowWriter>> rowwriter::open(Connection &connection, const QString &table,
                                                   const QStringList &columns)
{
    const auto info = table::info(connection, table);
    if (!info)
        return std::unexpected(info.error());
    QList<Selection::Field> fields;
    for (const QString &name : columns) {
        const auto column = std::ranges::find(info->columns, name, &table::Column::name);
        if (column == info->columns.end())
            return fail(Error::Kind::Missing, u"The table \"%1\" has no column \"%2\"."_s.arg(table, name));
        fields.append({.name = name, .kind = selections::kindOf(column->type)});
    }
    return connection.engine() == Connection::Engine::SQLite ? intoSqlite(connection, table, fields)
                                                             : intoPostgresql(connection, table, fields);
}

Result<> rowwriter::deferReferences(Connection &connection)
{
    return connection.engine() == Connection::Engine::SQLite ? connection.run(u"PRAGMA defer_foreign_keys = ON"_s)
                                                             : Result<>();
}

Result<> rowwriter::checkReferences(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return {}; // checked behind each table
    const auto database = native::sqlite(connection);
    if (!database)
        return std::unexpected(database.error());
    int open = 0;
    int most = 0;
    sqlite3_db_status(*database, SQLITE_DBSTATUS_DEFERRED_FKS, &open, &most, 0);
    if (open == 0)
        return {};
    const auto first = connection.first(u"PRAGMA foreign_key_check"_s, {}, [](const Rows &row) {
        return u"%1, row %2 refers to %3"_s.arg(row.value(0).toString(), row.value(1).toString(),
                                                row.value(2).toString());
    });
    if (!first)
        return std::unexpected(first.error());
    return fail(Error::Kind::Malformed, u"A row refers to another that is not there."_s, first->value_or(QString()));
}

Result<> rowwriter::setCounters(Connection &connection, const QStringList &tables)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return {}; // the next key is one above the highest
    return sql::each(tables, [&](const QString &name) {
        const model::Table *table = model::own().table(name);
        const QString counter = table ? sqldump::counterSql(*table) : QString();
        return counter.isEmpty() ? Result<>() : connection.run(counter);
    });
}
