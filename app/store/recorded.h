#pragma once

#include "data/ids.h"
#include "store/connection.h"

/// Movies that are written, and what becomes of them when their items no longer are them.
namespace recorded {

/// The item is no longer this movie. Without any item, a movie goes, unless a person wrote in it.
Result<> unlink(Connection &connection, ItemId item);
Result<> removeUnused(Connection &connection, MovieId movie);

}
