#pragma once

#include "net/request.h"

#include <QMap>
#include <QStringList>

/// What is asked of a Wikipedia. Pure: the same question is always the same request.
namespace wikipedia {

constexpr int SearchSize = 10; ///< candidates of one search that a person reads
constexpr int MostFound = 50; ///< candidates of one search, whose properties come with one answer
constexpr int LongestSearch = 300; ///< characters: CirrusSearchMaxFullTextQueryLength

/// Core REST: https://www.mediawiki.org/wiki/API:REST_API/Reference#Search_pages. Kept for an hour.
Request searchPagesRequest(const QUrl &wikipedia, const QString &words, int limit);
/// `generator=search`; `films` asks for articles with an infobox of films only. Kept for a day, as the next one is: a
/// look-up that is stopped goes on where it was.
Request searchRequest(const QUrl &wikipedia, const QString &words, bool films, int most = SearchSize);
Request probeRequest(const QUrl &wikipedia, const QStringList &titles);
/// `more` is what the part before asked to be sent along.
Request articlesRequest(const QUrl &wikipedia, const QStringList &titles, const QMap<QString, QString> &more);
/// What is needed to tell movies from the rest, of at most 50 pages by number.
Request factsRequest(const QUrl &wikipedia, const QList<qint64> &pages);

}
