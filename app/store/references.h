#pragma once

#include "store/records.h"

/// What refers to a row.
namespace references {

struct Column
{
    QString table;
    QString column;
    bool isOptional = true; ///< the reference can be emptied; else its row cannot be without it

    bool operator==(const Column &) const = default;
};

struct Count
{
    Column from;
    qint64 rows = 0;

    bool operator==(const Count &) const = default;
};

/// Every column that refers to this table, by the model.
QList<Column> to(const QString &table);
/// Those by which rows refer to any of these rows, with how many do.
Result<QList<Count>> count(Connection &connection, const QString &table, const QStringList &keys);

}
