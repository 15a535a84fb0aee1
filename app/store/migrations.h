#pragma once

#include "store/connection.h"

#include <QDateTime>

/// The steps by which a database gets the form that this program knows: schema/migrations/NNNN_name.ENGINE.sql, and
/// NNNN_name.ENGINE.down.sql back again.
namespace migrations {

struct Migration
{
    int number = 0;
    QString name; ///< "tables_of_the_journal"
    QString sql; ///< statements, each ended by a semicolon and an empty line
    QString down; ///< takes it back
    QByteArray checksum; ///< of the normalised SQL, SHA-256 in hex
    QDateTime appliedAt; ///< UTC, of a database's own

    bool operator==(const Migration &) const = default;
};

/// Makes the list of the steps that a database has.
inline const QString ListSql = QStringLiteral(
    "CREATE TABLE IF NOT EXISTS schema_migrations (number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT "
    "NULL, "
    "applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, CONSTRAINT schema_migrations_pkey PRIMARY KEY (number))");

/// The steps for an engine that a folder holds, in their order.
Result<QList<Migration>> read(const QString &folder, Connection::Engine engine);
/// All that the program brings for an engine, in their order.
Result<QList<Migration>> known(Connection::Engine engine);

/// Those that a database has, by their number; empty for a new one.
Result<QList<Migration>> applied(Connection &connection);

/// The number of a database's newest step, 0 for a new one. Refuses a database that is newer, or not ours.
Result<int> version(Connection &connection, const QList<Migration> &known);
/// The same, by this program's own steps.
Result<int> version(Connection &connection);

/// Makes the list of steps in a new database. Refuses one of another program.
Result<> prepare(Connection &connection);
/// Until the transaction ends, no other program changes the database's form.
Result<> waitForOthers(Connection &connection);

/// Of a database that can only be read: an error where it is not ours or newer, and what to say where it is older.
Result<std::optional<Error>> check(Connection &connection);

QStringList statements(const QString &sql);
/// Without comments, and with one space where there is any, save within quotes.
QString normalised(const QString &sql);
QByteArray checksum(const QString &sql);

}
