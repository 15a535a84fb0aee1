#pragma once

#include "store/books.h"
#include "store/credits.h"
#include "store/pending.h"

/// A movie's own row.
namespace movierow {

Result<MovieId> insert(Connection &connection, const Movie &movie, const QString &titleOfItem, const Books &books,
                       Pending &pending);
/// Writes what has changed. What a person wrote stays; what a shared movie's other items know stays.
Result<> update(Connection &connection, const credits::Target &target, const Movie &movie, const Books &books,
                Pending &pending);

}
