#pragma once

#include "data/evidence.h"

#include <array>

/// What the score is made of: data in resources/matcher.json.
struct Weights
{
    struct Part
    {
        double weight = 0;
        double pivot = 0; ///< the agreement that speaks neither for nor against
    };
    std::array<Part, SignalCount> parts;
    double bias = 0;
    double accept = 1; ///< least score that a machine accepts
    double margin = 1; ///< least distance to the second

    static const Weights &bundled();
};
