#pragma once

#include "store/cell.h"

/// Lists within a cell.
namespace folded {

/// Calls `take` with each text of a list.
void each(std::string_view list, char end, auto take)
{
    for (size_t at = 0; at <= list.size();) {
        const size_t stop = std::min(list.find(end, at), list.size());
        take(list.substr(at, stop - at));
        at = stop + 1;
    }
}

/// For people: "Judy Garland (Dorothy Gale); Frank Morgan".
void append(std::string &out, std::string_view list);

}
