#pragma once

#include "store/rowstream.h"

/// The stream of each engine.
namespace rowstream {

Result<std::unique_ptr<RowStream>> ofSqlite(Connection &connection, const Selection &selection, std::stop_token stop);
Result<std::unique_ptr<RowStream>> ofPostgresql(Connection &connection, const Selection &selection,
                                                std::stop_token stop);

Error stopped();

}
