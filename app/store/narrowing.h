#pragma once

#include "store/model.h"

/// Columns that hold less than they did, though they keep their name.
namespace narrowing {

/// Whether values that were could be changed or refused by the type that is now.
bool isNarrower(const model::Column &now, const model::Column &before);

}
