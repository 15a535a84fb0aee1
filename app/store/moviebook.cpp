#include "store/moviebook.h"

#include "store/sql.h"

using namespace Qt::Literals;

MovieBook::Row MovieBook::read(const Rows &row)
{
    return {.id = {row.value(0).toLongLong()},
            .wikidataId = row.value(1).toString(),
            .article = row.value(2).toString(),
            .imdbId = row.value(3).toString()};
}

void MovieBook::know(const Row &row)
{
    m_rows.insert(row.id, row);
    if (!row.wikidataId.isEmpty())
        m_byWikidataId.insert(row.wikidataId, row.id);
    if (!row.article.isEmpty())
        m_byArticle.insert(row.article, row.id);
    if (!row.imdbId.isEmpty() && !m_byImdbId.contains(row.imdbId, row.id))
        m_byImdbId.insert(row.imdbId, row.id);
}

void MovieBook::know(const Movie &movie, MovieId id)
{
    Row row = m_rows.value(id, {.id = id});
    if (!movie.wikidataId.isEmpty())
        row.wikidataId = movie.wikidataId;
    if (!movie.article.isEmpty())
        row.article = movie.article;
    if (movie.imdbId)
        row.imdbId = movie.imdbId->value;
    know(row);
}

Result<> MovieBook::look(Connection &connection, const QList<Movie> &movies, const QList<MovieId> &linked)
{
    QVariantList ids;
    QVariantList wikidataIds;
    QVariantList articles;
    QVariantList imdbIds;
    for (const MovieId id : linked)
        ids.append(id.value);
    for (const Movie &movie : movies) {
        if (!movie.wikidataId.isEmpty())
            wikidataIds.append(movie.wikidataId);
        if (!movie.article.isEmpty())
            articles.append(movie.article);
        if (movie.imdbId)
            imdbIds.append(sql::text(movie.imdbId->value));
    }
    const auto by = [&](const QString &column, const QVariantList &values) {
        const auto keep = [&](const Rows &row) {
            know(read(row));
            return 0;
        };
        return sql::where(connection,
                          u"SELECT movie_id, wikidata_id, article, imdb_id FROM movies WHERE %1 IN "_s.arg(column)
                              + u"%1"_s,
                          values, keep)
            .transform([](const QList<int> &) { });
    };
    return by(u"movie_id"_s, ids)
        .and_then([&] { return by(u"wikidata_id"_s, wikidataIds); })
        .and_then([&] { return by(u"article"_s, articles); })
        .and_then([&] { return by(u"imdb_id"_s, imdbIds); });
}

bool MovieBook::contradicts(const Movie &movie, MovieId id) const
{
    const QString known = m_rows.value(id).wikidataId;
    return !known.isEmpty() && !movie.wikidataId.isEmpty() && known != movie.wikidataId;
}

std::optional<MovieId> MovieBook::find(const Movie &movie, MovieId linked) const
{
    if (const auto same = m_byWikidataId.constFind(movie.wikidataId); same != m_byWikidataId.cend())
        return *same;
    if (const auto same = m_byArticle.constFind(movie.article); same != m_byArticle.cend())
        return *same;
    for (const MovieId id : m_byImdbId.values(movie.imdbId ? movie.imdbId->value : QString())) {
        if (!contradicts(movie, id))
            return id;
    }
    if (m_rows.contains(linked) && !contradicts(movie, linked))
        return linked;
    return std::nullopt;
}

std::optional<MovieId> MovieBook::rivalFor(const Movie &movie, MovieId id) const
{
    const auto holder = m_byArticle.constFind(movie.article);
    return holder != m_byArticle.cend() && *holder != id ? std::optional(*holder) : std::nullopt;
}
