#pragma once

#include "store/cell.h"
#include "store/table.h"

/// What can be read as a stream.
namespace selections {

/// Of a column's type, as the engines name it.
Cell::Kind kindOf(const QString &type);

/// Every row and column of a table, in the order of its key, which is alike on both engines.
Result<Selection> whole(Connection &connection, const QString &table);
/// What is shown of a table: names instead of keys, under the headers and in the order of the grid.
Result<Selection> shown(Connection &connection, const table::Query &query);
/// One row a film, with the names of people, companies and genres, the cast and the scores folded into lists.
Selection films(Connection::Engine engine);

}
