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

/// As one comparison of rows, for which both engines use an index.
Sql behind(const Segment &segment, const seek::Position &after)
{
    if (after.isEmpty())
        return {segment.where, {}};
    const QVariantList values = after.sliced(after.size() - segment.columns.size());
    const QString marks = QStringList(values.size(), u"?"_s).join(u", ");
    const QString compared
        = u"(%1) %2 (%3)"_s.arg(segment.columns.join(u", "), segment.isDescending ? u"<"_s : u">"_s, marks);
    return {segment.where.isEmpty() ? compared : segment.where + u" AND "_s + compared, values};
}

}

QList<Segment> segments::of(const Connection &connection, const Outline &outline, bool isBackwards)
{
    const QStringList key = outline.keySql(connection);
    const bool keyDescends = outline.isKeyDescending != isBackwards;
    if (outline.terms.isEmpty())
        return {{.columns = key, .isDescending = keyDescends}};
    const Outline::Term &term = outline.terms.first();
    const Segment known{.where = term.isNullable ? term.sql + u" IS NOT NULL"_s : QString(),
                        .columns = QStringList{term.sql} + key,
                        .isDescending = term.isDescending != isBackwards};
    if (!term.isNullable)
        return {known};
    const Segment unknown{
        .where = term.sql + u" IS NULL"_s, .columns = key, .isDescending = keyDescends, .isUnknown = true};
    return isBackwards ? QList{unknown, known} : QList{known, unknown};
}

qsizetype segments::placeOf(const QList<Segment> &segments, const Outline &outline, const seek::Position &position)
{
    if (position.isEmpty() || segments.size() == 1)
        return 0;
    const bool isUnknown = !outline.terms.isEmpty() && position.first().isNull();
    return std::ranges::find(segments, isUnknown, &Segment::isUnknown) - segments.begin();
}

Sql segments::select(const Connection &connection, const Outline &outline, const Segment &segment,
                     const QString &columns, const seek::Position &after, qint64 limit, qint64 skip)
{
    const Sql where = behind(segment, after);
    return {u"SELECT "_s + columns + fromSql(connection, outline) + outline.whereSql(where.text) + orderSql(segment)
                + u" LIMIT ? OFFSET ?"_s,
            outline.where.values + where.values + QVariantList{limit, skip}};
}

Sql segments::count(const Connection &connection, const Outline &outline, const Segment &segment,
                    const seek::Position &after)
{
    const Sql where = behind(segment, after);
    return {u"SELECT COUNT(*)"_s + fromSql(connection, outline) + outline.whereSql(where.text),
            outline.where.values + where.values};
}
