#pragma once

#include "match/weights.h"

/// How far probabilities can be believed: what was said, held against what turned out. Pure.
namespace reliability {

struct Said
{
    double score = 0; ///< the probability that was said
    bool right = false;
    double weight = 1; ///< how often such a case is
};

/// The share of right ones by the score that was said, from Least on: never falling, and careful, for in each part of
/// it one more is taken to be wrong than was seen.
constexpr double Least = 0.5;
Weights::Curve shareRight(const QList<Said> &said);

}
