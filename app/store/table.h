#pragma once

#include "store/connection.h"
#include "store/tablequery.h"

#include <QStringList>
#include <QVariantList>

/// Any table, by name. Synchronous: called inside Database::run().
namespace table {

/// One column as the database itself describes it.
struct Column
{
    QString name;
    QString type; ///< "VARCHAR(255)"
    bool nullable = true;
    QString defaultValue; ///< SQL, empty for none
    bool counts = false; ///< a new row gets the next number by itself
};
struct ForeignKey
{
    QString constraint; ///< name
    QString column;
    QString table; ///< referenced
    QString referenced; ///< its column
    QString action; ///< "ON DELETE CASCADE", "ON UPDATE SET NULL"; empty where the referred row is kept
};
/// What the journal's get_table_info tells.
struct Info
{
    QString name;
    QList<Column> columns;
    QStringList primaryKey;
    QList<ForeignKey> foreignKeys;
    QStringList constraints; ///< names
    QStringList checks; ///< conditions that every row has to meet, SQL
    bool isView = false;
};

struct Index
{
    QString name; ///< of the constraint, if it is one's
    QStringList columns;
    bool isUnique = false;
    bool isConstraint = false; ///< made by UNIQUE (…) in the table
    QString where; ///< SQL, empty for every row
};

struct Trigger
{
    QString name;
    QString sql; ///< that makes it
    bool isOff = false;
};

/// The tables for people that the database has, in the model's order.
Result<QStringList> names(Connection &connection);
/// Tables and views that the model does not know: somebody else's.
Result<QStringList> others(Connection &connection);
/// Every table of the database but the list of migrations.
Result<QStringList> all(Connection &connection);
Result<Info> info(Connection &connection, const QString &table);
/// The indexes beside the primary key's, in the order in which they were made.
Result<QList<Index>> indexes(Connection &connection, const QString &table);
Result<QList<Trigger>> triggers(Connection &connection, const QString &table);
/// The SQL of the index of its words, and of the function behind it; empty where it has none.
Result<QString> searchIndex(Connection &connection, const QString &table);
/// Whether each of these has such an index.
Result<bool> haveSearchIndexes(Connection &connection, const QStringList &tables);

/// Rows that match, all of them counted.
Result<qint64> count(Connection &connection, const Query &query);
/// Rows in a stable order, with the values as they are. Counted off from the first: for tables that are read from the
/// start; the grid and exports go by tableoutline.h.
Result<QList<QVariantList>> rows(Connection &connection, const Query &query, qint64 first, qint64 limit);

/// The same rows with the referred row's name instead of its key, under readable headers ("director" for director_id),
/// without the relations.
struct Shown
{
    QStringList headers;
    QList<QVariantList> rows;
};
Result<Shown> shown(Connection &connection, const Query &query, qint64 first, qint64 limit);

}
