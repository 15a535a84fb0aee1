#include "store/tablelook.h"

#include "store/tablelist.h"
#include "store/tablerelation.h"

using namespace Qt::Literals;
using seek::Position;
using seek::Step;
using table::Keys;
using table::Learnt;
using table::Look;
using table::Outline;

namespace {

constexpr int Samples = 400; ///< a place guessed by them is right to some percent of the table
constexpr int MarksAtOnce = 64;

bool isNumbered(const Outline &outline)
{
    if (outline.form.key.size() != 1)
        return false;
    const table::Field *key = outline.form.field(outline.form.key.first());
    return !key || condition::kindOf(key->type) == condition::Kind::Number; // the other is SQLite's rowid
}

Result<> addEnds(Connection &connection, Look &look)
{
    const QString end = u"SELECT %2(%3) FROM %1 t"_s.arg(connection.quoted(look.outline.form.table), u"%1"_s,
                                                         look.outline.keySql(connection).first());
    const auto read = [](const Rows &row) { return row.value(0).toLongLong(); };
    const auto first = connection.first(end.arg(u"MIN"_s), {}, read);
    const auto last = connection.first(end.arg(u"MAX"_s), {}, read);
    if (!first || !last)
        return std::unexpected(first ? last.error() : first.error());
    look.firstKey = first->value_or(0);
    look.lastKey = last->value_or(0);
    return {};
}

/// Rows next to keys that lie evenly between the first and the last.
Result<> addSample(Connection &connection, Look &look)
{
    const qint64 step = std::max<qint64>(1, (look.lastKey - look.firstKey) / Samples);
    const QString key = look.outline.keySql(connection).first();
    const QString table = connection.quoted(look.outline.form.table);
    const auto sample = connection.all(
        u"WITH RECURSIVE p(k) AS (SELECT CAST(%1 AS BIGINT) UNION ALL SELECT k + %2 FROM p WHERE k + %2 <= %3) "
        "SELECT %4, %5 FROM p JOIN %6 t ON %5 = (SELECT %7 FROM %6 n WHERE %7 >= p.k ORDER BY %7 LIMIT 1)"_s.arg(
            QString::number(look.firstKey), QString::number(step), QString::number(look.lastKey),
            seek::valueSql(connection, look.outline), key, table,
            u"n."_s + connection.quoted(look.outline.form.key.first()))
            + list::orderSql(connection, look.outline),
        {}, [](const Rows &row) { return Position{row.isNull(0) ? QVariant() : row.value(0), row.value(1)}; });
    if (!sample)
        return std::unexpected(sample.error());
    look.sample = *sample;
    return {};
}

/// How a person gets to the middle of a large table before its rows were gone through.
Result<> addGuides(Connection &connection, Look &look)
{
    if (look.isAll || look.outline.way != Outline::Way::Walked || !isNumbered(look.outline))
        return {};
    return addEnds(connection, look).and_then([&]() -> Result<> {
        return look.outline.terms.isEmpty() ? Result<>() : addSample(connection, look);
    });
}

Result<> addRows(Connection &connection, Look &look, qint64 page)
{
    if (look.outline.way == Outline::Way::Counted)
        return table::rowsAt(connection, look.outline, 0, page).transform([&](auto rows) {
            look.rows = std::move(rows);
            look.isAll = look.rows.size() < page;
        });
    return seek::keys(connection, look.outline, {}, Step).and_then([&](Keys keys) {
        look.keys = std::move(keys);
        look.isAll = look.keys.size() < Step;
        return table::rowsOf(connection, look.outline, look.keys.first(std::min<qint64>(page, look.keys.size())))
            .transform([&](auto rows) { look.rows = std::move(rows); });
    });
}

using Take = std::function<bool(Learnt)>;

Result<> walkOn(Connection &connection, const Outline &outline, const Take &take)
{
    Learnt learnt;
    Position after;
    for (qint64 count = 0;; count += Step) {
        const auto stride = seek::stride(connection, outline, after);
        if (!stride)
            return std::unexpected(stride.error());
        if (stride->to.isEmpty()) {
            learnt.count = count + stride->left;
            take(learnt);
            return {};
        }
        after = stride->to;
        learnt.marks.append(after);
        if (learnt.marks.size() == MarksAtOnce && !take(std::exchange(learnt, {})))
            return {};
    }
}

Result<> listOn(Connection &connection, const Outline &outline, const Take &take)
{
    qint64 count = 0;
    bool goOn = true;
    const auto add = [&](Keys keys) {
        count += keys.size();
        goOn = take({.keys = std::move(keys)});
        return goOn;
    };
    return list::keys(connection, outline, add).transform([&] {
        if (goOn)
            take({.count = count});
    });
}

}

Result<Look> table::look(Connection &connection, const Query &query, qint64 page)
{
    auto outline = table::outline(connection, query);
    if (!outline)
        return std::unexpected(outline.error());
    Look look{.outline = *std::move(outline)};
    return addRows(connection, look, page)
        .and_then([&] { return seek::size(connection, query.table); })
        .and_then([&](const seek::Size &size) {
            look.size = size;
            return addGuides(connection, look);
        })
        .transform([&] { return look; });
}

Result<> table::learn(Connection &connection, const Outline &outline, const std::function<bool(Learnt)> &take)
{
    bool isFirst = true;
    const auto tell = [&](Learnt learnt) {
        learnt.isFirst = std::exchange(isFirst, false);
        return take(std::move(learnt));
    };
    if (outline.way == Outline::Way::Walked)
        return walkOn(connection, outline, tell);
    if (outline.way == Outline::Way::Counted)
        return table::count(connection, outline.query).transform([&](qint64 count) { tell({.count = count}); });
    return listOn(connection, outline, tell);
}
