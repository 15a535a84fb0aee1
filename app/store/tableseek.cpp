#include "store/tableseek.h"

#include "store/tablelist.h"
#include "store/tablesegments.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using seek::Position;
using seek::Start;
using seek::Stride;
using segments::Segment;
using table::Keys;
using table::Outline;

namespace {

QVariantList valuesOf(const Rows &row, int first, int count)
{
    QVariantList values;
    values.reserve(count);
    for (int i = first; i < first + count; ++i)
        values.append(row.isNull(i) ? QVariant() : row.value(i));
    return values;
}

QString positionSql(const Connection &connection, const Outline &outline)
{
    QStringList columns = outline.keySql(connection);
    if (!outline.terms.isEmpty())
        columns.prepend(seek::valueSql(connection, outline));
    return columns.join(u", ");
}

/// Whether the engine goes along an index where it is asked for this order, or sorts first.
Result<bool> isIndexed(Connection &connection, const Outline &outline)
{
    const Segment segment = segments::behind(connection, outline, {}).first();
    const bool isSqlite = connection.engine() == Connection::Engine::SQLite;
    const auto sql = segments::select(connection, outline, segment, outline.keySql(connection).join(u", "), 1, 0);
    QString text = sql.text; // without marks: a server plans a statement with values only when it has them
    text.replace(u" LIMIT ? OFFSET ?"_s, u" LIMIT 1"_s);
    const auto lines = connection.all((isSqlite ? u"EXPLAIN QUERY PLAN "_s : u"EXPLAIN "_s) + text, {},
                                      [&](const Rows &row) { return row.value(isSqlite ? 3 : 0).toString(); });
    static const QRegularExpression sort(u"(^|-> *)Sort  \\("_s); // no "Incremental Sort" of what an index brings
    return lines.transform([&](const QStringList &plan) {
        return std::ranges::none_of(plan, [&](const QString &line) {
            return isSqlite ? line.contains("TEMP B-TREE FOR ORDER BY"_L1) : line.contains(sort);
        });
    });
}

/// The rows of the segments from one on, until there are enough.
Result<Keys> walk(Connection &connection, const Outline &outline, const Start &start, qint64 limit)
{
    const int width = int(outline.form.key.size());
    Keys keys;
    qint64 skip = start.skip;
    for (const Segment &segment : segments::behind(connection, outline, start.after, start.isBackwards)) {
        if (keys.size() == limit)
            break;
        const auto sql = segments::select(connection, outline, segment, outline.keySql(connection).join(u", "),
                                          limit - keys.size(), skip);
        const auto some
            = connection.all(sql.text, sql.values, [&](const Rows &row) { return valuesOf(row, 0, width); });
        if (!some)
            return some;
        if (some->isEmpty() && skip > 0) {
            const auto passed = segments::count(connection, outline, segment);
            const auto count = connection.insert(passed.text, passed.values);
            if (!count)
                return std::unexpected(count.error());
            skip = std::max<qint64>(0, skip - *count);
        } else if (!some->isEmpty()) {
            skip = 0;
        }
        keys += *some;
    }
    if (start.isBackwards)
        std::ranges::reverse(keys);
    return keys;
}

}

QString seek::valueSql(const Connection &connection, const Outline &outline)
{
    const QString &sql = outline.terms.first().sql;
    // A QVariant would cut off a moment's last digits: the server gives and takes its own text.
    return connection.engine() == Connection::Engine::PostgreSQL ? u"CAST(%1 AS TEXT)"_s.arg(sql) : sql;
}

Result<Outline::Way> seek::wayOf(Connection &connection, const Outline &outline)
{
    if (outline.form.key.isEmpty())
        return Outline::Way::Counted;
    if (outline.query.isNarrowed() || outline.terms.size() > 1)
        return Outline::Way::Listed;
    if (outline.terms.isEmpty())
        return Outline::Way::Walked;
    return isIndexed(connection, outline).transform([](bool isIndexed) {
        return isIndexed ? Outline::Way::Walked : Outline::Way::Listed;
    });
}

Result<Keys> seek::keys(Connection &connection, const Outline &outline, const Start &start, qint64 limit)
{
    if (outline.way == Outline::Way::Walked)
        return walk(connection, outline, start, limit);
    return list::first(connection, outline, limit);
}

Result<Stride> seek::stride(Connection &connection, const Outline &outline, const Position &from)
{
    const int width = int(outline.form.key.size() + outline.terms.size());
    qint64 left = 0;
    for (const Segment &segment : segments::behind(connection, outline, from)) {
        const auto sql
            = segments::select(connection, outline, segment, positionSql(connection, outline), 1, Step - left - 1);
        const auto to
            = connection.first(sql.text, sql.values, [&](const Rows &row) { return valuesOf(row, 0, width); });
        if (!to)
            return std::unexpected(to.error());
        if (const auto &values = *to)
            return Stride{.to = *values};
        const auto rest = segments::count(connection, outline, segment);
        const auto count = connection.insert(rest.text, rest.values);
        if (!count)
            return std::unexpected(count.error());
        left += *count;
    }
    return Stride{.left = left};
}
