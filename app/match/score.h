#pragma once

#include "data/match.h"

/// How well a candidate fits an item. Pure.
namespace score {

/// The evidence, signal by signal; what either side does not say stays unknown.
Evidence weigh(const Item &item, const Candidate &candidate);

/// One number from 0 to 1 to sort by, from the weights of resources/matcher.json.
double total(const Evidence &evidence);

/// Weighs all candidates and puts the best first.
QList<Candidate> rank(const Item &item, QList<Candidate> candidates);

/// One signal in words: both values, side by side.
struct Reason
{
    Signal signal;
    float agreement = 0;
    double weight = 0;
    QString ours; ///< the item's value
    QString theirs; ///< the candidate's value
};
QList<Reason> explain(const Item &item, const Candidate &candidate);

}
