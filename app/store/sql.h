#pragma once

#include "data/ids.h"
#include "store/connection.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QUrl>

#include <span>

/// Values on their way into rows and back, and statements over many rows at once.
namespace sql {

/// Works on each until one fails.
Result<> each(const auto &list, auto work)
{
    for (const auto &one : list) {
        if (auto done = work(one); !done)
            return std::unexpected(std::move(done).error());
    }
    return {};
}

/// A text that is never NULL: a null QString would be bound as one.
inline QVariant text(const QString &text)
{
    return {text.isNull() ? QString(QLatin1StringView("")) : text};
}
inline QVariant textOrNull(const QString &text)
{
    return text.isEmpty() ? QVariant() : QVariant(text);
}
template<typename T>
QVariant orNull(const std::optional<T> &value)
{
    return value ? QVariant::fromValue(*value) : QVariant();
}
inline QVariant orNull(const std::optional<QUrl> &url)
{
    return url ? QVariant(url->toString(QUrl::FullyEncoded)) : QVariant();
}
template<typename Tag>
QVariant orNull(Id<Tag> id)
{
    return id ? QVariant(id.value) : QVariant();
}

/// Points in time are UTC to the millisecond, written alike for both engines and in the manner of CURRENT_TIMESTAMP.
QVariant time(const QDateTime &time);
QDateTime timeOf(const QVariant &value);
QVariant date(const std::optional<QDate> &date);
std::optional<QDate> dateOf(const QVariant &value);

template<typename T>
std::optional<T> optional(const Rows &row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.value(column).value<T>());
}
std::optional<QUrl> optionalUrl(const Rows &row, int column);

QString list(const QStringList &list); ///< as JSON
QStringList listOf(const QVariant &value);
QString object(const QJsonObject &object); ///< as JSON; empty for an empty one
QJsonObject objectOf(const QVariant &value);

/// "(?, ?, ?)"
QString marks(qsizetype count);

/// The rows of a query `… IN %1 …` for any number of values, with few different statements.
template<typename From>
auto where(Connection &connection, const QString &query, const QVariantList &values, From from,
           const QVariantList &before = {}) -> Result<QList<std::invoke_result_t<From, const Rows &>>>
{
    QList<std::invoke_result_t<From, const Rows &>> found;
    for (qsizetype at = 0; at < values.size();) {
        const qsizetype left = values.size() - at;
        const qsizetype size = left > 50 ? 200 : left > 8 ? 50 : left > 1 ? 8 : 1;
        QVariantList some = values.mid(at, size);
        at += some.size();
        while (some.size() < size)
            some.append(some.constLast()); // the same twice finds the same once
        auto rows = connection.all(query.arg(marks(size)), before + some, from);
        if (!rows)
            return std::unexpected(rows.error());
        found += *std::move(rows);
    }
    return found;
}

/// Works on parts of a list until one fails. They are of few different sizes, so that there are few different
/// statements.
template<typename T, typename Work>
Result<> inParts(const QList<T> &list, Work work)
{
    for (std::span<const T> left = list; !left.empty();) {
        const size_t size = left.size() >= 64 ? 64 : left.size() >= 16 ? 16 : left.size() >= 4 ? 4 : 1;
        if (auto done = work(left.first(size)); !done)
            return std::unexpected(std::move(done).error());
        left = left.subspan(size);
    }
    return {};
}

/// Inserts rows by `statement`, whose %1 becomes "(?, ?), (?, ?)"; what it returns is read by `from`.
template<typename From>
auto insertAll(Connection &connection, const QString &statement, const QList<QVariantList> &rows, From from)
    -> Result<QList<std::invoke_result_t<From, const Rows &>>>
{
    QList<std::invoke_result_t<From, const Rows &>> made;
    return inParts(rows,
                   [&](std::span<const QVariantList> some) {
                       QVariantList values;
                       values.reserve(qsizetype(some.size()) * some.front().size());
                       for (const QVariantList &row : some)
                           values += row;
                       const QStringList all(qsizetype(some.size()), marks(some.front().size()));
                       return connection.all(statement.arg(all.join(u", ")), values, from).transform([&](auto part) {
                           made += std::move(part);
                       });
                   })
        .transform([&] { return std::move(made); });
}

/// The same for statements that return nothing.
Result<> insertAll(Connection &connection, const QString &statement, const QList<QVariantList> &rows);

}
