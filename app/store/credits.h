#pragma once

#include "store/books.h"
#include "store/pending.h"

#include <QSet>

/// What hangs on a movie: its people and companies, cast, genres, ratings.
namespace credits {

/// A movie's row, as far as what hangs on it depends on it.
struct Target
{
    MovieId id;
    bool isNew = true; ///< then nothing hangs on it yet
    bool isShared = false; ///< other items are this movie too: what this one does not know stays
    QSet<QString> locked; ///< columns of the movie that a person wrote
};

Result<> write(Connection &connection, const Target &target, const Movie &movie, const Books &books, Pending &pending);

/// The cast, row by row: those that stay keep their key.
Result<> writeCast(Connection &connection, const Target &target, const Movie &movie, const Books &books,
                   Pending &pending);
Result<> writeRatings(Connection &connection, const Target &target, const Movie &movie, const Books &books,
                      Pending &pending);

}
