#include "store/searchsql.h"

#include "store/modelsql.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using model::Column;
using model::Table;
using Engine = Connection::Engine;

namespace {

/// A row's number is its key: https://sqlite.org/lang_createtable.html#rowid.
QString keyOf(const Table &table)
{
    return modelsql::quoted(table.primaryKey.value(0));
}

/// Of a date the year: nobody looks for a day by its two digits.
QString valueOf(const Column &column, Engine engine, const QString &row)
{
    QString name = row + modelsql::quoted(column.name);
    if (column.type != model::Type::Date)
        return name;
    return engine == Engine::SQLite ? u"substr(%1, 1, 4)"_s.arg(name)
                                    : u"extract(year FROM %1)::integer::text"_s.arg(name);
}

QStringList valuesOf(const Table &table, Engine engine, const QString &row)
{
    QStringList values;
    for (const QString &name : table.search)
        values.append(valueOf(*table.column(name), engine, row));
    return values;
}

QString columnsOf(const Table &table)
{
    QStringList columns;
    for (const QString &name : table.search)
        columns.append(modelsql::quoted(name));
    return columns.join(u", ");
}

QString add(const Table &table, const QString &row)
{
    return u"INSERT INTO %1 (rowid, %2) VALUES (%3%4, %5)"_s.arg(searchsql::name(table.name), columnsOf(table), row,
                                                                 keyOf(table),
                                                                 valuesOf(table, Engine::SQLite, row).join(u", "));
}

/// Without the text that it had, FTS5 does not find the words to take out.
QString remove(const Table &table, const QString &row)
{
    return u"INSERT INTO %1 (%1, rowid, %2) VALUES ('delete', %3%4, %5)"_s.arg(
        searchsql::name(table.name), columnsOf(table), row, keyOf(table),
        valuesOf(table, Engine::SQLite, row).join(u", "));
}

QString trigger(const Table &table, const QString &suffix, const QString &when, const QStringList &what)
{
    return u"CREATE TRIGGER %1 AFTER %2 BEGIN\n    %3;\nEND"_s.arg(searchsql::name(table.name) + suffix, when,
                                                                   what.join(u";\n    "));
}

/// A program that writes a row as it was changes no words.
QString whenChanged(const Table &table)
{
    QStringList columns;
    QStringList changes;
    for (const QString &name : table.search + table.primaryKey) {
        columns.append(modelsql::quoted(name));
        changes.append(u"NEW.%1 IS NOT OLD.%1"_s.arg(columns.constLast()));
    }
    return u"UPDATE OF %1 ON %2 FOR EACH ROW\n    WHEN %3"_s.arg(columns.join(u", "), modelsql::quoted(table.name),
                                                                 changes.join(u" OR "));
}

const QString Added = u"_added"_s;
const QString Changed = u"_changed"_s;
const QString Removed = u"_removed"_s;

}

QString searchsql::name(const QString &table)
{
    return table + u"_search"_s;
}

QString searchsql::vector(const Table &table)
{
    QStringList parts;
    const QStringList values = valuesOf(table, Engine::PostgreSQL, {});
    for (qsizetype i = 0; i < values.size(); ++i)
        parts.append(table.column(table.search[i])->isNullable ? u"coalesce(%1, '')"_s.arg(values[i]) : values[i]);
    return u"search_words(%1)"_s.arg(parts.join(u" || ' ' || "));
}

/// As unicode61 does it: marks fall off Latin letters, other letters keep theirs; digits of any kind are in words. No
/// word may have more than 2,046 bytes. Its cost is such that no server makes the words of all rows where the index has
/// them.
QString searchsql::createFunction()
{
    return u"CREATE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL "
           u"SAFE\n"
           "    COST 1000 AS $$\n"
           "BEGIN\n"
           "    RETURN array_to_tsvector(array_remove(regexp_split_to_array(translate(lower(normalize(regexp_replace(\n"
           "        normalize(CASE WHEN octet_length(words) < 2000 THEN words ELSE left(words, 500) END, NFD),\n"
           "        '([A-Za-z])[\\u0300-\\u036F]+', '\\1', 'g'), NFC) COLLATE \"und-x-icu\"), 'ςſµ', 'σsμ'),\n"
           "        '[^[:alnum:]\\u00B2\\u00B3\\u00B9\\u00BC-\\u00BE\\u2070-\\u2079\\u2080-\\u2089\\u2150-\\u2189"
           "\\u2460-\\u249B\\u24EA-\\u24FF\\u2776-\\u2793\\u3007\\u3021-\\u3029]+'), ''));\n"
           "END $$"_s;
}

QString searchsql::dropFunction()
{
    return u"DROP FUNCTION search_words(text)"_s;
}

/// Which words a row has is all that is kept: not where in it, and not the text, which the table has.
QString searchsql::createIndex(const Table &table, Engine engine)
{
    if (engine == Engine::PostgreSQL)
        return u"CREATE INDEX %1 ON %2 USING gin (%3)"_s.arg(name(table.name), modelsql::quoted(table.name),
                                                             vector(table));
    return u"CREATE VIRTUAL TABLE %1 USING fts5(%2,\n"
           "    content = '', columnsize = 0, detail = none, tokenize = 'unicode61 remove_diacritics 2')"_s.arg(
               name(table.name), ::columnsOf(table));
}

QStringList searchsql::createTriggers(const Table &table, Engine engine)
{
    if (table.search.isEmpty() || engine == Engine::PostgreSQL)
        return {};
    const QString each = u" ON %1 FOR EACH ROW"_s.arg(modelsql::quoted(table.name));
    const QString before = u"OLD."_s;
    const QString now = u"NEW."_s;
    return {trigger(table, Added, u"INSERT"_s + each, {add(table, now)}),
            trigger(table, Changed, whenChanged(table), {remove(table, before), add(table, now)}),
            trigger(table, Removed, u"DELETE"_s + each, {remove(table, before)})};
}

QStringList searchsql::triggerNames(const QString &table, Engine engine)
{
    if (engine == Engine::PostgreSQL)
        return {};
    return {name(table) + Added, name(table) + Changed, name(table) + Removed};
}

QStringList searchsql::create(const Table &table, Engine engine)
{
    if (table.search.isEmpty())
        return {};
    if (engine == Engine::PostgreSQL)
        return {createIndex(table, engine)};
    return QStringList{createIndex(table, engine),
                       u"INSERT INTO %1 (rowid, %2)\nSELECT %3, %4 FROM %5"_s.arg(
                           name(table.name), ::columnsOf(table), keyOf(table), valuesOf(table, engine, {}).join(u", "),
                           modelsql::quoted(table.name))}
    + createTriggers(table, engine);
}

QStringList searchsql::drop(const QString &table, Engine engine)
{
    if (engine == Engine::PostgreSQL)
        return {u"DROP INDEX "_s + name(table)};
    QStringList statements;
    for (const QString &trigger : triggerNames(table, engine))
        statements.append(u"DROP TRIGGER "_s + trigger);
    statements.append(u"DROP TABLE "_s + name(table));
    return statements;
}

QStringList searchsql::columnsOf(const QString &indexSql)
{
    static const QRegularExpression listed(u"\\bUSING fts5\\((.+?),\\s*content ="_s);
    QStringList columns;
    for (const QString &column : listed.match(indexSql).captured(1).split(u", "_s, Qt::SkipEmptyParts))
        columns.append(QString(column).remove(u'"'));
    return columns;
}
