#include "facts/entityvalues.h"

#include "facts/currency.h"
#include "facts/source.h"

#include <QSet>

#include <algorithm>
#include <cmath>
#include <tuple>

using namespace Qt::Literals;

namespace {

const QString WholeWorld = u"Q13780930"_s;

std::optional<double> minutesOf(const Quantity &quantity)
{
    if (quantity.unit == "Q7727"_L1)
        return quantity.amount;
    if (quantity.unit == "Q11574"_L1)
        return quantity.amount / 60;
    if (quantity.unit == "Q25235"_L1)
        return quantity.amount * 60;
    return std::nullopt;
}

/// Sorts dates by time; a date that leaves its month or day open comes after those that fall into it.
std::tuple<int, int, int> earliness(const PartialDate &date)
{
    return {date.year, date.month ? date.month : 13, date.day ? date.day : 32};
}

enum class Scope { Place, NotSaid, Worldwide };

Scope scopeOf(const Statement &statement)
{
    if (entityvalues::links(statement, u"P3005"_s, WholeWorld))
        return Scope::Worldwide;
    return statement.qualifiers.contains(u"P3005"_s) ? Scope::Place : Scope::NotSaid;
}

struct Amount
{
    Scope scope;
    Quantity quantity;
};

/// Bounds are a range where somebody gave one: plus or minus one is what editors' tools once added to every number.
std::optional<std::pair<double, double>> rangeOf(const Quantity &quantity)
{
    constexpr double Added = 1;
    const double lower = quantity.lower.value_or(-1);
    const double upper = quantity.upper.value_or(lower);
    return lower >= 0 && upper - lower > 2 * Added ? std::optional(std::pair(lower, upper)) : std::nullopt;
}

Money moneyOf(const Quantity &quantity)
{
    const auto range = rangeOf(quantity);
    return {.amount = range ? range->first : quantity.amount,
            .upper = range ? range->second : quantity.amount,
            .currency = currency::ofItem(quantity.unit)};
}

QString textOf(const Quantity &quantity)
{
    const auto digits = [](double number) { return QString::number(number, 'f', 0); };
    const auto range = rangeOf(quantity);
    const QString number
        = range ? QString(digits(range->first) + u'–' + digits(range->second)) : digits(quantity.amount);
    return QString(number + u' ' + quantity.unit).trimmed();
}

}

bool entityvalues::links(const Statement &statement, const QString &qualifier, const QString &id)
{
    const QList<SnakValue> values = statement.qualifiers.value(qualifier);
    return std::ranges::any_of(values, [&](const SnakValue &value) { return value == SnakValue(ItemLink{id}); });
}

MaybeFact<PartialDate> entityvalues::released(const Entity &entity, const EntityNames &read, Movie &movie)
{
    const Source source = read.source(u"P577"_s);
    std::optional<PartialDate> earliest;
    for (const Statement &statement : entity.statements(u"P577"_s)) {
        const auto *time = std::get_if<WikiTime>(&statement.value);
        if (!time)
            continue;
        const PartialDate date{.year = time->year,
                               .month = time->precision >= WikiTime::Precision::Month ? time->month : 0,
                               .day = time->precision >= WikiTime::Precision::Day ? time->day : 0};
        if (time->precision < WikiTime::Precision::Year)
            movie.unread.append(
                {.column = u"release_date"_s, .text = QString::number(time->year) + u's', .source = source});
        else if (!earliest || earliness(date) < earliness(*earliest))
            earliest = date;
    }
    return earliest ? MaybeFact<PartialDate>(factOf(*earliest, source)) : std::nullopt;
}

MaybeFact<int> entityvalues::runtime(const Entity &entity, const EntityNames &read, Movie &movie)
{
    QStringList texts;
    QSet<int> lengths;
    for (const Statement &statement : entity.statements(u"P2047"_s)) {
        const auto *quantity = std::get_if<Quantity>(&statement.value);
        if (!quantity)
            continue;
        texts.append(QString::number(quantity->amount) + u' ' + quantity->unit);
        const double minutes = minutesOf(*quantity).value_or(0);
        if (minutes >= 1 && minutes < 100'000)
            lengths.insert(int(std::lround(minutes)));
    }
    const QString original = texts.join(", "_L1);
    if (lengths.size() == 1)
        return factOf(*lengths.begin(), read.source(u"P2047"_s), original);
    if (!texts.isEmpty())
        movie.unread.append({.column = u"runtime"_s, .text = original, .source = read.source(u"P2047"_s)});
    return {};
}

MaybeFact<Money> entityvalues::money(const Entity &entity, const QString &property, const QString &column,
                                     const EntityNames &read, Movie &movie)
{
    QList<Amount> amounts;
    for (const Statement &statement : entity.statements(property)) {
        const auto *quantity = std::get_if<Quantity>(&statement.value);
        if (quantity && quantity->amount > 0)
            amounts.append({scopeOf(statement), *quantity});
    }
    if (amounts.isEmpty())
        return {};
    const auto worth = [](const Amount &each) {
        return std::pair(each.scope, each.scope == Scope::Worldwide ? each.quantity.amount : 0);
    };
    const Quantity best = std::ranges::max(amounts, {}, worth).quantity; // the first of equals
    const Money found = moneyOf(best);
    const QString original = textOf(best);
    if (found.currency.isEmpty() && !best.unit.isEmpty())
        movie.unread.append({.column = column, .text = original, .source = read.source(property)});
    return factOf(found, read.source(property), original);
}
