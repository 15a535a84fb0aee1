#include "frozencolumns.h"

#include <QHeaderView>

int FrozenColumns::lengthOf(int count) const
{
    int length = 0;
    for (int place = 0; place < count; ++place)
        length += header.sectionSize(header.logicalIndex(place)); // of a hidden one 0
    return length;
}

int FrozenColumns::kept() const
{
    int count = std::min(places, header.count());
    while (count > 0 && lengthOf(count) > header.viewport()->width() * 3 / 4)
        --count;
    return count;
}

bool FrozenColumns::holds(int section) const
{
    const int place = header.visualIndex(section);
    return place >= 0 && place < kept();
}

int FrozenColumns::length() const
{
    return places > 0 ? lengthOf(kept()) : 0;
}

int FrozenColumns::placeOf(int section) const
{
    const int place = header.sectionViewportPosition(section);
    if (places == 0 || !holds(section))
        return place;
    return header.isRightToLeft() ? place - header.offset() : place + header.offset();
}

int FrozenColumns::sectionAt(int x) const
{
    if (!area(header.viewport()->rect()).contains(x, 0))
        return header.logicalIndexAt(x);
    return header.logicalIndexAt(header.isRightToLeft() ? x + header.offset() : x - header.offset());
}

QRect FrozenColumns::area(const QRect &viewport) const
{
    const QRect left(viewport.left(), viewport.top(), length(), viewport.height());
    return header.isRightToLeft() ? left.translated(viewport.width() - left.width(), 0) : left;
}

QRect FrozenColumns::scrollingArea(const QRect &viewport) const
{
    return header.isRightToLeft() ? viewport.adjusted(0, 0, -length(), 0) : viewport.adjusted(length(), 0, 0, 0);
}
