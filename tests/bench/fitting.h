#pragma once

#include "data/match.h"
#include "knowntitles.h"
#include "match/weights.h"

/// Conditional logistic regression: which of an item's candidates is the right one, or none.
namespace fitting {

/// A match of a title whose film is known. The candidates have their evidence.
struct Case
{
    Match match;
    knowntitles::Known known;
};

constexpr double Missing = 0.1; ///< so many titles of a gallery have no article, for one that has

/// The weights at which the right ones are most probable, held near what was believed before. The points of the curves
/// keep their places.
Weights fit(const Weights &beliefs, const QList<Case> &cases);

}
