#pragma once

#include "match/weights.h"

#include "data/match.h"

/// What the machine decides by itself, and only when sure. Pure.
namespace judge {

/// AcceptedByMachine with the best candidate if its score and its margin to the second say so, else Unreviewed with the
/// reason why a person is asked. `candidates` come best first, weighed.
Decision decide(const Item &item, const QList<Candidate> &candidates, const Weights &weights = Weights::bundled());

/// Whether the best one of these is accepted without a search for others: an id agrees, or title and year are the same.
/// Anything else may be another film, which a search shows.
bool isPlain(const QList<Candidate> &candidates);

}
