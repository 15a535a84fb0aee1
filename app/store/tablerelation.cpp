#include "store/tablerelation.h"

#include "store/model.h"
#include "store/words.h"

using namespace Qt::Literals;
using condition::Kind;
using condition::Sql;
using filter::Sign;
using table::Field;
using table::Form;

namespace {

QString column(const Connection &connection, const QString &alias, const QString &name)
{
    return alias + u'.' + connection.quoted(name);
}

QString own(const Connection &connection, const Field &field)
{
    return column(connection, u"t"_s, field.name);
}

/// The column of this table by which others refer to it.
QString keyOf(const Connection &connection, const Form &form)
{
    return column(connection, u"t"_s, form.key.value(0));
}

QString label(const Connection &connection, const Field &field)
{
    return column(connection, u"o"_s, field.label);
}

/// "SELECT the keys of rows of this table FROM the others WHERE …"
Sql among(const Connection &connection, const Field &field, const Sql &where)
{
    const QString other = connection.quoted(field.table) + u" o"_s;
    const QString key = column(connection, u"o"_s, field.key);
    if (field.kind == Field::Kind::Reference)
        return {u"SELECT %1 FROM %2 WHERE %3"_s.arg(key, other, where.text), where.values};
    return {u"SELECT %1 FROM %2 b JOIN %3 ON %4 = %5 WHERE %6"_s.arg(column(connection, u"b"_s, field.from),
                                                                     connection.quoted(field.name), other, key,
                                                                     column(connection, u"b"_s, field.to), where.text),
            where.values};
}

QString referring(const Connection &connection, const Form &form, const Field &field)
{
    return field.kind == Field::Kind::Reference ? own(connection, field) : keyOf(connection, form);
}

Sql empty(const Connection &connection, const Form &form, const Field &field)
{
    if (field.kind == Field::Kind::Reference)
        return {own(connection, field) + u" IS NULL"_s, {}};
    return {u"NOT EXISTS (SELECT 1 FROM %1 b WHERE %2 = %3)"_s.arg(
                connection.quoted(field.name), column(connection, u"b"_s, field.from), keyOf(connection, form)),
            {}};
}

/// Names of rows elsewhere.
Result<Sql> named(const Connection &connection, const Form &form, const Field &field,
                  const filter::Condition &condition)
{
    if (condition.sign == Sign::Empty)
        return empty(connection, form, field);
    if (condition.sign == Sign::Filled)
        return Sql{u"NOT ("_s + empty(connection, form, field).text + u')', {}};
    const bool differs = condition.sign == Sign::Differs;
    const filter::Condition wanted{.sign = differs ? Sign::Equal : condition.sign, .values = condition.values};
    return condition::of(connection, label(connection, field), Kind::Text, wanted).transform([&](const Sql &where) {
        const Sql rows = among(connection, field, where);
        const QString key = referring(connection, form, field);
        if (differs)
            return Sql{u"(%1 IS NULL OR %1 NOT IN (%2))"_s.arg(key, rows.text), rows.values};
        return Sql{u"%1 IN (%2)"_s.arg(key, rows.text), rows.values};
    });
}

/// A column whose values are compared as texts, though the server has another type for them.
QString comparable(const Connection &connection, const Field &field, Kind kind)
{
    const bool isForeign = kind == Kind::Text && connection.engine() == Connection::Engine::PostgreSQL
        && !field.type.startsWith("VARCHAR"_L1) && field.type != "TEXT"_L1;
    return isForeign ? u"CAST(%1 AS TEXT)"_s.arg(own(connection, field)) : own(connection, field);
}

/// In what order the names stand: as the table between says, or by name.
QString placeOf(const Connection &connection, const Field &field)
{
    const model::Table *between = model::own().table(field.name);
    for (const QString &place : {u"position"_s, u"billing_order"_s}) {
        if (between && between->column(place))
            return column(connection, u"b"_s, place);
    }
    return label(connection, field);
}

}

QString relation::value(const Connection &connection, const Form &form, const Field &field)
{
    if (field.kind == Field::Kind::Own)
        return own(connection, field);
    const QString other = connection.quoted(field.table) + u" o"_s;
    const QString key = column(connection, u"o"_s, field.key);
    if (field.kind == Field::Kind::Reference)
        return u"(SELECT %1 FROM %2 WHERE %3 = %4)"_s.arg(label(connection, field), other, key, own(connection, field));
    return u"(SELECT MIN(%1) FROM %2 b JOIN %3 ON %4 = %5 WHERE %6 = %7)"_s.arg(
        label(connection, field), connection.quoted(field.name), other, key, column(connection, u"b"_s, field.to),
        column(connection, u"b"_s, field.from), keyOf(connection, form));
}

Result<Sql> relation::holds(const Connection &connection, const Form &form, const Field &field,
                            const filter::Condition &condition)
{
    if (field.kind != Field::Kind::Own)
        return named(connection, form, field, condition);
    const Kind kind = condition::kindOf(field.type);
    return condition::of(connection, comparable(connection, field, kind), kind, condition);
}

QString relation::joinedTo(const Connection &connection, const Field &field, const QString &rows)
{
    return u"SELECT %1 FROM %2 b WHERE %3 IN (%4)"_s.arg(column(connection, u"b"_s, field.from),
                                                         connection.quoted(field.name),
                                                         column(connection, u"b"_s, field.to), rows);
}

Sql relation::contains(const Connection &connection, const Form &form, const Field &field, const QString &word)
{
    const QVariant value = words::value(connection, word);
    if (field.kind == Field::Kind::Own)
        return {words::condition(connection, own(connection, field)), {value}};
    const Sql rows = among(connection, field, {words::condition(connection, label(connection, field)), {value}});
    return {u"%1 IN (%2)"_s.arg(referring(connection, form, field), rows.text), rows.values};
}

Sql relation::folded(const Connection &connection, const Form &form, const Field &field, const QString &end)
{
    const QString key = column(connection, u"o"_s, field.key);
    const QString place = placeOf(connection, field);
    const bool byName = place == label(connection, field) && connection.engine() == Connection::Engine::PostgreSQL;
    return {u"(SELECT string_agg(%1, ? ORDER BY %2, %3) FROM %4 b JOIN %5 o ON %3 = %6 WHERE %7 = %8)"_s.arg(
                label(connection, field), byName ? place + u" COLLATE \"C\""_s : place, key,
                connection.quoted(field.name), connection.quoted(field.table), column(connection, u"b"_s, field.to),
                column(connection, u"b"_s, field.from), keyOf(connection, form)),
            {end}};
}

Sql relation::isRow(const Connection &connection, const Form &form, const Field &field, qint64 row)
{
    if (field.kind != Field::Kind::Relation)
        return {own(connection, field) + u" = ?"_s, {row}};
    return {u"%1 IN (SELECT %2 FROM %3 b WHERE %4 = ?)"_s.arg(
                keyOf(connection, form), column(connection, u"b"_s, field.from), connection.quoted(field.name),
                column(connection, u"b"_s, field.to)),
            {row}};
}

Result<QHash<qint64, table::Links>> relation::links(Connection &connection, const Field &field,
                                                    const QList<qint64> &rows)
{
    const QString marks = QStringList(rows.size(), u"?"_s).join(u", ");
    const QString from = column(connection, u"b"_s, field.from);
    const QString sql = u"SELECT %1, %2, %3 FROM %4 b JOIN %5 o ON %2 = %6 WHERE %1 IN (%7) ORDER BY %1, %8, %2"_s.arg(
        from, column(connection, u"o"_s, field.key), label(connection, field), connection.quoted(field.name),
        connection.quoted(field.table), column(connection, u"b"_s, field.to), marks, placeOf(connection, field));
    QHash<qint64, table::Links> links;
    const auto take = [&](const Rows &row) {
        links[row.value(0).toLongLong()].append({.row = row.value(1).toLongLong(), .name = row.value(2).toString()});
        return 0;
    };
    const auto read = connection.all(sql, QVariantList(rows.begin(), rows.end()), take);
    if (!read)
        return std::unexpected(read.error());
    return links;
}
