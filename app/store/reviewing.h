#pragma once

#include "store/connection.h"
#include "store/reviewfilter.h"

/// The titles that a person reviews, page by page, and what has changed among them. Called inside Database::run().
namespace reviewing {

/// Where a page ended, in its order.
struct Place
{
    double value = 0; ///< that the order goes by
    ItemId item;
};
struct Page
{
    QList<Match> matches;
    std::optional<Place> last; ///< nothing if the page is empty
};
Result<Page> page(Connection &connection, const Filter &filter, Sort sort, int limit,
                  const std::optional<Place> &after = {});

/// How far the list of decisions is. Others commit out of order: so the last ones are counted too.
struct Tick
{
    DecisionId newest;
    int recent = 0;

    bool operator==(const Tick &) const = default;
};
Result<Tick> tick(Connection &connection);
/// Titles about which something was decided since then, `Most` at most, and those of the last decisions before it.
constexpr int Most = 2000;
Result<QList<Match>> changedSince(Connection &connection, const Tick &tick);

/// Titles of this key, whatever source gave it; of one source where it is written "source/key".
Result<QList<Match>> byKey(Connection &connection, const QString &key);

/// The title about which this was decided; none if there is no such decision.
Result<QList<Match>> byDecision(Connection &connection, DecisionId decision);

/// Some titles, in this order; what is not there is left out.
Result<QList<Match>> matches(Connection &connection, const QList<ItemId> &items);

}
