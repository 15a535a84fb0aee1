#pragma once

#include "store/cell.h"

#include <string>

/// Values as both engines are to write them alike.
namespace cellbytes {

void append(std::string &out, qint64 number);
/// In full, by the fewest digits that mean it.
void append(std::string &out, double number);

/// "7.0" and "7.10" are "7" and "7.1".
std::string_view withoutZeros(std::string_view number);
/// A fraction of zero is left out, another has three digits at least. `scratch` holds what is not in `time` itself.
std::string_view timestamp(std::string_view time, std::string &scratch);

/// Two digits a byte.
void appendHex(std::string &out, std::string_view bytes);
/// False where the text is no such digits.
bool appendUnhexed(std::string &out, std::string_view hex);

}
