#include "store/tablecondition.h"

#include "store/words.h"

using namespace Qt::Literals;
using condition::Kind;
using condition::Sql;
using filter::Sign;

namespace {

QString sqlOf(Sign sign)
{
    switch (sign) {
    case Sign::Less:
        return u"<"_s;
    case Sign::LessOrEqual:
        return u"<="_s;
    case Sign::More:
        return u">"_s;
    case Sign::MoreOrEqual:
        return u">="_s;
    default:
        return u"="_s;
    }
}

/// One comparison of a text.
Sql text(const Connection &connection, const QString &sql, Sign sign, const QString &value)
{
    if (sign == Sign::Contains)
        return {words::condition(connection, sql), {words::value(connection, value)}};
    if (sign == Sign::Matches)
        return {words::matching(connection, sql), {value}};
    if (sign == Sign::Equal)
        return {words::equal(connection, sql), {value}};
    return {u"%1 %2 ?%3"_s.arg(sql, sqlOf(sign), condition::collation(connection)), {value}};
}

Result<Sql> number(const QString &sql, Sign sign, const QString &value)
{
    const auto number = filter::number(value);
    if (!number)
        return fail(Error::Kind::Invalid, u"“%1” is not a number."_s.arg(value), value);
    return Sql{u"%1 %2 ?"_s.arg(sql, sqlOf(sign)), {*number}};
}

/// Days are compared as a whole: later than 1999 begins with 2000.
Result<Sql> day(const QString &sql, Sign sign, const QString &value)
{
    const auto days = filter::days(value);
    if (!days)
        return fail(Error::Kind::Invalid, u"“%1” is not a date, such as 1999, 1999-05 or 1999-05-17."_s.arg(value),
                    value);
    const QString first = days->first.toString(Qt::ISODate);
    const QString end = days->end.toString(Qt::ISODate);
    switch (sign) {
    case Sign::Less:
        return Sql{u"%1 < ?"_s.arg(sql), {first}};
    case Sign::LessOrEqual:
        return Sql{u"%1 < ?"_s.arg(sql), {end}};
    case Sign::More:
        return Sql{u"%1 >= ?"_s.arg(sql), {end}};
    case Sign::MoreOrEqual:
        return Sql{u"%1 >= ?"_s.arg(sql), {first}};
    default:
        return Sql{u"(%1 >= ? AND %1 < ?)"_s.arg(sql), {first, end}};
    }
}

Result<Sql> truth(const QString &sql, const QString &value)
{
    const bool isTrue = QStringList{u"1"_s, u"yes"_s, u"true"_s}.contains(value.toLower());
    if (!isTrue && !QStringList{u"0"_s, u"no"_s, u"false"_s}.contains(value.toLower()))
        return fail(Error::Kind::Invalid, u"Say yes or no."_s, value);
    return Sql{u"CAST(%1 AS INTEGER) = ?"_s.arg(sql), {int(isTrue)}};
}

Result<Sql> compare(const Connection &connection, const QString &sql, Kind kind, Sign sign, const QString &value)
{
    if (sign == Sign::Matches) // any value has a text
        return text(connection, kind == Kind::Text ? sql : u"CAST(%1 AS TEXT)"_s.arg(sql), sign, value);
    switch (kind) {
    case Kind::Number:
        return number(sql, sign, value);
    case Kind::Day:
    case Kind::Moment:
        return day(sql, sign, value);
    case Kind::Truth:
        return truth(sql, value);
    case Kind::Bytes:
        return fail(Error::Kind::Invalid, u"Of bytes only whether there are any can be asked: = or <>."_s, value);
    case Kind::Text:
        break;
    }
    return text(connection, sql, sign, value);
}

Result<Sql> anyOf(const Connection &connection, const QString &sql, Kind kind, Sign sign, const QStringList &values)
{
    QStringList terms;
    Sql all;
    for (const QString &value : values) {
        auto term = compare(connection, sql, kind, sign, value);
        if (!term)
            return term;
        terms.append(term->text);
        all.values += term->values;
    }
    all.text = u'(' + terms.join(u" OR ") + u')';
    return all;
}

/// A text's last value in the range takes what begins with it along: "A..C" has Casablanca.
Result<Sql> between(const Connection &connection, const QString &sql, Kind kind, const QStringList &ends)
{
    Sql all{u"1 = 1"_s, {}};
    const QString last = kind == Kind::Text ? ends.value(1) + QChar(0xffff) : ends.value(1);
    for (const auto &[sign, end] : {std::pair(Sign::MoreOrEqual, ends.value(0)), std::pair(Sign::LessOrEqual, last)}) {
        if (end.isEmpty() || (kind == Kind::Text && end == QChar(0xffff)))
            continue;
        const auto term = compare(connection, sql, kind, sign, end);
        if (!term)
            return term;
        all.text += u" AND "_s + term->text;
        all.values += term->values;
    }
    return all;
}

Sql empty(const QString &sql, Kind kind)
{
    return {kind == Kind::Text ? u"(%1 IS NULL OR %1 = '')"_s.arg(sql) : u"%1 IS NULL"_s.arg(sql), {}};
}

}

Kind condition::kindOf(const QString &type)
{
    const QString upper = type.toUpper();
    const auto has = [&](QLatin1StringView name) { return upper.contains(name); };
    if (has("BOOL"_L1))
        return Kind::Truth;
    if (has("TIMESTAMP"_L1) || has("DATETIME"_L1))
        return Kind::Moment;
    if (has("DATE"_L1))
        return Kind::Day;
    if (has("BLOB"_L1) || has("BYTEA"_L1))
        return Kind::Bytes;
    const bool isNumber = (has("INT"_L1) && !has("INTERVAL"_L1)) || has("NUMERIC"_L1) || has("REAL"_L1)
        || has("DOUBLE"_L1) || has("FLOAT"_L1) || has("DECIMAL"_L1);
    return isNumber ? Kind::Number : Kind::Text;
}

Result<Sql> condition::of(const Connection &connection, const QString &sql, Kind kind,
                          const filter::Condition &condition)
{
    switch (condition.sign) {
    case Sign::Empty:
        return empty(sql, kind);
    case Sign::Filled:
        return Sql{u"NOT "_s + empty(sql, kind).text, {}};
    case Sign::Between:
        return between(connection, sql, kind, condition.values);
    case Sign::Differs:
        return anyOf(connection, sql, kind, Sign::Equal, condition.values).transform([&](const Sql &equal) {
            return Sql{u"(%1 IS NULL OR NOT %2)"_s.arg(sql, equal.text), equal.values};
        });
    default:
        return anyOf(connection, sql, kind, condition.sign, condition.values);
    }
}

QString condition::collation(const Connection &connection)
{
    return connection.engine() == Connection::Engine::SQLite ? u" COLLATE NOCASE"_s : u" COLLATE \"und-x-icu\""_s;
}
