#pragma once

#include "store/connection.h"

/// The database's own clock: on several machines the only one that all agree on.
namespace sqlclock {

/// The present as an SQL expression: milliseconds since 1970.
inline QString now(const Connection &connection)
{
    return connection.engine() == Connection::Engine::SQLite
        ? QStringLiteral("CAST(unixepoch('subsec') * 1000 AS INTEGER)")
        : QStringLiteral("CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS BIGINT)");
}

}
