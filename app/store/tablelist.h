#pragma once

#include "store/tableoutline.h"

#include <functional>

/// All rows of a query in their order, whichever that is.
namespace list {

/// " ORDER BY …" of any order, the unknown last, the key behind; empty where there is neither.
QString orderSql(const Connection &connection, const table::Outline &outline);

/// The keys of the first rows; of a table without a key, none.
Result<table::Keys> first(Connection &connection, const table::Outline &outline, qint64 limit);

/// Reads the keys of all rows, and hands them on by the thousand. Ends where `take` says no.
Result<> keys(Connection &connection, const table::Outline &outline, const std::function<bool(table::Keys)> &take);

/// Reads all rows as they are shown, and hands them on by the hundred. Memory does not grow with them.
Result<> rows(Connection &connection, const table::Outline &outline,
              const std::function<Result<>(const QList<table::Row> &)> &take);

}
