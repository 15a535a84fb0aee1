#pragma once

#include "data/gallery.h"
#include "data/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QStringList>
#include <QUuid>

/// One title as a gallery shows it, before anybody has looked it up.
struct Item
{
    ItemId id;
    QString source; ///< who gave the key: "justwatch" or "file"
    QString key; ///< the source's own id ("tm155702"); unique within a source
    QUuid listId; ///< the contract's movie_list_id
    QString title;
    std::optional<QString> originalTitle;
    std::optional<int> year;
    std::optional<int> runtime; ///< minutes
    std::optional<int> votes; ///< at IMDb, as the gallery says: how well known the title is
    std::optional<QString> imdbId; ///< "tt0032138"
    std::optional<QString> tmdbId; ///< digits
    std::optional<QString> wikidataId; ///< "Q193695"
    QStringList directors;
    QStringList cast; ///< in the gallery's order
    QStringList countries; ///< ISO 3166-1 alpha-2
    QUrl url; ///< the title's page in the gallery; the contract's jw_href
    std::optional<QUrl> wikiUrl; ///< the article, once matched; the contract's wiki_href
    std::optional<QUrl> posterUrl;
    Gallery gallery;
    QDateTime crawledAt; ///< UTC
    QByteArray node; ///< the gallery's own answer about this title, whole, as JSON; empty for none
    QJsonObject extra; ///< properties of an item list that this version does not know

    bool operator==(const Item &) const = default;
};
