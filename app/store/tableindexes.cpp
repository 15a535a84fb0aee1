#include "store/searchsql.h"
#include "store/table.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using table::Index;

namespace {

QString textOf(const Rows &row)
{
    return row.value(0).toString();
}

QString choose(const Connection &connection, const QString &sqlite, const QString &postgresql)
{
    return connection.engine() == Connection::Engine::SQLite ? sqlite : postgresql;
}

/// What names a table in a statement that asks for it.
QVariant named(const Connection &connection, const QString &table)
{
    return connection.engine() == Connection::Engine::SQLite ? table : connection.quoted(table);
}

/// The condition in the text that made an index.
QString conditionIn(const QString &sql)
{
    static const QRegularExpression where(u"\\)\\s*WHERE\\s+(.*)$"_s, QRegularExpression::DotMatchesEverythingOption);
    return where.match(sql).captured(1);
}

/// SQLite names the index of a constraint by itself; the constraint's own name is in the text that made the table.
QString constraintIn(const QString &sql, const QStringList &columns)
{
    const QRegularExpression unique(
        u"CONSTRAINT\\s+(\\w+)\\s+UNIQUE\\s*\\(\\s*%1\\s*\\)"_s.arg(columns.join(u"\\s*,\\s*"_s)));
    return unique.match(sql).captured(1);
}

/// One column of an index a row: name, whether unique, whether a constraint's, column, condition, text of the table.
const QString Sqlite
    = u"SELECT l.name, l.\"unique\", l.origin = 'u', i.name, m.sql, t.sql FROM pragma_index_list(?) l "
      "JOIN pragma_index_info(l.name) i LEFT JOIN sqlite_master m ON m.type = 'index' AND m.name = l.name "
      "JOIN sqlite_master t ON t.type = 'table' AND t.name = ? WHERE l.origin <> 'pk' ORDER BY l.seq DESC, i.seqno"_s;
const QString Postgresql
    = u"SELECT n.relname, x.indisunique, c.conname IS NOT NULL, a.attname, pg_get_expr(x.indpred, x.indrelid) "
      "FROM pg_index x JOIN pg_class n ON n.oid = x.indexrelid "
      "LEFT JOIN pg_constraint c ON c.conindid = x.indexrelid AND c.contype = 'u' "
      "CROSS JOIN LATERAL unnest(x.indkey::int2[]) WITH ORDINALITY k(num, place) "
      "LEFT JOIN pg_attribute a ON a.attrelid = x.indrelid AND a.attnum = k.num "
      "WHERE x.indrelid = to_regclass(?) AND NOT x.indisprimary AND n.relname <> ? ORDER BY x.indexrelid, k.place"_s;

/// Tables of a file without those in which FTS5 keeps the words of others.
const QString SqliteTables
    = u"WITH searches (name) AS (SELECT s.name FROM sqlite_master s JOIN sqlite_master t ON t.type = 'table' "
      "AND s.name = t.name || '_search' WHERE s.sql LIKE 'CREATE VIRTUAL TABLE % USING fts5(%') "
      "SELECT name FROM sqlite_master m WHERE type = 'table' AND name <> ? AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' "
      "AND NOT EXISTS (SELECT 1 FROM searches s WHERE m.name IN (s.name, s.name || '_data', s.name || '_idx', "
      "s.name || '_config', s.name || '_docsize', s.name || '_content')) ORDER BY rowid"_s;

}

Result<QStringList> table::all(Connection &connection)
{
    return connection.all(choose(connection, SqliteTables,
                                 u"SELECT tablename FROM pg_tables WHERE schemaname = current_schema() "
                                 "AND tablename <> ? ORDER BY tablename"_s),
                          {u"schema_migrations"_s}, textOf);
}

Result<QList<Index>> table::indexes(Connection &connection, const QString &name)
{
    const bool sqlite = connection.engine() == Connection::Engine::SQLite;
    QList<Index> indexes;
    QString made;
    const auto take = [&](const Rows &row) {
        if (indexes.isEmpty() || indexes.constLast().name != textOf(row))
            indexes.append({.name = textOf(row),
                            .isUnique = row.value(1).toBool(),
                            .isConstraint = row.value(2).toBool(),
                            .where = sqlite ? conditionIn(row.value(4).toString()) : row.value(4).toString()});
        indexes.last().columns.append(row.value(3).toString());
        made = sqlite ? row.value(5).toString() : QString();
        return 0;
    };
    const QVariantList values{named(connection, name), sqlite ? name : searchsql::name(name)};
    const auto read = connection.all(sqlite ? Sqlite : Postgresql, values, take);
    if (!read)
        return std::unexpected(read.error());
    for (Index &index : indexes) {
        if (sqlite && index.isConstraint)
            index.name = constraintIn(made, index.columns);
    }
    return indexes;
}

Result<QList<table::Trigger>> table::triggers(Connection &connection, const QString &name)
{
    return connection.all(
        choose(connection,
               u"SELECT name, sql, 0 FROM sqlite_master WHERE type = 'trigger' AND tbl_name = ? ORDER BY name"_s,
               u"SELECT tgname, pg_get_triggerdef(oid, TRUE), tgenabled = 'D' FROM pg_trigger "
               "WHERE tgrelid = to_regclass(?) AND NOT tgisinternal ORDER BY tgname"_s),
        {named(connection, name)}, [](const Rows &row) {
            return Trigger{.name = textOf(row), .sql = row.value(1).toString(), .isOff = row.value(2).toBool()};
        });
}

Result<QString> table::searchIndex(Connection &connection, const QString &name)
{
    const QString index = searchsql::name(name);
    return connection
        .first(choose(connection, u"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"_s,
                      u"SELECT pg_get_indexdef(x.indexrelid) || chr(10) || p.prosrc FROM pg_index x, pg_proc p "
                      "WHERE x.indexrelid = to_regclass(?) AND p.oid = to_regproc('search_words')"_s),
               {named(connection, index)}, textOf)
        .transform([](const std::optional<QString> &sql) { return sql.value_or(QString()); });
}

Result<bool> table::haveSearchIndexes(Connection &connection, const QStringList &tables)
{
    QVariantList indexes;
    for (const QString &name : tables)
        indexes.append(named(connection, searchsql::name(name)));
    const QStringList each(indexes.size(), choose(connection, u"?"_s, u"to_regclass(?)"_s));
    const QString found
        = choose(connection, u"SELECT COUNT(*) FROM sqlite_master WHERE type = 'table' AND name IN (%1)"_s,
                 u"SELECT COUNT(*) FROM pg_index WHERE indexrelid IN (%1)"_s);
    return connection.insert(found.arg(each.join(u", ")), indexes).transform([&](qint64 count) {
        return count == QSet(tables.cbegin(), tables.cend()).size();
    });
}
