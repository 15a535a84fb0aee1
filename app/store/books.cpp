#include "store/books.h"

#include "store/fields.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

void want(Books &books, NameBook &names, const QList<Fact<Name>> &facts)
{
    for (const auto &fact : facts) {
        names.want(fact.value);
        books.sources.want(fact.source);
    }
}

void want(Books &books, const Movie &movie)
{
    for (const auto &field : fields::of(movie)) {
        if (field.source)
            books.sources.want(*field.source);
    }
    want(books, books.directors, movie.directors);
    want(books, books.writers, movie.writers);
    want(books, books.studios, movie.studios);
    want(books, books.distributors, movie.distributors);
    for (const auto &member : movie.cast) {
        books.actors.want(member.value.actor);
        books.sources.want(member.source);
    }
    for (const auto &genre : movie.genres) {
        if (!genre.value.isEmpty())
            books.genres.insert(genre.value, 0);
        books.sources.want(genre.source);
    }
    for (const auto &rating : movie.ratings)
        books.sources.want(rating.source);
    for (const auto &unread : movie.unread)
        books.sources.want(unread.source);
}

Result<> findGenres(Connection &connection, QHash<QString, qint64> &genres)
{
    const auto keep = [&](const Rows &row) {
        genres.insert(row.value(1).toString(), row.value(0).toLongLong());
        return 0;
    };
    QVariantList names;
    for (const QString &name : genres.keys())
        names.append(name);
    const auto known = sql::where(connection, u"SELECT genre_id, name FROM genres WHERE name IN %1"_s, names, keep);
    if (!known)
        return std::unexpected(known.error());
    QList<QVariantList> missing;
    for (const auto &[name, id] : std::as_const(genres).asKeyValueRange()) {
        if (!id)
            missing.append({name});
    }
    return sql::insertAll(connection,
                          u"INSERT INTO genres (name) VALUES %1 ON CONFLICT (name) DO UPDATE SET name = excluded.name "
                          "RETURNING genre_id, name"_s,
                          missing, keep)
        .transform([](const QList<int> &) { });
}

}

Result<> Books::find(Connection &connection, const QList<Movie> &wanted)
{
    for (const Movie &movie : wanted)
        want(*this, movie);
    return sources.find(connection)
        .and_then([&] { return directors.find(connection); })
        .and_then([&] { return writers.find(connection); })
        .and_then([&] { return studios.find(connection); })
        .and_then([&] { return distributors.find(connection); })
        .and_then([&] { return actors.find(connection); })
        .and_then([&] { return findGenres(connection, genres); });
}
