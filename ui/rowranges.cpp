#include "rowranges.h"

#include <QItemSelection>

QList<RowRange> rowranges::of(const QItemSelection &selection, int from)
{
    QList<std::pair<qint64, qint64>> spans; // first and end
    for (const QItemSelectionRange &range : selection) {
        if (range.bottom() >= from)
            spans.append({std::max(0, range.top() - from), range.bottom() - from + 1});
    }
    std::ranges::sort(spans);
    QList<RowRange> ranges;
    for (const auto &[first, end] : std::as_const(spans)) {
        const qint64 known = ranges.isEmpty() ? 0 : ranges.constLast().first + ranges.constLast().count;
        if (!ranges.isEmpty() && first <= known)
            ranges.last().count = std::max(known, end) - ranges.constLast().first;
        else
            ranges.append({first, end - first});
    }
    return ranges;
}

qint64 rowranges::count(const QList<RowRange> &ranges)
{
    qint64 count = 0;
    for (const RowRange &range : ranges)
        count += range.count;
    return count;
}
