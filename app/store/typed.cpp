#include "store/typed.h"

#include <QDate>
#include <QRegularExpression>
#include <QUrl>
#include <QUuid>

#include <cmath>

using namespace Qt::Literals;
using model::Column;
using model::Table;
using model::Type;
using records::Cell;
using typed::Checked;

namespace {

Checked fault(const QString &sentence)
{
    return {.value = {}, .fault = sentence, .notice = {}};
}

Checked value(const QString &text)
{
    return {.value = text, .fault = {}, .notice = {}};
}

bool isWhole(const Column &column)
{
    return column.type == Type::Integer || column.type == Type::BigInt || column.type == Type::Id;
}

/// A number without its groups and its unit ("1,234 votes").
std::optional<double> numberIn(const Column &column, QString text, const QLocale &locale)
{
    if (!column.unit.isEmpty() && text.endsWith(column.unit))
        text.chop(column.unit.size());
    text = text.trimmed();
    bool isNumber = false;
    double number = locale.toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

double mostOf(const Column &column)
{
    if (column.unit.endsWith("of 10"_L1))
        return 10;
    if (column.type == Type::Numeric)
        return std::pow(10, column.digits - column.decimals) - std::pow(10, -column.decimals);
    return column.type == Type::Integer ? 2147483647.0 : 9e15;
}

Checked readNumber(const Column &column, const QString &text, const QLocale &locale)
{
    const auto number = numberIn(column, text, locale);
    if (!number)
        return fault(u"“%1” is no number."_s.arg(text));
    const bool isWholeOnly = isWhole(column);
    if (isWholeOnly && *number != std::floor(*number))
        return fault(u"Only whole numbers fit here."_s);
    const double least = column.unit == "minutes"_L1 || column.unit.contains("from 1"_L1) ? 1 : 0;
    const double most = mostOf(column);
    if (*number < least || *number > most)
        return fault(u"Only %1 to %2 fit here."_s.arg(locale.toString(least, 'f', 0), locale.toString(most, 'f', 0)));
    const double scaled = *number * std::pow(10, column.decimals);
    if (!isWholeOnly && std::abs(scaled - std::round(scaled)) > 1e-6 * std::max(1.0, std::abs(scaled) * 1e-9))
        return fault(column.decimals == 1 ? u"Only one digit fits behind the point."_s
                                          : u"Only %1 digits fit behind the point."_s.arg(column.decimals));
    return value(isWholeOnly ? QString::number(qint64(*number))
                             : QString::number(*number, 'f', QLocale::FloatingPointShortest));
}

/// As short as the language writes a day, but with the whole year.
QString dayFormat(const QLocale &locale)
{
    QString format = locale.dateFormat(QLocale::ShortFormat);
    return format.contains("yyyy"_L1) ? format : format.replace("yy"_L1, "yyyy"_L1);
}

Checked readDate(const QString &text, const QLocale &locale)
{
    QDate date = QDate::fromString(text, Qt::ISODate);
    for (const QString &format : {dayFormat(locale), locale.dateFormat(QLocale::LongFormat)}) {
        if (!date.isValid())
            date = locale.toDate(text, format);
    }
    if (!date.isValid() || date.year() < 1000)
        return fault(u"“%1” is no date such as %2."_s.arg(text, QDate(1939, 8, 25).toString(Qt::ISODate)));
    return value(date.toString(Qt::ISODate));
}

bool isAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    return url.isValid() && !url.host().isEmpty() && (url.scheme() == "https"_L1 || url.scheme() == "http"_L1);
}

/// The example in a meaning: "Id at IMDb, such as tt0032138."
QString exampleOf(const Column &column)
{
    static const QRegularExpression example(u"such as (\\w+)"_s);
    return example.match(column.meaning).captured(1);
}

bool hasForm(const Column &column, const QString &text)
{
    thread_local QHash<QString, QRegularExpression> patterns; // to make one costs more than to use it
    if (column.pattern.isEmpty())
        return true;
    QRegularExpression &pattern = patterns[column.pattern];
    if (pattern.pattern().isEmpty())
        pattern.setPattern(QRegularExpression::anchoredPattern(column.pattern));
    return pattern.match(text).hasMatch();
}

Checked readText(const Column &column, const QString &text)
{
    if (text.contains(QChar(0)))
        return fault(u"A sign of it cannot be kept (NUL)."_s);
    if (column.form == model::Form::Address && !isAddress(text))
        return fault(u"This is no address of the web: it begins with https:// or http://."_s);
    if (!hasForm(column, text)) {
        const QString example = exampleOf(column);
        return fault(example.isEmpty() ? u"It does not have the form “%1”."_s.arg(column.pattern)
                                       : u"It has a form such as %1."_s.arg(example));
    }
    Checked checked = value(text);
    if (column.length && text.size() > column.length)
        checked.notice
            = u"Longer than the %1 signs that are usual here; all %2 are kept."_s.arg(column.length).arg(text.size());
    return checked;
}

Checked readReference(const Column &column, const QString &text)
{
    bool isKey = false;
    text.toLongLong(&isKey);
    if (isKey || typed::isNew(text))
        return value(text);
    return fault(u"“%1” is not known among the %2."_s.arg(text, column.referredTable()));
}

Checked unknown(const Table &table, const Column &column)
{
    if (column.isNullable)
        return {};
    if (column.type == Type::Text && column.name != table.label)
        return value(u""_s);
    return fault(u"It cannot be empty."_s);
}

}

bool typed::isNew(const QString &key)
{
    return key.startsWith("new:"_L1);
}

QString typed::newStandIn()
{
    return u"new:"_s + QUuid::createUuid().toString(QUuid::Id128).first(8);
}

Checked typed::read(const Table &table, const Column &column, const QString &text, const QLocale &locale)
{
    if (column.editedBy != model::Editor::Person)
        return fault(u"This column is filled by the program."_s);
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty())
        return unknown(table, column);
    if (column.references)
        return readReference(column, trimmed);
    switch (column.type) {
    case Type::Text:
        return readText(column, trimmed);
    case Type::Date:
        return readDate(trimmed, locale);
    case Type::Integer:
    case Type::BigInt:
    case Type::Numeric:
    case Type::Double:
        return readNumber(column, trimmed, locale);
    default:
        return fault(u"This column is filled by the program."_s);
    }
}

Checked typed::check(const Table &table, const Column &column, const Cell &value)
{
    Checked checked = read(table, column, value.value_or(QString()), QLocale::c());
    if (checked.isFine() && value && !value->isEmpty() && column.type == Type::Text)
        checked.value = value; // as it was, with the space around it
    return checked;
}

QString typed::shown(const Column &column, const Cell &value, const QLocale &locale)
{
    if (!value)
        return {};
    bool isNumber = false;
    const double number = value->toDouble(&isNumber);
    switch (column.type) {
    case Type::Integer:
    case Type::BigInt:
    case Type::Numeric:
    case Type::Double:
        return isNumber && !column.references ? locale.toString(number, 'f', QLocale::FloatingPointShortest) : *value;
    case Type::Date: {
        const QDate date = QDate::fromString(*value, Qt::ISODate);
        return date.isValid() ? locale.toString(date, dayFormat(locale)) : *value;
    }
    default:
        return *value;
    }
}
