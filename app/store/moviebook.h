#pragma once

#include "data/movie.h"
#include "store/connection.h"

#include <QHash>

/// The movies that a call's movies may be already, and the one each is.
class MovieBook
{
public:
    /// Reads the rows that any of these could be.
    Result<> look(Connection &connection, const QList<Movie> &movies, const QList<MovieId> &linked);

    /// The row of a movie: by Wikidata id, else by article, else by IMDb id where no Wikidata id speaks against it,
    /// else the one its item was linked to. None for a new movie.
    std::optional<MovieId> find(const Movie &movie, MovieId linked) const;
    /// The row that has this movie's article and is another, if there is one.
    std::optional<MovieId> rivalFor(const Movie &movie, MovieId id) const;
    void know(const Movie &movie, MovieId id);

private:
    struct Row
    {
        MovieId id;
        QString wikidataId, article, imdbId;
    };
    static Row read(const Rows &row);
    void know(const Row &row);
    bool contradicts(const Movie &movie, MovieId id) const;

    QHash<MovieId, Row> m_rows;
    QHash<QString, MovieId> m_byWikidataId, m_byArticle;
    QMultiHash<QString, MovieId> m_byImdbId;
};
