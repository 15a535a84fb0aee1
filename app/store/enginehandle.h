#pragma once

class QSqlDriver;
struct pg_conn;
struct sqlite3;

/// The C library's own connection below a driver of Qt's, which uses the library that this program links. Null for a
/// driver of the other engine, and where the driver is not as expected.
namespace enginehandle {

sqlite3 *sqlite(const QSqlDriver *driver);
pg_conn *postgresql(const QSqlDriver *driver);

}
