#include "rawrows.h"

#include "timing.h"

using namespace Qt::Literals;
using namespace rawrows;
using timing::got;

namespace {

struct Kind
{
    QString table;
    QString key; ///< by which rows are told apart
    QString marked; ///< the table whose marks bound it
    QString condition;
};

const QList<Kind> &kinds()
{
    static const QList<Kind> kinds = [] {
        QList<Kind> list;
        for (const auto &[table, key] :
             {std::pair(u"sources"_s, u"source_id"_s), std::pair(u"directors"_s, u"director_id"_s),
              std::pair(u"writers"_s, u"writer_id"_s), std::pair(u"studios"_s, u"studio_id"_s),
              std::pair(u"distributors"_s, u"distributor_id"_s), std::pair(u"actors"_s, u"actor_id"_s),
              std::pair(u"genres"_s, u"genre_id"_s), std::pair(u"movies"_s, u"movie_id"_s),
              std::pair(u"cast"_s, u"cast_id"_s), std::pair(u"ratings"_s, u"rating_id"_s)})
            list.append({.table = table, .key = key, .marked = table});
        for (const QString &table :
             {u"movie_directors"_s, u"movie_writers"_s, u"movie_studios"_s, u"movie_distributors"_s, u"movie_genres"_s})
            list.append({.table = table, .key = u"movie_id"_s, .marked = u"movies"_s});
        for (const QString &table : {u"movies"_s, u"ratings"_s})
            list.append({.table = u"field_sources"_s,
                         .key = u"row_id"_s,
                         .marked = table,
                         .condition = u" AND table_name = '%1'"_s.arg(table)});
        return list;
    }();
    return kinds;
}

Value valueOf(const QVariant &value)
{
    if (value.isNull())
        return {};
    if (value.typeId() == QMetaType::LongLong)
        return value.toLongLong();
    if (value.typeId() == QMetaType::Double)
        return value.toDouble();
    return value.toString().toStdString();
}

}

Result<Marks> rawrows::marks(Connection &connection)
{
    Marks marks;
    for (const Kind &kind : kinds()) {
        if (kind.table != kind.marked)
            continue;
        const auto most = connection.insert(
            u"SELECT COALESCE(MAX(%1), 0) FROM %2"_s.arg(kind.key, connection.quoted(kind.table)), {});
        if (!most)
            return std::unexpected(most.error());
        marks.insert(kind.table, *most);
    }
    return marks;
}

Result<Batch> rawrows::between(Connection &connection, const Marks &from, const Marks &to)
{
    Batch batch;
    for (const Kind &kind : kinds()) {
        auto rows = connection.execute(u"SELECT * FROM %1 WHERE %2 > ? AND %2 <= ?%3 ORDER BY 1"_s.arg(
                                           connection.quoted(kind.table), kind.key, kind.condition),
                                       {from.value(kind.marked), to.value(kind.marked)});
        if (!rows)
            return std::unexpected(rows.error());
        Table table{.name = kind.table.toStdString(), .columns = {}, .values = {}};
        for (const QString &name : rows->names())
            table.columns.push_back(name.toStdString());
        while (rows->next()) {
            for (int i = 0; i < rows->columns(); ++i)
                table.values.push_back(valueOf(rows->value(i)));
        }
        batch.push_back(std::move(table));
    }
    return batch;
}
