#pragma once

#include "store/cell.h"

#include <string>

/// Rows as text by RFC 4180: CRLF, quotes where needed, NULL as nothing and the empty text as "".
namespace csv {

struct Style
{
    char separator = ',';
    bool guardsFormulas = false; ///< an apostrophe before texts that a spreadsheet would take for a formula
};

void appendLine(std::string &out, Cells cells, const Style &style = {});
void appendHeaders(std::string &out, const QList<Selection::Field> &fields, const Style &style = {});

/// What the guard did not let stand at the start: '=1+1 is the text =1+1.
std::string_view withoutGuard(std::string_view text);

}
