#pragma once

#include "store/tablefields.h"
#include "tablecell.h"

/// What is shown of a table, or of any other answer: its columns, and how many rows.
struct TableShape
{
    table::Query query; ///< empty where it is no table's
    QStringList key; ///< columns by which a row is known
    QList<table::Field> fields; ///< a column each
    QList<tablecell::Kind> kinds;
    qint64 count = 0; ///< rows that match
    bool isExact = true; ///< that is so; else about, or at least, so many
    qint64 total = 0; ///< rows of the table
    bool isTotalExact = true;

    qsizetype columnOf(const QString &name) const ///< as the database calls it; -1 without one
    {
        const auto found = std::ranges::find(fields, name, &table::Field::name);
        return found == fields.end() ? -1 : found - fields.begin();
    }
};
