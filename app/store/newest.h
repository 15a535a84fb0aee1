#pragma once

#include "data/match.h"
#include "store/connection.h"

/// What a crawl came to lately, for those who watch it.
namespace newest {

/// A title that was looked up, and what the machine made of it.
struct Found
{
    ItemId item;
    QString title;
    std::optional<int> year;
    Verdict verdict = Verdict::Unreviewed; ///< that, or AcceptedByMachine
    QString article; ///< what it was found to be, or the best candidate; empty if nothing was found

    bool operator==(const Found &) const = default;
};

/// Of the titles that a crawl's gallery shows: those that were looked up since the crawl began, the last one first.
/// Looks no further back than a few hundred decisions.
Result<QList<Found>> found(Connection &connection, CrawlId crawl, int limit);

}
