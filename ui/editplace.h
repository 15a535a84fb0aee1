#pragma once

#include "store/records.h"

/// What the grid's cell is in the database, as it was read.
struct EditPlace
{
    QString table;
    QString row; ///< key
    const model::Column *column = nullptr; ///< none for what a table between joins to the row
    records::Cell value;
    QString name; ///< of the referred row
};

/// Where a person stands in the grid.
struct EditContext
{
    QString table;
    QString row; ///< key of the current one; empty for none
    QStringList rows; ///< keys of the chosen ones
    QStringList rowsBelow; ///< keys from the current one on, as shown, as far as they are here
    QStringList columns; ///< from the current one on, as shown

    bool operator==(const EditContext &) const = default;
};
