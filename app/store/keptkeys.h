#pragma once

#include "store/connection.h"

/// Keys of rows that people removed stay theirs, so that a removed row can come back: SQLite alone would give the
/// largest of them away again.
namespace keptkeys {

/// Does work that inserts rows without keys of their own into the tables of films.
Result<> around(Connection &connection, const std::function<Result<>()> &work);

}
