#pragma once

#include "data/match.h"
#include "match/weights.h"

/// Conditional logistic regression: which of an item's candidates is the right one, or none. Pure.
namespace fitting {

/// Candidates with their evidence, and which of them is right.
struct Case
{
    QList<Candidate> candidates;
    std::optional<qsizetype> right; ///< its place; nothing if none of them is
    double weight = 1; ///< how often such a case is
};

/// How strongly a weight is held at what was believed before: the inverse of its variance.
constexpr double Belief = 0.5;

/// The weights at which the right ones are most probable, held near what was believed before. The points of the curves
/// keep their places.
Weights fit(const Weights &beliefs, const QList<Case> &cases, double belief = Belief);

}
