#pragma once

#include "data/item.h"
#include "store/rows.h"

/// Items as columns of a query, and as values of a row.
namespace itemrows {

constexpr QStringView Columns
    = u"i.item_id, i.source, i.source_key, i.list_id, i.title, i.original_title, i.year, i.runtime, i.imdb_id, "
      "i.tmdb_id, i.wikidata_id, i.directors, i.actors, i.countries, i.url, i.wiki_url, i.poster_url, i.crawled_at, "
      "n.node, n.extra, g.gallery_id, g.source, g.country, g.provider, g.name, g.url, g.filter, i.votes";
/// The same without what the gallery's node and other programs say beside it.
inline QString plainColumns()
{
    return Columns.toString().replace(QStringLiteral("n.node, n.extra"), QStringLiteral("NULL, NULL"));
}
constexpr QStringView Tables
    = u"items i JOIN galleries g ON g.gallery_id = i.gallery_id LEFT JOIN item_nodes n ON n.item_id = i.item_id";
constexpr int Count = 28;

Item read(const Rows &row);

/// What a gallery says of an item, in the order of Facts.
QVariantList facts(const Item &item);
constexpr QStringView Facts
    = u"title, original_title, year, runtime, imdb_id, tmdb_id, wikidata_id, directors, actors, countries, url, "
      "wiki_url, poster_url, crawled_at, votes";

bool hasIds(const Item &item);

}
