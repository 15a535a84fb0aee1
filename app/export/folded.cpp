#include "export/folded.h"

namespace {

void appendOne(std::string &out, std::string_view parts)
{
    int count = 0;
    folded::each(parts, Cell::PartEnd, [&](std::string_view part) {
        if (part.empty())
            return;
        out += count == 0 ? "" : count == 1 ? " (" : ", ";
        out += part;
        ++count;
    });
    if (count > 1)
        out += ')';
}

}

void folded::append(std::string &out, std::string_view list)
{
    bool isFirst = true;
    each(list, Cell::FoldedEnd, [&](std::string_view parts) {
        out += std::exchange(isFirst, false) ? "" : "; ";
        appendOne(out, parts);
    });
}
