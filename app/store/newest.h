#pragma once

#include "store/connection.h"

/// What was found last, for those who watch a crawl.
namespace newest {

struct Found
{
    QString title;
    std::optional<int> year;
    QString article; ///< or the Wikidata id, where there is no article
};

/// Of the latest decisions those that found something, the last one first.
Result<QList<Found>> found(Connection &connection, int limit);

}
