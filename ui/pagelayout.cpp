#include "pagelayout.h"

QSize PageLayout::minimumSize() const
{
    const QLayoutItem *shown = itemAt(currentIndex());
    return shown ? shown->minimumSize() : QSize();
}
