#pragma once

#include "data/result.h"

#include <QHash>
#include <QJsonObject>
#include <QUrl>

#include <optional>

namespace wikipedia {

/// What is known of a page besides the search's answer.
struct PageFacts
{
    QString wikidataId; ///< empty if it has none
    bool filmInfobox = false;
    bool disambiguation = false;
    std::optional<bool> film; ///< what its Wikidata item says

    bool operator==(const PageFacts &) const = default;
};
using FactsOfPages = QHash<qint64, PageFacts>; ///< by page number

Result<FactsOfPages> parseFacts(const QByteArray &body);

/// Whether a page of the search is a movie: by its Wikidata item, where that says; else by what can be seen.
bool isMovie(const QJsonObject &page, const PageFacts &facts);

/// {how_many, movies: [{…, url}]} of {how_many, pages: […]}; addresses below `wikipedia`.
QJsonObject movies(const QJsonObject &found, const FactsOfPages &facts, const QUrl &wikipedia);

QUrl articleUrl(const QUrl &wikipedia, const QString &title);

}
