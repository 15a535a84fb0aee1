#pragma once

#include <QList>

class QItemSelection;

/// Rows of a table by their places, the first 0; without any twice, in order.
struct RowRange
{
    qint64 first = 0;
    qint64 count = 0;

    bool operator==(const RowRange &) const = default;
};

namespace rowranges {

/// The rows in which anything is chosen, beginning with the row `from`, which has the place 0.
QList<RowRange> of(const QItemSelection &selection, int from = 0);
qint64 count(const QList<RowRange> &ranges);

}
