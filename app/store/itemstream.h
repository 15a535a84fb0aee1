#pragma once

#include "data/item.h"
#include "store/connection.h"

/// Items in the order of their keys, page by page: whole, with what the gallery and other programs said beside it.
namespace itemstream {

Result<QList<Item>> after(Connection &connection, ItemId last, int limit);

}
