#pragma once

#include "store/table.h"
#include "tablecell.h"

/// What is shown of a table: its columns, and how many rows.
struct TableShape
{
    table::Query query;
    QStringList columns; ///< as the database calls them
    QStringList headers; ///< what is shown of them: "director" for director_id
    QStringList types;
    QList<tablecell::Kind> kinds;
    int key = -1; ///< the column that is the primary key; -1 without one of its own
    qint64 count = 0; ///< rows that match
    qint64 total = 0; ///< rows of the table
};
