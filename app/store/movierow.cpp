#include "store/movierow.h"

#include "store/fields.h"
#include "store/replaced.h"
#include "store/sql.h"

using namespace Qt::Literals;
using fields::Field;

namespace {

/// The first person or company of a kind, as the movie's row holds it.
void addFirst(QList<Field> &list, const QString &column, const QList<Fact<Name>> &facts, const NameBook &names)
{
    for (const auto &fact : facts) {
        if (const qint64 id = names.id(fact.value)) {
            list.append({column, id, &fact.source, fact.original});
            return;
        }
    }
}

QList<Field> all(const Movie &movie, const Books &books)
{
    QList<Field> list = fields::of(movie);
    addFirst(list, u"director_id"_s, movie.directors, books.directors);
    addFirst(list, u"writer_id"_s, movie.writers, books.writers);
    addFirst(list, u"studio_id"_s, movie.studios, books.studios);
    addFirst(list, u"distributor_id"_s, movie.distributors, books.distributors);
    return list;
}

/// Values in the order of the row's columns.
QVariantList rowOf(const QList<Field> &list)
{
    QVariantList row(fields::columns().size());
    for (const Field &field : list)
        row[fields::columns().indexOf(field.column)] = field.value;
    return row;
}

void keepSources(const QList<Field> &list, MovieId movie, const Books &books, Pending &pending)
{
    for (const Field &field : list) {
        if (field.source)
            pending.fieldSources.append({u"movies"_s, movie.value, field.column, books.sources.id(*field.source),
                                         sql::text(field.source->name), sql::text(field.original)});
    }
}

bool isNumber(const QVariant &value)
{
    return value.typeId() == QMetaType::Double || value.typeId() == QMetaType::LongLong
        || value.typeId() == QMetaType::Int;
}

/// Whether a row's value is this one; the engines give numbers and dates in types of their own.
bool isSame(const QVariant &before, const QVariant &now)
{
    if (before.isNull() || now.isNull())
        return before.isNull() && now.isNull();
    if (isNumber(before) && isNumber(now))
        return qFuzzyCompare(before.toDouble() + 1, now.toDouble() + 1);
    return before.toString() == now.toString();
}

Result<QVariantList> stored(Connection &connection, MovieId movie)
{
    static const QString select = u"SELECT %1 FROM movies WHERE movie_id = ?"_s.arg(fields::columns().join(u", "));
    const auto row = connection.first(select, {movie.value}, [](const Rows &values) {
        QVariantList list;
        for (int i = 0; i < fields::columns().size(); ++i)
            list.append(values.isNull(i) ? QVariant() : values.value(i));
        return list;
    });
    return row.transform([](const std::optional<QVariantList> &list) { return list.value_or(QVariantList()); });
}

/// Columns that stay whatever a machine says.
bool stays(const credits::Target &target, const QString &column, const QVariant &now)
{
    const QString owner = column.endsWith("_currency"_L1) ? column.chopped(9) : column;
    const bool isNeeded = column == "title"_L1 || column == "wikidata_id"_L1 || column == "article"_L1;
    return target.locked.contains(owner) || target.locked.contains(column)
        || (now.isNull() && (target.isShared || isNeeded));
}

Result<> forgetSources(Connection &connection, MovieId movie, const QList<Field> &list)
{
    QVariantList kept{movie.value};
    for (const Field &field : list)
        kept.append(field.column);
    return connection.run(u"DELETE FROM field_sources WHERE table_name = 'movies' AND row_id = ? AND NOT locked "
                          "AND column_name NOT IN "_s
                              + sql::marks(list.size()),
                          kept);
}

}

Result<MovieId> movierow::insert(Connection &connection, const Movie &movie, const QString &titleOfItem,
                                 const Books &books, Pending &pending)
{
    static const QString statement = u"INSERT INTO movies (%1) VALUES %2 RETURNING movie_id"_s.arg(
        fields::columns().join(u", "), sql::marks(fields::columns().size()));
    const QList<Field> list = all(movie, books);
    QVariantList row = rowOf(list);
    if (row[0].isNull())
        row[0] = sql::text(titleOfItem);
    return connection.insert(statement, row).transform([&](qint64 key) {
        keepSources(list, {key}, books, pending);
        return MovieId{key};
    });
}

Result<> movierow::update(Connection &connection, const credits::Target &target, const Movie &movie, const Books &books,
                          Pending &pending)
{
    const auto before = stored(connection, target.id);
    if (!before)
        return std::unexpected(before.error());
    const QList<Field> list = all(movie, books);
    const QVariantList now = rowOf(list);
    QStringList set;
    QVariantList values;
    for (qsizetype i = 0; i < now.size(); ++i) {
        const QString &column = fields::columns()[i];
        if (isSame((*before)[i], now[i]) || stays(target, column, now[i]))
            continue;
        set.append(column + u" = ?"_s);
        values.append(now[i]);
        if (!(*before)[i].isNull())
            replaced::set(pending, target.id, u"movies"_s, QString::number(target.id.value), column, (*before)[i],
                          now[i]);
    }
    keepSources(list, target.id, books, pending);
    const auto forgotten = target.isShared || list.isEmpty() ? Result<>() : forgetSources(connection, target.id, list);
    if (!forgotten || set.isEmpty())
        return forgotten;
    return connection.run(u"UPDATE movies SET %1 WHERE movie_id = ?"_s.arg(set.join(u", ")), values << target.id.value);
}
