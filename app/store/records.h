#pragma once

#include "store/connection.h"
#include "store/model.h"

#include <QMap>

/// Rows of any table as texts, alike on both engines: what editing compares, keeps and writes back.
namespace records {

/// A value: numbers without groups, dates and times as ISO has them, 0 and 1 for no and yes; none for the unknown.
using Cell = std::optional<QString>;
using Values = QMap<QString, Cell>; ///< by column

struct Record
{
    QString table;
    QString key; ///< "17", or "17,3" where two columns make it
    int version = 0; ///< row_version; 0 in a table without
    Values values;

    bool operator==(const Record &) const = default;
};

/// What is to be selected, or returned, of a table for record() to read it.
QString columns(const model::Table &table);
Record record(const model::Table &table, const Rows &row);
Cell cell(const QVariant &value, const model::Column &column);
/// The value as a statement takes it.
QVariant bound(const Cell &cell, const model::Column &column);
QString keyOf(const model::Table &table, const Values &values);
/// "a" = ? AND "b" = ?, and what is to be bound to it.
QString condition(const model::Table &table);
QVariantList boundKey(const model::Table &table, const QString &key);
/// Whether (a, b) is one of so many rows' values: both engines look each up by the key.
QString isOneOf(const model::Table &table, const QStringList &columns, qsizetype rows);

/// As JSON, and back.
QString text(const Values &values);
Values values(const QString &json);

/// Whether a server holds the rows as they are until the transaction ends.
enum class Hold { No, Yes };
/// The rows of these keys that are there.
Result<QList<Record>> read(Connection &connection, const model::Table &table, const QStringList &keys, Hold hold);
Result<std::optional<Record>> read(Connection &connection, const model::Table &table, const QString &key, Hold hold);
/// The rows that have these values, in the order of their keys.
Result<QList<Record>> having(Connection &connection, const model::Table &table, const Values &values, Hold hold);

/// The rows of `condition`, in which "%1" stands for any number of `values`; `before` is bound before them.
Result<QList<Record>> among(Connection &connection, const model::Table &table, const QString &condition,
                            const QVariantList &values, const QVariantList &before, Hold hold);

/// The model's table; Missing for one that it does not know.
Result<const model::Table *> tableOf(const QString &name);

}
