#pragma once

#include "store/cell.h"
#include "store/connection.h"

#include <memory>

/// Takes rows into a table, as fast as the engine does, inside the caller's transaction. Cells are as files hold them:
/// bytes in hex, truth in words, everything else as its text.
class RowWriter
{
public:
    virtual ~RowWriter() = default;
    virtual Result<> row(Cells cells) = 0;
    /// All rows are in the table.
    virtual Result<> end() = 0;
};

namespace rowwriter {

/// Into these columns of a table; an error where it has no such column. No other statement runs on a server's
/// connection until end().
Result<std::unique_ptr<RowWriter>> open(Connection &connection, const QString &table, const QStringList &columns);

/// References that lead nowhere are an error at the end of the transaction, not before.
Result<> deferReferences(Connection &connection);
/// Names the first of them.
Result<> checkReferences(Connection &connection);
/// The counters of keys go on behind the rows of these tables.
Result<> setCounters(Connection &connection, const QStringList &tables);

}
