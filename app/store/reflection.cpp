#include "store/evolution.h"

#include "store/modelsql.h"
#include "store/searchsql.h"
#include "store/table.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using model::Column;
using model::Model;
using model::Table;
using model::Type;
using Engine = Connection::Engine;

namespace {

/// A type as SQLite's tables name it. What it cannot tell apart (a key's reference is a whole number) is taken as such.
void readType(Column &column, const QString &type)
{
    static const QRegularExpression numbers(u"\\d+"_s);
    static const QHash<QString, Type> types{{u"INTEGER"_s, Type::Integer}, {u"BIGINT"_s, Type::BigInt},
                                            {u"DATE"_s, Type::Date},       {u"BOOLEAN"_s, Type::Boolean},
                                            {u"BLOB"_s, Type::Blob},       {u"TIMESTAMP"_s, Type::Timestamp},
                                            {u"NUMERIC"_s, Type::Numeric}, {u"DOUBLE PRECISION"_s, Type::Double}};
    column.type = types.value(type.section(u'(', 0, 0), Type::Text);
    QList<int> given;
    for (const auto &match : numbers.globalMatch(type))
        given.append(match.captured().toInt());
    if (column.type == Type::Text)
        column.length = given.value(0);
    column.digits = column.type == Type::Numeric ? given.value(0) : 0;
    column.decimals = column.type == Type::Numeric ? given.value(1) : 0;
}

Column reflect(const table::Column &found, const table::Info &info, const Column *like)
{
    Column column{.name = found.name, .isNullable = found.nullable, .defaultValue = found.defaultValue};
    const auto key = std::ranges::find(info.foreignKeys, found.name, &table::ForeignKey::column);
    if (key != info.foreignKeys.end())
        column.references = model::Reference{.table = key->table, .column = key->referenced};
    readType(column, found.type);
    const bool counts = info.primaryKey == QStringList{found.name} && column.type == Type::Integer;
    if (counts && !column.references)
        column.type = Type::Identity;
    const auto sqlite = Engine::SQLite;
    if (like && modelsql::type(*like, sqlite) == modelsql::type(column, sqlite)) {
        column.type = like->type;
        column.meaning = like->meaning;
    }
    return column;
}

Table reflect(const table::Info &info, const QList<table::Index> &indexes, const QString &search, const Table *like)
{
    Table table{.name = info.name, .search = searchsql::columnsOf(search), .primaryKey = info.primaryKey};
    if (like) {
        table.isAppendOnly = like->isAppendOnly;
        table.triggers = like->triggers;
    }
    for (const table::Column &column : info.columns)
        table.columns.append(reflect(column, info, like ? like->column(column.name) : nullptr));
    for (const table::Index &index : indexes) {
        if (index.isConstraint)
            table.unique.append(index.columns);
        else
            table.indexes.append(
                {.name = index.name, .columns = index.columns, .isUnique = index.isUnique, .where = index.where});
    }
    return table;
}

/// A reference has the type of the key that it refers to.
void resolve(Model &model)
{
    for (Table &table : model.tables) {
        for (Column &column : table.columns) {
            if (!column.references)
                continue;
            const Table *other = model.table(column.references->table);
            const Column *key = other ? other->column(column.references->column) : nullptr;
            if (key && key->type == Type::Identity)
                column.type = Type::Id;
        }
    }
}

}

Result<Model> evolution::reflected(Connection &connection, const Model &like)
{
    const auto names = table::all(connection);
    if (!names)
        return std::unexpected(names.error());
    Model model{.database = like.database};
    for (const QString &name : *names) {
        const auto info = table::info(connection, name);
        const auto indexes = table::indexes(connection, name);
        const auto search = table::searchIndex(connection, name);
        if (!info || !indexes)
            return std::unexpected(info ? indexes.error() : info.error());
        if (!search)
            return std::unexpected(search.error());
        model.tables.append(reflect(*info, *indexes, *search, like.table(name)));
    }
    resolve(model);
    return model;
}

Result<QMap<QString, QStringList>> evolution::triggersByHand(Connection &connection)
{
    QMap<QString, QStringList> triggers;
    const auto read
        = connection.all(u"SELECT tbl_name, name, sql FROM sqlite_master WHERE type = ? ORDER BY rowid"_s,
                         {u"trigger"_s}, [&](const Rows &row) {
                             const QString table = row.value(0).toString();
                             if (!modelsql::generatedTriggers(table, Engine::SQLite).contains(row.value(1).toString()))
                                 triggers[table].append(row.value(2).toString());
                             return 0;
                         });
    if (!read)
        return std::unexpected(read.error());
    return triggers;
}
