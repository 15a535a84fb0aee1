#pragma once

#include "world.h"

namespace origin {

/// A film's statements, composed from its facts.
QList<Claim> filmClaims(const World &world, const Film &film);

}
