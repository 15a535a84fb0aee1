#pragma once

#include <QRect>

class QHeaderView;

/// The columns of a header that stay where they are while the others scroll: its first places.
struct FrozenColumns
{
    const QHeaderView &header;
    int places = 0; ///< that are to stay, hidden columns among them

    /// Places that do stay: a quarter of the room at least is for the columns that scroll.
    int kept() const;
    bool holds(int section) const;
    int length() const; ///< pixels

    /// Where a column is seen, from the viewport's left.
    int placeOf(int section) const;
    int sectionAt(int x) const; ///< -1 beside them
    /// The part of a viewport where they are, and the part where the others scroll.
    QRect area(const QRect &viewport) const;
    QRect scrollingArea(const QRect &viewport) const;

private:
    int lengthOf(int count) const;
};
