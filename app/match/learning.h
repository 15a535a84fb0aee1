#pragma once

#include "match/fitting.h"

/// The weights, fitted again on what a person has decided. Pure.
namespace learning {

/// What a decided match teaches; nothing if it was not decided by a person, or for something that is not among its
/// candidates.
std::optional<fitting::Case> lessonOf(const Match &match);

/// How well weights do on titles that they were not fitted on.
struct Quality
{
    double rightFirst = 0; ///< share of the titles whose best candidate is the right one, or that rightly have none
    double surprise = 0; ///< mean of -log2 of the probability that was given to the right answer, bits
    int accepted = 0; ///< that a machine would accept
    int acceptedWrong = 0; ///< of these
};

struct Learned
{
    Weights weights;
    int titles = 0;
    Quality before;
    Quality after; ///< cross-validated: each fifth by weights that were fitted on the others
};

constexpr int Least = 20; ///< fewer decisions teach nothing

Quality qualityOf(const Weights &weights, const QList<fitting::Case> &cases);
/// The thresholds stay as they are. Some seconds for thousands of cases.
Learned learn(const Weights &base, const QList<fitting::Case> &cases);

/// Names what weights were fitted from.
QByteArray digest(const Weights &weights);

}
