#pragma once

#include "store/connection.h"

#include <string>
#include <variant>
#include <vector>

/// The rows that the library has written, keys and all, to be written once more by an engine's own quickest means.
namespace rawrows {

using Value = std::variant<std::monostate, qint64, double, std::string>;

/// Rows of one table, as many values one after the other as there are columns.
struct Table
{
    std::string name;
    std::vector<std::string> columns;
    std::vector<Value> values;

    size_t rows() const { return values.size() / columns.size(); }
};
/// What one transaction wrote, in an order in which no reference leads ahead.
using Batch = std::vector<Table>;

/// How far the keys of a database go.
using Marks = QHash<QString, qint64>;
Result<Marks> marks(Connection &connection);
/// What was written between two marks.
Result<Batch> between(Connection &connection, const Marks &from, const Marks &to);

/// Write the batches into an empty database of the same form, a transaction each; all statements are prepared.
/// Return the nanoseconds that it took.
qint64 write(const QString &sqliteFile, const std::vector<Batch> &batches);
qint64 copy(const QString &postgresqlAddress, const std::vector<Batch> &batches);

}
