#pragma once

#include "store/cell.h"

#include <string>

/// Rows as JSON objects, a line each.
namespace json {

void appendText(std::string &out, std::string_view text);
/// Numbers and truth as such, a list as an array, everything else as text; bytes in hex.
void appendCell(std::string &out, const Cell &cell, const QStringList &parts = {});

}
