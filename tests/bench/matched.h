#pragma once

#include "data/match.h"
#include "localweb.h"

/// What the program makes of a list of titles: resolved, matched and searched as in a crawl, but nothing recorded.
namespace matched {

struct Outcome
{
    QList<Match> matches; ///< in the order of the items
    double seconds = 0;
    int requests = 0;
};
Outcome all(LocalWeb &web, const QList<Item> &items);

}
