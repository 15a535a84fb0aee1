#include "store/rowstreams.h"

using namespace Qt::Literals;

Result<std::unique_ptr<RowStream>> rowstream::open(Connection &connection, const Selection &selection,
                                                   std::stop_token stop)
{
    return connection.engine() == Connection::Engine::SQLite ? ofSqlite(connection, selection, std::move(stop))
                                                             : ofPostgresql(connection, selection, std::move(stop));
}

Error rowstream::stopped()
{
    return {.kind = Error::Kind::Cancelled, .message = u"It was stopped."_s};
}
