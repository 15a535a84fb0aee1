#include "store/model.h"
#include "store/table.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

using table::Column;
using table::ForeignKey;
using table::Info;

QString textOf(const Rows &row)
{
    return row.value(0).toString();
}

// SQLite

/// SQLite keeps the names of constraints only in the text that made the table.
struct Constraints
{
    QStringList names;
    QHash<QString, QString> ofForeignKeys; ///< by column
};

Constraints constraintsOf(const QString &sql)
{
    static const QRegularExpression any(u"\\bCONSTRAINT (\\w+)"_s);
    static const QRegularExpression ofTable(u"\\bCONSTRAINT (\\w+) FOREIGN KEY \\((\\w+)\\)"_s);
    static const QRegularExpression ofColumn(u"[,(]\\s*(\\w+)[^,()]*\\bCONSTRAINT (\\w+) REFERENCES"_s);
    Constraints found;
    for (const auto &match : any.globalMatch(sql))
        found.names.append(match.captured(1));
    for (const auto &match : ofTable.globalMatch(sql))
        found.ofForeignKeys.insert(match.captured(2), match.captured(1));
    for (const auto &match : ofColumn.globalMatch(sql))
        found.ofForeignKeys.insert(match.captured(1), match.captured(2));
    return found;
}

QStringList checksOf(const QString &sql)
{
    static const QRegularExpression check(u"\\bCHECK\\s*(\\((?:[^()']|'[^']*'|(?1))*\\))"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    QStringList checks;
    for (const auto &match : check.globalMatch(sql))
        checks.append(match.captured(1).simplified());
    return checks;
}

/// What happens where the referred row goes or changes, from the two words for it.
QString actionOf(const QString &onDelete, const QString &onUpdate)
{
    QStringList parts;
    if (onDelete != "NO ACTION"_L1)
        parts.append(u"ON DELETE "_s + onDelete);
    if (onUpdate != "NO ACTION"_L1)
        parts.append(u"ON UPDATE "_s + onUpdate);
    return parts.join(u' ');
}

Result<Info> sqliteInfo(Connection &connection, const QString &name)
{
    Info info{.name = name};
    QMap<int, QString> key;
    const auto columns
        = connection.all(u"SELECT name, type, \"notnull\", dflt_value, pk FROM pragma_table_info(?) ORDER BY cid"_s,
                         {name}, [&](const Rows &row) {
                             if (const int place = row.value(4).toInt(); place > 0)
                                 key.insert(place, textOf(row));
                             return Column{.name = textOf(row),
                                           .type = row.value(1).toString(),
                                           .nullable = !row.value(2).toBool(),
                                           .defaultValue = row.value(3).toString()};
                         });
    const auto sql
        = connection.first(u"SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"_s, {name}, textOf);
    if (!columns || !sql)
        return std::unexpected(columns ? sql.error() : columns.error());
    const Constraints constraints = constraintsOf(sql->value_or(QString()));
    const auto keys
        = connection.all(u"SELECT \"from\", \"table\", \"to\", on_delete, on_update FROM pragma_foreign_key_list(?) "
                         "ORDER BY id DESC, seq"_s,
                         {name}, [&](const Rows &row) {
                             return ForeignKey{.constraint = constraints.ofForeignKeys.value(textOf(row)),
                                               .column = textOf(row),
                                               .table = row.value(1).toString(),
                                               .referenced = row.value(2).toString(),
                                               .action = actionOf(row.value(3).toString(), row.value(4).toString())};
                         });
    if (!keys)
        return std::unexpected(keys.error());
    info.columns = *columns;
    info.primaryKey = key.values();
    info.foreignKeys = *keys;
    info.constraints = constraints.names;
    info.checks = checksOf(sql->value_or(QString()));
    for (Column &column : info.columns) // SQLite counts the one whole number that is the key
        column.counts = info.primaryKey == QStringList{column.name} && column.type == "INTEGER"_L1;
    info.isView = !sql->has_value();
    return info;
}

// PostgreSQL

/// Its names of types, as the migrations and the journal write them.
QString typeOf(QString type)
{
    type.replace("character varying"_L1, "VARCHAR"_L1).replace("timestamp without time zone"_L1, "TIMESTAMP"_L1);
    return type.toUpper().replace(","_L1, ", "_L1);
}

/// A key that counts has no default to show.
bool isNext(const QString &sql)
{
    return sql.startsWith("nextval("_L1);
}

const QString Check = u"CHECK "_s;
const QString Action
    = u"CASE c.conf%1type WHEN 'c' THEN 'CASCADE' WHEN 'n' THEN 'SET NULL' WHEN 'd' THEN 'SET DEFAULT' "
      "WHEN 'r' THEN 'RESTRICT' ELSE 'NO ACTION' END"_s;

Result<Info> postgresqlInfo(Connection &connection, const QString &name)
{
    const QString regclass = connection.quoted(name);
    Info info{.name = name};
    const auto columns = connection.all(
        u"SELECT a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, pg_get_expr(d.adbin, d.adrelid), "
        "a.attidentity <> '' "
        "FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum "
        "WHERE a.attrelid = to_regclass(?) AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum"_s,
        {regclass}, [](const Rows &row) {
            const QString sql = row.value(3).toString();
            return Column{.name = textOf(row),
                          .type = typeOf(row.value(1).toString()),
                          .nullable = !row.value(2).toBool(),
                          .defaultValue = isNext(sql) ? QString() : sql,
                          .counts = isNext(sql) || row.value(4).toBool()};
        });
    const auto constraints = connection.all(
        u"SELECT c.conname, c.contype::text, a.attname, c.confrelid::regclass::text, f.attname, "_s
            + Action.arg(u"del"_s) + u", "_s + Action.arg(u"upd"_s)
            + u", pg_get_constraintdef(c.oid), k.place FROM pg_constraint c "
              "CROSS JOIN LATERAL unnest(c.conkey) WITH ORDINALITY k(num, place) "
              "JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.num "
              "LEFT JOIN pg_attribute f ON f.attrelid = c.confrelid AND f.attnum = c.confkey[k.place] "
              "WHERE c.conrelid = to_regclass(?) AND c.contype IN ('p', 'f', 'u', 'c') ORDER BY c.oid, k.place"_s,
        {regclass}, [&](const Rows &row) {
            const QString kind = row.value(1).toString();
            if (kind == "p"_L1)
                info.primaryKey.append(row.value(2).toString());
            if (kind == "f"_L1)
                info.foreignKeys.append({.constraint = textOf(row),
                                         .column = row.value(2).toString(),
                                         .table = row.value(3).toString(),
                                         .referenced = row.value(4).toString(),
                                         .action = actionOf(row.value(5).toString(), row.value(6).toString())});
            if (kind == "c"_L1 && row.value(8).toInt() == 1)
                info.checks.append(row.value(7).toString().sliced(Check.size()));
            return textOf(row);
        });
    if (!columns || !constraints)
        return std::unexpected(columns ? constraints.error() : columns.error());
    info.columns = *columns;
    info.constraints = *constraints;
    info.constraints.removeDuplicates();
    return info;
}

}

Result<QStringList> table::names(Connection &connection)
{
    return all(connection).transform([](const QStringList &present) {
        QStringList names;
        for (const model::Table &table : model::own().tables) {
            if (table.isShown && present.contains(table.name))
                names.append(table.name);
        }
        return names;
    });
}

Result<QStringList> table::others(Connection &connection)
{
    const bool isSqlite = connection.engine() == Connection::Engine::SQLite;
    const auto views = connection.all(
        isSqlite ? u"SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"_s
                 : u"SELECT viewname FROM pg_views WHERE schemaname = current_schema() ORDER BY viewname"_s,
        {}, textOf);
    const auto tables = all(connection);
    if (!views || !tables)
        return std::unexpected(views ? tables.error() : views.error());
    QStringList others = *tables + *views;
    others.removeIf([](const QString &name) { return model::own().table(name); });
    return others;
}

Result<table::Info> table::info(Connection &connection, const QString &name)
{
    auto info = connection.engine() == Connection::Engine::SQLite ? sqliteInfo(connection, name)
                                                                  : postgresqlInfo(connection, name);
    if (info && info->columns.isEmpty())
        return fail(Error::Kind::Missing, u"There is no table \"%1\"."_s.arg(name));
    return info;
}
