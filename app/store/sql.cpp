#include "store/sql.h"

#include <QCalendar>
#include <QJsonDocument>
#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace Qt::Literals;

QVariant sql::time(const QDateTime &time)
{
    if (!time.isValid())
        return {};
    const QDateTime utc = time.toUTC();
    const auto [year, month, day] = QCalendar().partsFromDate(utc.date());
    const QTime clock = utc.time();
    std::array<char, 32> text;
    const int size = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d %02d:%02d:%02d.%03d", year, month, day,
                                   clock.hour(), clock.minute(), clock.second(), clock.msec());
    return QString(QLatin1StringView(text.data(), size)); // a tenth of the time of QDateTime::toString()
}

namespace {

/// "2026-11-26 13:05:09.123", as time() writes it: nothing where it is written otherwise. It is read for every item.
std::optional<QDateTime> ownTime(QStringView text)
{
    std::array<int, 7> parts{};
    if (std::sscanf(text.toLatin1().constData(), "%4d-%2d-%2d %2d:%2d:%2d.%3d", parts.data(), &parts[1], &parts[2],
                    &parts[3], &parts[4], &parts[5], &parts[6])
        != int(parts.size()))
        return std::nullopt;
    return QDateTime(QDate(parts[0], parts[1], parts[2]), QTime(parts[3], parts[4], parts[5], parts[6]),
                     QTimeZone::UTC);
}

}

QDateTime sql::timeOf(const QVariant &value)
{
    if (value.typeId() == QMetaType::QDateTime)
        return value.toDateTime().toUTC();
    const QString text = value.toString();
    if (const auto own = text.size() == 23 ? ownTime(text) : std::nullopt)
        return *own;
    return text.isEmpty() ? QDateTime() : QDateTime::fromString(text + u'Z', Qt::ISODateWithMs);
}

QVariant sql::date(const std::optional<QDate> &date)
{
    return date && date->isValid() ? QVariant(date->toString(Qt::ISODate)) : QVariant();
}

std::optional<QDate> sql::dateOf(const QVariant &value)
{
    const QDate date = value.toDate();
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<QUrl> sql::optionalUrl(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(QUrl(row.value(column).toString()));
}

QString sql::list(const QStringList &list)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray::fromStringList(list)).toJson(QJsonDocument::Compact));
}

namespace {

/// The texts of a list as list() writes it, where none needs an escape: most do not, and are read for every item.
std::optional<QStringList> plainList(const QString &json)
{
    if (json == "[]"_L1)
        return QStringList();
    if (json.contains(u'\\') || !json.startsWith(R"([")"_L1) || !json.endsWith(R"("])"_L1) || json.size() < 4)
        return std::nullopt;
    const QStringList list = json.sliced(2, json.size() - 4).split(u"\",\""_s);
    const bool isPlain = std::ranges::none_of(list, [](const QString &text) { return text.contains(u'"'); });
    return isPlain ? std::optional(list) : std::nullopt;
}

}

QStringList sql::listOf(const QVariant &value)
{
    const QString json = value.toString();
    if (auto plain = plainList(json))
        return *std::move(plain);
    QStringList list;
    for (const auto &entry : QJsonDocument::fromJson(json.toUtf8()).array())
        list.append(entry.toString());
    return list;
}

QString sql::object(const QJsonObject &object)
{
    return object.isEmpty() ? u""_s : QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject sql::objectOf(const QVariant &value)
{
    const QString text = value.toString();
    return text.isEmpty() ? QJsonObject() : QJsonDocument::fromJson(text.toUtf8()).object();
}

QString sql::marks(qsizetype count)
{
    return u'(' + QStringList(count, u"?"_s).join(u", ") + u')';
}

Result<> sql::insertAll(Connection &connection, const QString &statement, const QList<QVariantList> &rows)
{
    return insertAll(connection, statement, rows, [](const Rows &) { return 0; }).transform([](const QList<int> &) {});
}
