#pragma once

#include "data/crawl.h"
#include "data/match.h"
#include "data/movie.h"

/// How far an item is. Found and unfound: its ids led to Wikidata items, or it is to be searched.
enum class Stage { Listed, Found, Unfound, Weighed, Decided, Recorded };

/// Enumerators as the words that rows hold, and back.
namespace enums {

QString text(Stage stage);
QString text(Verdict verdict);
QString text(Judge judge);
QString text(CrawlState state);
QString text(Error::Kind kind);
QString text(Source::Kind kind);

/// The enumerator of a word; the first one for a word that this version does not know.
template<typename Enum>
Enum of(const QString &text);

}
