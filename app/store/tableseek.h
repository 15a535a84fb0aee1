#pragma once

#include "store/tableoutline.h"

/// Finding rows by their place: along an index from any row on, or by the keys of all rows. Nothing is ever counted off
/// over more than Step rows.
namespace seek {

constexpr qint64 Step = 2048; ///< rows between two marks

Result<table::Outline::Way> wayOf(Connection &connection, const table::Outline &outline);

/// Where a row stands in the order: the value that is sorted by, if one is, and its key.
using Position = QVariantList;
/// SQL of the value in it.
QString valueSql(const Connection &connection, const table::Outline &outline);

/// From where rows are read.
struct Start
{
    Position after; ///< empty: from the first, or backwards from the last
    bool isBackwards = false; ///< what is skipped and read then comes before it; still the first comes first
    qint64 skip = 0;

    bool operator==(const Start &) const = default;
};
/// Keys of rows that are walked along, or, in any other order, of the first ones.
Result<table::Keys> keys(Connection &connection, const table::Outline &outline, const Start &start, qint64 limit);

/// The position Step rows behind another, or how many rows are left if those are fewer.
struct Stride
{
    Position to;
    qint64 left = 0;
};
Result<Stride> stride(Connection &connection, const table::Outline &outline, const Position &after);

/// About how many rows the table has: at once, however many those are.
struct Size
{
    qint64 rows = 0;
    bool isExact = true;

    bool operator==(const Size &) const = default;
};
Result<Size> size(Connection &connection, const QString &table);

}
