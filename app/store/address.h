#pragma once

#include "data/result.h"
#include "store/connection.h"

#include <QMap>

/// Where a database is: a file's path, or a server and what it calls the database.
struct Address
{
    Connection::Engine engine = Connection::Engine::SQLite;
    QString path; ///< of a file; ":memory:" for none
    bool readOnly = false; ///< "?mode=ro"
    QString host; ///< a name, or the folder of a server's socket
    int port = -1;
    QString user;
    QString password;
    QString database;
    QMap<QString, QString> options; ///< libpq's: sslmode, service, passfile …

    bool operator==(const Address &) const = default;
};

namespace address {

/// Reads "sqlite:///home/a/movies.sqlite", "postgresql://user@host:5432/movie_db?sslmode=require",
/// "postgresql:///?service=movies", ":memory:", a path.
Result<Address> parse(const QString &text);
/// What parse() reads, without a password: of a server, else the file's path.
QString text(const Address &address);

/// The same without a password: to be shown and kept.
QString withoutPassword(const QString &text);
/// With one, for the program's own memory.
QString withPassword(const QString &text, const QString &password);

/// The options of a session, with what a desktop program needs where the address says nothing: an end to waiting for a
/// server that does not answer, and to believing in one that the network has lost.
QMap<QString, QString> sessionOptions(const Address &address);

}
