#include "store/table.h"
#include "store/tableseek.h"

using namespace Qt::Literals;
using seek::Size;

namespace {

constexpr qint64 SoonCounted = 100'000; ///< rows: some milliseconds

/// Not below the number of rows, and nearly that, where rows are rarely deleted. Nothing where it has no such key.
Result<std::optional<qint64>> spanOf(Connection &connection, const QString &table)
{
    const auto hasKey
        = connection.first(u"SELECT sql LIKE '%WITHOUT ROWID%' FROM sqlite_master WHERE type = 'table' AND name = ?"_s,
                           {table}, [](const Rows &row) { return !row.value(0).toBool(); });
    if (!hasKey || !hasKey->value_or(false))
        return hasKey.transform([](const auto &) { return std::optional<qint64>(); });
    // One end at a time: each is a look into the tree, both at once would read all rows.
    const QString end = u"SELECT %2(rowid) FROM %1"_s.arg(connection.quoted(table));
    const auto read = [](const Rows &row) { return row.value(0).toLongLong(); };
    const auto last = connection.first(end.arg(u"MAX"_s), {}, read);
    const auto first = connection.first(end.arg(u"MIN"_s), {}, read);
    if (!last || !first)
        return std::unexpected(last ? first.error() : last.error());
    return std::optional(last->value_or(0) - first->value_or(0) + 1);
}

Result<std::optional<qint64>> estimateOf(Connection &connection, const QString &table)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return spanOf(connection, table);
    return connection.first(u"SELECT CAST(reltuples AS bigint) FROM pg_class WHERE oid = to_regclass(?)"_s,
                            {connection.quoted(table)}, [](const Rows &row) { return row.value(0).toLongLong(); });
}

}

Result<Size> seek::size(Connection &connection, const QString &table)
{
    const auto estimate = estimateOf(connection, table);
    if (!estimate)
        return std::unexpected(estimate.error());
    const std::optional<qint64> &rows = *estimate;
    if (rows && *rows > SoonCounted)
        return Size{.rows = *rows, .isExact = false};
    return connection.insert(u"SELECT COUNT(*) FROM %1 WHERE 1 = ?"_s.arg(connection.quoted(table)), {1})
        .transform([](qint64 counted) { return Size{.rows = counted}; });
}
