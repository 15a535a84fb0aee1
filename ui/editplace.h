#pragma once

#include "rowranges.h"
#include "store/records.h"
#include "store/tableoutline.h"

/// What the grid's cell is in the database, as it was read.
struct EditPlace
{
    QString table;
    QString row; ///< key
    const model::Column *column = nullptr; ///< none for what a table between joins to the row
    records::Cell value;
    QString name; ///< of the referred row
    QString between; ///< the table that joins them
    const model::Column *other = nullptr; ///< of that table, what refers to them
};

/// Where a person stands in the grid.
struct EditContext
{
    QString table;
    QString row; ///< key of the current one; empty for none
    QStringList rows; ///< keys of the chosen ones, as far as they are here
    QList<RowRange> ranges; ///< their places, without those that are not saved; none where all are here
    QStringList rowsBelow; ///< keys from the current one on, as shown, as far as they are here
    QStringList columns; ///< from the current one on, as shown

    bool isAllHere() const { return ranges.isEmpty(); }
    qint64 chosen() const { return isAllHere() ? rows.size() : rowranges::count(ranges); }
    bool operator==(const EditContext &) const = default;
};

namespace editplace {

/// "17", or "17,3" where two columns make the key.
QString text(const QVariantList &key);
QStringList texts(const table::Keys &keys);

}
