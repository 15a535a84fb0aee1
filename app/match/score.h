#pragma once

#include "data/match.h"
#include "match/title.h"
#include "match/weights.h"

/// How well a candidate fits an item. Pure.
namespace score {

/// What an item is called: its title, and others; lists that know several original titles write "|" between them.
QStringList titlesOf(const Item &item);
/// Its own title, then the one by which it was found and its other names.
QStringList titlesOf(const Candidate &candidate);

/// The names of one side made comparable: once, to be weighed against many.
struct Names
{
    QList<title::Name> titles; ///< a candidate's own title first
    QStringList directors; ///< keys, as the cast's
    QStringList cast;
};
Names names(const Item &item);
Names names(const Candidate &candidate);

/// The evidence, signal by signal; what either side does not say stays unknown. How many films bear the title, only the
/// whole list of candidates says: rank().
Evidence weigh(const Item &item, const Candidate &candidate);
Evidence weigh(const Item &item, const Names &ours, const Candidate &candidate, const Names &theirs);

/// The log-odds of all signals by the weights of resources/matcher.json.
double total(const Evidence &evidence);

/// Weighs all candidates and puts the best first. Their scores are the probabilities that each is the right one; what
/// is left to 1 is the probability that none of them is.
QList<Candidate> rank(const Item &item, QList<Candidate> candidates, const Weights &weights = Weights::bundled());
/// The same by other weights, of candidates that have their evidence.
void rankBy(const Weights &weights, QList<Candidate> &candidates);

/// One signal in words: both values, side by side.
struct Reason
{
    Signal signal;
    float agreement = 0;
    double weight = 0; ///< log-odds
    QString ours; ///< the item's value
    QString theirs; ///< the candidate's value
};
QList<Reason> explain(const Item &item, const Candidate &candidate, const Weights &weights = Weights::bundled());

}
