#pragma once

#include "store/connection.h"
#include "store/reviewfilter.h"

#include <functional>

using BatchId = Id<struct BatchTag>;

/// Decisions that belong together: many titles accepted at once, and blind checks of the machine. Each function that
/// writes is one transaction.
namespace batches {

using reviewing::Filter;

/// What accepting the best candidates of all titles of a filter would do, from a score on.
struct Forecast
{
    int titles = 0;
    double wrong = 0; ///< to be expected

    bool operator==(const Forecast &) const = default;
};
/// The probability that the best candidate of a title is right, by its score.
using Chance = std::function<double(double score)>;
Result<Forecast> forecast(Connection &connection, const Filter &filter, double least, const Chance &chance);

struct Batch
{
    BatchId id;
    int titles = 0;
};
Result<Batch> acceptAbove(Connection &connection, const Filter &filter, double least, const Chance &chance,
                          const QString &who);
/// Takes back what of it was not taken back yet; what was decided since stays. Returns how many.
Result<int> undo(Connection &connection, BatchId batch, const QString &who);

/// What a person decided last and has not taken back: one title, or a batch.
struct Last
{
    DecisionId decision;
    ItemId item;
    BatchId batch; ///< zero for a title by itself
    int titles = 1;
};
Result<std::optional<Last>> lastOf(Connection &connection, const QString &who);

/// Titles of a filter that the machine accepted, chosen at random, to be judged without its answer. Other states that
/// the filter asks for do not count.
struct Sample
{
    BatchId id;
    QList<ItemId> items;
};
Result<Sample> sample(Connection &connection, Filter filter, int size, const QString &who);
/// A person's decision as part of a batch.
Result<DecisionId> decide(Connection &connection, const Decision &decision, BatchId batch);

/// How often a person came to the machine's answer.
struct Check
{
    int answered = 0;
    int agreed = 0;
    double expectedWrong = 0; ///< of those answered, by the machine's own scores

    bool operator==(const Check &) const = default;
};
Result<Check> outcome(Connection &connection, BatchId batch);

}
