#include "store/tablesegments.h"

using namespace Qt::Literals;
using condition::Sql;
using segments::Segment;
using table::Outline;

namespace {

QString fromSql(const Connection &connection, const Outline &outline)
{
    return u" FROM %1 t"_s.arg(connection.quoted(outline.form.table));
}

QString orderSql(const Segment &segment)
{
    QStringList terms;
    for (const QString &column : segment.columns)
        terms.append(column + (segment.isDescending ? u" DESC" : u" ASC"));
    return u" ORDER BY "_s + terms.join(u", ");
}

/// As one comparison of rows, for which both engines use the index of the key.
Segment ofKeys(const Connection &connection, const Outline &outline, bool isDescending, const QVariantList &after)
{
    const QStringList key = outline.keySql(connection);
    Segment segment{.columns = key, .isDescending = isDescending};
    if (after.isEmpty())
        return segment;
    const QVariantList values = after.last(key.size());
    const QString marks = QStringList(values.size(), u"?"_s).join(u", ");
    segment.where = {u"(%1) %2 (%3)"_s.arg(key.join(u", "), isDescending ? u"<"_s : u">"_s, marks), values};
    return segment;
}

Segment limited(Segment segment, const QString &where, const QVariantList &values = {})
{
    segment.where.text = segment.where.text.isEmpty() ? where : where + u" AND "_s + segment.where.text;
    segment.where.values = values + segment.where.values;
    return segment;
}

/// Rows with a value, in its order and the key's.
Segment ofValues(const Connection &connection, const Outline &outline, bool isDescending)
{
    Segment segment = ofKeys(connection, outline, isDescending, {});
    segment.columns.prepend(outline.terms.first().sql);
    return segment;
}

}

QList<Segment> segments::behind(const Connection &connection, const Outline &outline, const seek::Position &position,
                                bool isBackwards)
{
    const bool keyDescends = outline.isKeyDescending != isBackwards;
    if (outline.terms.isEmpty())
        return {ofKeys(connection, outline, keyDescends, position)};
    const Outline::Term &term = outline.terms.first();
    const bool descends = term.isDescending != isBackwards;
    const bool isUnknown = !position.isEmpty() && position.first().isNull();
    const auto unknown = [&](const QVariantList &after) {
        return limited(ofKeys(connection, outline, keyDescends, after), term.sql + u" IS NULL"_s);
    };
    QList<Segment> known;
    if (position.isEmpty() || isUnknown) {
        const Segment all = ofValues(connection, outline, descends);
        known = {term.isNullable ? limited(all, term.sql + u" IS NOT NULL"_s) : all};
    } else {
        const QVariantList value{position.first()};
        known = {limited(ofKeys(connection, outline, keyDescends, position), term.sql + u" = ?"_s, value),
                 limited(ofValues(connection, outline, descends), term.sql + (descends ? u" < ?" : u" > ?"), value)};
    }
    if (!term.isNullable)
        return known;
    if (isBackwards)
        return isUnknown || position.isEmpty() ? QList{unknown(position)} + known : known;
    return isUnknown ? QList{unknown(position)} : known + QList{unknown({})};
}

Sql segments::select(const Connection &connection, const Outline &outline, const Segment &segment,
                     const QString &columns, qint64 limit, qint64 skip)
{
    return {u"SELECT "_s + columns + fromSql(connection, outline) + outline.whereSql(segment.where.text)
                + orderSql(segment) + u" LIMIT ? OFFSET ?"_s,
            outline.where.values + segment.where.values + QVariantList{limit, skip}};
}

Sql segments::count(const Connection &connection, const Outline &outline, const Segment &segment)
{
    return {u"SELECT COUNT(*)"_s + fromSql(connection, outline) + outline.whereSql(segment.where.text),
            outline.where.values + segment.where.values};
}
