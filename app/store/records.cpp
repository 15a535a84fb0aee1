#include "store/records.h"

#include "store/modelsql.h"
#include "store/sql.h"

#include <QJsonDocument>

using namespace Qt::Literals;
using model::Column;
using model::Table;
using model::Type;
using records::Cell;
using records::Record;
using records::Values;

namespace {

bool isWhole(Type type)
{
    return type == Type::Serial || type == Type::Identity || type == Type::Id || type == Type::Integer
        || type == Type::BigInt;
}

QString decimal(const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber ? QString::number(number, 'f', QLocale::FloatingPointShortest) : value.toString();
}

QString select(const Table &table, const QString &where)
{
    return u"SELECT %1 FROM %2 WHERE %3"_s.arg(records::columns(table), modelsql::quoted(table.name), where);
}

QString held(const Connection &connection, records::Hold hold)
{
    const bool onServer = connection.engine() == Connection::Engine::PostgreSQL;
    return onServer && hold == records::Hold::Yes ? u" FOR UPDATE"_s : QString();
}

}

QString records::columns(const Table &table)
{
    QStringList names;
    for (const Column &column : table.columns)
        names.append(modelsql::quoted(column.name));
    return names.join(u", ");
}

Record records::record(const Table &table, const Rows &row)
{
    Record record{.table = table.name};
    for (int i = 0; i < table.columns.size(); ++i) {
        const Column &column = table.columns[i];
        record.values.insert(column.name, row.isNull(i) ? Cell() : records::cell(row.value(i), column));
    }
    record.key = records::keyOf(table, record.values);
    record.version = record.values.value(u"row_version"_s).value_or(u"0"_s).toInt();
    return record;
}

Cell records::cell(const QVariant &value, const Column &column)
{
    if (value.isNull())
        return {};
    switch (column.type) {
    case Type::Numeric:
    case Type::Double:
        return decimal(value);
    case Type::Date:
        return value.typeId() == QMetaType::QDate ? value.toDate().toString(Qt::ISODate) : value.toString();
    case Type::Timestamp:
        return value.typeId() == QMetaType::QDateTime ? sql::time(value.toDateTime()).toString() : value.toString();
    case Type::Boolean:
        return value.toBool() ? u"1"_s : u"0"_s;
    default:
        return value.toString();
    }
}

QVariant records::bound(const Cell &cell, const Column &column)
{
    if (!cell)
        return {};
    bool isNumber = false;
    const qint64 number = isWhole(column.type) ? cell->toLongLong(&isNumber) : 0;
    return isNumber ? QVariant(number) : sql::text(*cell);
}

QString records::keyOf(const Table &table, const Values &values)
{
    QStringList parts;
    for (const QString &column : table.primaryKey)
        parts.append(values.value(column).value_or(QString()));
    return parts.join(u',');
}

QString records::condition(const Table &table)
{
    QStringList parts;
    for (const QString &column : table.primaryKey)
        parts.append(modelsql::quoted(column) + u" = ?"_s);
    return parts.join(u" AND ");
}

/// The first row says of which types all are. Alternatives (a AND b OR a AND b) take a server far longer to plan, and
/// IN (VALUES …) by itself makes SQLite go through the whole table.
QString records::isOneOf(const Table &table, const QStringList &columns, qsizetype rows)
{
    QStringList names;
    QStringList own; // that VALUES gives its columns
    QStringList typed;
    for (const QString &column : columns) {
        names.append(modelsql::quoted(column));
        own.append(u"column%1"_s.arg(names.size()));
        typed.append(isWhole(table.column(column)->type) ? u"CAST(? AS BIGINT)"_s : u"CAST(? AS TEXT)"_s);
    }
    QStringList values(rows, sql::marks(columns.size()));
    values[0] = u'(' + typed.join(u", ") + u')';
    return u"(%1) IN (SELECT %2 FROM (VALUES %3) AS given)"_s.arg(names.join(u", "), own.join(u", "),
                                                                  values.join(u", "));
}

QVariantList records::boundKey(const Table &table, const QString &key)
{
    QVariantList bound;
    const QStringList parts = key.split(u',');
    for (qsizetype i = 0; i < table.primaryKey.size(); ++i)
        bound.append(records::bound(parts.value(i), *table.column(table.primaryKey[i])));
    return bound;
}

QString records::text(const Values &values)
{
    QJsonObject object;
    for (const auto &[column, cell] : values.asKeyValueRange())
        object.insert(column, cell ? QJsonValue(*cell) : QJsonValue());
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

Values records::values(const QString &json)
{
    Values values;
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        values.insert(entry.key(), entry->isNull() ? Cell() : Cell(entry->toString()));
    return values;
}

Result<QList<Record>> records::read(Connection &connection, const Table &table, const QStringList &keys, Hold hold)
{
    const auto from = [&](const Rows &row) { return records::record(table, row); };
    QList<Record> found;
    if (table.primaryKey.size() == 1) {
        QVariantList bound;
        for (const QString &key : keys)
            bound += boundKey(table, key);
        return among(connection, table, modelsql::quoted(table.primaryKey.constFirst()) + u" IN %1"_s, bound, {}, hold);
    }
    const auto readSome = [&](std::span<const QString> some) {
        QVariantList bound;
        for (const QString &key : some)
            bound += boundKey(table, key);
        const QString where = isOneOf(table, table.primaryKey, qsizetype(some.size()));
        return connection.all(select(table, where) + held(connection, hold), bound, from)
            .transform([&](const QList<Record> &part) { found += part; });
    };
    return sql::inParts(keys, readSome).transform([&] { return found; });
}

Result<std::optional<Record>> records::read(Connection &connection, const Table &table, const QString &key, Hold hold)
{
    return read(connection, table, QStringList{key}, hold).transform([](const QList<Record> &found) {
        return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
    });
}

Result<QList<Record>> records::among(Connection &connection, const Table &table, const QString &condition,
                                     const QVariantList &values, const QVariantList &before, Hold hold)
{
    return sql::where(
        connection, select(table, condition) + held(connection, hold), values,
        [&](const Rows &row) { return records::record(table, row); }, before);
}

Result<QList<Record>> records::having(Connection &connection, const Table &table, const Values &values, Hold hold)
{
    QStringList conditions;
    QStringList order;
    QVariantList bound;
    for (const auto &[column, cell] : values.asKeyValueRange()) {
        conditions.append(modelsql::quoted(column) + (cell ? u" = ?"_s : u" IS NULL"_s));
        if (cell)
            bound.append(records::bound(cell, *table.column(column)));
    }
    for (const QString &key : table.primaryKey)
        order.append(modelsql::quoted(key));
    if (conditions.isEmpty())
        conditions.append(u"1 = 1"_s);
    const QString where = conditions.join(u" AND ") + u" ORDER BY "_s + order.join(u", ");
    return connection.all(select(table, where) + held(connection, hold), bound,
                          [&](const Rows &row) { return records::record(table, row); });
}

Result<const Table *> records::tableOf(const QString &name)
{
    const Table *table = model::own().table(name);
    if (!table)
        return fail(Error::Kind::Missing, u"There is no table \"%1\"."_s.arg(name));
    return table;
}
