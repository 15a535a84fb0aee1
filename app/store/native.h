#pragma once

#include "store/connection.h"

struct sqlite3;
struct pg_conn;

/// The engine's own handle of a connection, for what QtSql would do too slowly. Qt's drivers use the libraries that
/// this program links.
namespace native {

Result<sqlite3 *> sqlite(Connection &connection);
Result<pg_conn *> postgresql(Connection &connection);

/// What the engine says of its last failure, with the SQL or file in which it happened.
Error error(sqlite3 *database, const QString &where);
Error error(pg_conn *server, const QString &where);

/// The statement with each value in the place of its mark, as PostgreSQL writes it: for COPY, which takes no values.
Result<QByteArray> withValues(pg_conn *server, const QString &sql, const QVariantList &values);

}
