#include "store/selections.h"

#include <array>

using namespace Qt::Literals;
using Engine = Connection::Engine;

namespace {

/// Begins of the names of types, and what they hold.
constexpr std::array<std::pair<QLatin1StringView, Cell::Kind>, 10> Kinds{{
    {"INT"_L1, Cell::Kind::Integer},
    {"BIGINT"_L1, Cell::Kind::Integer},
    {"SMALLINT"_L1, Cell::Kind::Integer},
    {"NUMERIC"_L1, Cell::Kind::Number},
    {"DOUBLE"_L1, Cell::Kind::Number},
    {"BOOLEAN"_L1, Cell::Kind::Boolean},
    {"DATE"_L1, Cell::Kind::Date},
    {"TIMESTAMP"_L1, Cell::Kind::Timestamp},
    {"BLOB"_L1, Cell::Kind::Blob},
    {"BYTEA"_L1, Cell::Kind::Blob},
}};

/// Keys in the order of their bytes, whatever the server's language is.
QString keyOrder(const Connection &connection, const table::Info &info)
{
    QStringList terms;
    for (const QString &name : info.primaryKey) {
        const auto column = std::ranges::find(info.columns, name, &table::Column::name);
        const bool isText = column != info.columns.end() && selections::kindOf(column->type) == Cell::Kind::Text;
        const bool onServer = connection.engine() == Engine::PostgreSQL;
        terms.append(connection.quoted(name) + (isText && onServer ? u" COLLATE \"C\""_s : QString()));
    }
    return terms.isEmpty() ? QString() : u" ORDER BY "_s + terms.join(u", ");
}

/// Names that a link table brings to a film, folded in their order.
QString folded(const QString &link, const QString &table, const QString &key, const QString &order)
{
    return u"(SELECT string_agg(n.name, ? ORDER BY %4) FROM %1 l JOIN %2 n ON n.%3 = l.%3 "
           "WHERE l.movie_id = m.movie_id)"_s.arg(link, table, key, order);
}

/// A number as text, alike on both engines.
QString scoreText(Engine engine)
{
    return engine == Engine::SQLite ? u"CAST(s.score AS TEXT)"_s : u"CAST(trim_scale(s.score) AS TEXT)"_s;
}

QString byBytes(Engine engine, const QString &text)
{
    return engine == Engine::SQLite ? text : text + u" COLLATE \"C\"";
}

}

Cell::Kind selections::kindOf(const QString &type)
{
    const auto known = std::ranges::find_if(Kinds, [&](const auto &kind) { return type.startsWith(kind.first); });
    return known == Kinds.end() ? Cell::Kind::Text : known->second;
}

Result<Selection> selections::whole(Connection &connection, const QString &table)
{
    return table::info(connection, table).transform([&](const table::Info &info) {
        Selection selection;
        QStringList columns;
        for (const table::Column &column : info.columns) {
            columns.append(connection.quoted(column.name));
            selection.fields.append({.name = column.name, .kind = kindOf(column.type)});
        }
        selection.sql
            = u"SELECT %1 FROM %2%3"_s.arg(columns.join(u", "), connection.quoted(table), keyOrder(connection, info));
        return selection;
    });
}

Selection selections::films(Engine engine)
{
    using Kind = Cell::Kind;
    const QString foldedEnd{QLatin1Char(Cell::FoldedEnd)};
    const QString partEnd{QLatin1Char(Cell::PartEnd)};
    Selection films;
    QStringList columns;
    const auto plain = [&](const QString &name, Kind kind) {
        columns.append(u"m."_s + name);
        films.fields.append({.name = name, .kind = kind});
    };
    const auto list
        = [&](const QString &name, const QString &sql, const QVariantList &values, const QStringList &parts = {}) {
              columns.append(sql);
              films.values += values;
              films.fields.append({.name = name, .kind = Kind::List, .parts = parts});
          };
    plain(u"movie_id"_s, Kind::Integer);
    for (const auto &name : {u"title"_s, u"original_title"_s, u"tagline"_s})
        plain(name, Kind::Text);
    plain(u"release_date"_s, Kind::Date);
    plain(u"runtime"_s, Kind::Integer);
    const QString place = u"l.position"_s;
    list(u"directors"_s, folded(u"movie_directors"_s, u"directors"_s, u"director_id"_s, place), {foldedEnd});
    list(u"writers"_s, folded(u"movie_writers"_s, u"writers"_s, u"writer_id"_s, place), {foldedEnd});
    list(u"studios"_s, folded(u"movie_studios"_s, u"studios"_s, u"studio_id"_s, place), {foldedEnd});
    list(u"distributors"_s, folded(u"movie_distributors"_s, u"distributors"_s, u"distributor_id"_s, place),
         {foldedEnd});
    list(u"genres"_s, folded(u"movie_genres"_s, u"genres"_s, u"genre_id"_s, byBytes(engine, u"n.name"_s)), {foldedEnd});
    list(u"cast"_s,
         u"(SELECT string_agg(a.name || ? || c.role, ? ORDER BY c.billing_order NULLS LAST, c.cast_id) "
         "FROM \"cast\" c JOIN actors a ON a.actor_id = c.actor_id WHERE c.movie_id = m.movie_id)"_s,
         {partEnd, foldedEnd}, {u"name"_s, u"role"_s});
    list(u"ratings"_s,
         u"(SELECT string_agg(s.source || ? || %1 || ? || coalesce(CAST(s.votes AS TEXT), ''), ? ORDER BY s.rating_id) "
         "FROM ratings s WHERE s.movie_id = m.movie_id)"_s.arg(scoreText(engine)),
         {partEnd, partEnd, foldedEnd}, {u"source"_s, u"score"_s, u"votes"_s});
    for (const auto &name : {u"plot"_s, u"language"_s, u"country"_s, u"age_rating"_s})
        plain(name, Kind::Text);
    for (const auto &name : {u"budget"_s, u"box_office"_s}) {
        plain(name, Kind::Number);
        plain(name + u"_currency"_s, Kind::Text);
    }
    plain(u"rating"_s, Kind::Number);
    plain(u"rating_count"_s, Kind::Integer);
    for (const auto &name :
         {u"poster_url"_s, u"trailer_url"_s, u"homepage"_s, u"imdb_id"_s, u"tmdb_id"_s, u"wikidata_id"_s, u"article"_s})
        plain(name, Kind::Text);
    films.sql = u"SELECT "_s + columns.join(u", ") + u" FROM movies m ORDER BY m.movie_id"_s;
    return films;
}
