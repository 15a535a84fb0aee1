#pragma once

#include "data/movie.h"
#include "store/connection.h"

#include <QHash>

/// Where the values of a row come from, and which of them no machine writes over.
namespace provenance {

struct Origin
{
    Source source;
    QString original; ///< text it was read from, where that differs
    bool isLocked = false;

    bool operator==(const Origin &) const = default;
};

/// By column.
Result<QHash<QString, Origin>> of(Connection &connection, const QString &table, qint64 row);

enum class Lock { Open, Closed };
/// An act of a person, which can be undone; its key.
Result<qint64> set(Connection &connection, const QString &table, qint64 row, const QString &column, Lock lock,
                   const QString &who);

}
