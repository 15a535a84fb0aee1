#include "store/recorded.h"

#include "store/sql.h"

using namespace Qt::Literals;

namespace {

Result<bool> isUsed(Connection &connection, MovieId movie)
{
    const auto used = connection.first(
        u"SELECT EXISTS (SELECT 1 FROM items WHERE movie_id = ?) "
        "OR EXISTS (SELECT 1 FROM field_sources WHERE table_name = 'movies' AND row_id = ? AND locked) "
        "OR EXISTS (SELECT 1 FROM field_sources f JOIN \"cast\" c ON c.cast_id = f.row_id "
        "WHERE f.table_name = 'cast' AND f.locked AND c.movie_id = ?) "
        "OR EXISTS (SELECT 1 FROM field_sources f JOIN ratings r ON r.rating_id = f.row_id "
        "WHERE f.table_name = 'ratings' AND f.locked AND r.movie_id = ?)"_s,
        {movie.value, movie.value, movie.value, movie.value}, [](const Rows &row) { return row.value(0).toBool(); });
    return used.transform([](std::optional<bool> value) { return value.value_or(false); });
}

Result<> remove(Connection &connection, MovieId movie)
{
    static const QStringList statements{u"DELETE FROM field_sources WHERE table_name = 'movies' AND row_id = ?"_s,
                                        u"DELETE FROM field_sources WHERE table_name = 'ratings' "
                                        "AND row_id IN (SELECT rating_id FROM ratings WHERE movie_id = ?)"_s,
                                        u"DELETE FROM field_sources WHERE table_name = 'cast' "
                                        "AND row_id IN (SELECT cast_id FROM \"cast\" WHERE movie_id = ?)"_s,
                                        u"DELETE FROM unread_values WHERE movie_id = ?"_s,
                                        u"DELETE FROM movie_directors WHERE movie_id = ?"_s,
                                        u"DELETE FROM movie_writers WHERE movie_id = ?"_s,
                                        u"DELETE FROM movie_studios WHERE movie_id = ?"_s,
                                        u"DELETE FROM movie_distributors WHERE movie_id = ?"_s,
                                        u"DELETE FROM movie_genres WHERE movie_id = ?"_s,
                                        u"DELETE FROM ratings WHERE movie_id = ?"_s,
                                        u"DELETE FROM \"cast\" WHERE movie_id = ?"_s,
                                        u"DELETE FROM movies WHERE movie_id = ?"_s};
    return sql::each(statements, [&](const QString &sql) { return connection.run(sql, {movie.value}); });
}

}

Result<> recorded::removeUnused(Connection &connection, MovieId movie)
{
    return isUsed(connection, movie).and_then([&](bool used) { return used ? Result<>() : remove(connection, movie); });
}

Result<> recorded::unlink(Connection &connection, ItemId item)
{
    const auto movie = connection.first(u"SELECT movie_id FROM items WHERE item_id = ?"_s, {item.value},
                                        [](const Rows &row) { return MovieId{row.value(0).toLongLong()}; });
    if (!movie)
        return std::unexpected(movie.error());
    const MovieId old = movie->value_or(MovieId());
    if (!old)
        return {};
    return connection.run(u"UPDATE items SET movie_id = NULL WHERE item_id = ?"_s, {item.value}).and_then([&] {
        return removeUnused(connection, old);
    });
}
