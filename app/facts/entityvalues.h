#pragma once

#include "facts/entitynames.h"

/// What a film's statements say, property by property. What cannot be read is noted in the movie's `unread`.
namespace entityvalues {

/// Whether a statement is qualified with this item.
bool links(const Statement &statement, const QString &qualifier, const QString &id);

/// The earliest publication (P577), as precisely as it is said; Wikidata counts festivals as well.
MaybeFact<PartialDate> released(const Entity &entity, const EntityNames &read, Movie &movie);

/// P2047: one length, or none that is sure: cuts of several lengths are not told apart.
MaybeFact<int> runtime(const Entity &entity, const EntityNames &read, Movie &movie);

/// P2130 or P2142: the largest worldwide amount if one is marked so, else the first of no single country, else the
/// first. One of a currency that is not known keeps its number, without a currency, and is noted for this column.
MaybeFact<Money> money(const Entity &entity, const QString &property, const QString &column, const EntityNames &read,
                       Movie &movie);

/// P444 by Rotten Tomatoes (the Tomatometer before the average), Metacritic and IMDb, each once.
QList<Fact<Rating>> ratings(const Entity &entity, const EntityNames &read, Movie &movie);

}
