#pragma once

#include "data/result.h"
#include "store/connection.h"

/// Where a database is: a file's path, or a server and what it calls the database.
struct Address
{
    Connection::Engine engine = Connection::Engine::SQLite;
    QString path; ///< of a file; ":memory:" for none
    bool readOnly = false; ///< "?mode=ro", or a file that cannot be written
    QString host; ///< a name, or the folder of a server's socket
    int port = -1;
    QString user;
    QString password;
    QString database;
    QString options; ///< libpq's, "sslmode=require;connect_timeout=5"

    bool operator==(const Address &) const = default;
};

namespace address {

/// Reads "sqlite:///home/a/movies.sqlite", "postgresql://user@host:5432/movie_db?sslmode=require", ":memory:", a path.
Result<Address> parse(const QString &text);

/// The same without a password: to be shown and kept.
QString withoutPassword(const QString &text);

}
