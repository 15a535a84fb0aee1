#pragma once

#include "export/order.h"

class Connection;

/// Files into rows, all of them or none.
namespace imports {

enum class Checksums { Compare, Ignore };

struct Order
{
    QString path; ///< folder of a whole export, or a file
    QString table; ///< for a file
    Checksums checksums = Checksums::Compare; ///< with those of the export's manifest, where there is one
};

/// A whole export makes the same database out of one whose tables are empty. A file's rows are added to its table.
/// Reads CSV, TSV, JSON and JSON Lines as exports write them.
Result<exports::Report> read(Connection &connection, const Order &order, const exports::Watch &watch);

}
