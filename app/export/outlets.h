#pragma once

#include "export/writer.h"

class Connection;

/// What was met in a table's columns.
struct Counts
{
    qint64 rows = 0;
    QList<qint64> nulls; ///< by column
    QList<qint64> empty; ///< texts without a letter
};

/// Where an export goes to: a file, a folder of files, or the standard output.
class Outlet
{
public:
    virtual ~Outlet() = default;
    /// What takes the next table.
    virtual Result<Writer *> next(const Sheet &sheet) = 0;
    virtual Result<> ended(const Sheet &sheet, const Counts &counts) = 0;
    /// What it means that the rows ended in an error.
    virtual Error cutOff(Error error) const { return error; }
    /// All of it is there: it takes its place, with its manifest.
    virtual Result<exports::Report> commit(Connection &connection) = 0;
};

namespace outlets {

Result<std::unique_ptr<Outlet>> of(Connection &connection, const exports::Order &order);

}
