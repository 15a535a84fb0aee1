#pragma once

#include "store/connection.h"

/// The steps by which a database gets the form that this program knows (schema/migrations/NNNN_name.ENGINE.sql).
namespace migrations {

struct Migration
{
    int number = 0;
    QString name; ///< "the_journals_tables"
    QString sql; ///< statements, each ended by a semicolon and an empty line
    QByteArray checksum; ///< of the SQL without its comments and spaces, SHA-256 in hex

    bool operator==(const Migration &) const = default;
};

/// All that the program brings for an engine, in their order.
Result<QList<Migration>> known(Connection::Engine engine);

/// Those that a database has, by their number; empty for a new one.
Result<QList<Migration>> applied(Connection &connection);

/// Brings a database up to date: each step in a transaction of its own. Refuses one that is newer, or not ours.
Result<> apply(Connection &connection);

/// Whether the database has the form that the program knows: for one that can only be read.
Result<> check(Connection &connection);

QStringList statements(const QString &sql);
QByteArray checksum(const QString &sql);

}
