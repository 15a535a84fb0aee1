#include "wiki/movies.h"

#include "wiki/mediawiki.h"
#include "wiki/wikiclient.h"

#include <QJsonArray>

using namespace Qt::Literals;

Result<wikipedia::FactsOfPages> wikipedia::parseFacts(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    FactsOfPages facts;
    for (const auto &page : (*root)["query"_L1]["pages"_L1].toArray()) {
        const QJsonObject properties = page["pageprops"_L1].toObject();
        facts.insert(page["pageid"_L1].toInteger(),
                     {.wikidataId = properties["wikibase_item"_L1].toString(),
                      .filmInfobox = !page["templates"_L1].toArray().isEmpty(),
                      .disambiguation = properties.contains("disambiguation"_L1)});
    }
    return facts;
}

bool wikipedia::isMovie(const QJsonObject &page, const PageFacts &facts)
{
    if (facts.disambiguation)
        return false;
    if (facts.film)
        return *facts.film;
    return looksLikeFilm(page["title"_L1].toString(), page["description"_L1].toString(), facts.filmInfobox);
}

QJsonObject wikipedia::movies(const QJsonObject &found, const FactsOfPages &facts, const QUrl &wikipedia)
{
    QJsonArray movies;
    for (const auto &value : found["pages"_L1].toArray()) {
        QJsonObject page = value.toObject();
        if (!isMovie(page, facts.value(page["id"_L1].toInteger())))
            continue;
        page["url"_L1] = articleUrl(wikipedia, page["title"_L1].toString()).toString(QUrl::FullyEncoded);
        movies.append(page);
    }
    return {{u"how_many"_s, movies.size()}, {u"movies"_s, movies}};
}

QUrl wikipedia::articleUrl(const QUrl &wikipedia, const QString &title)
{
    return mediawiki::under(wikipedia, u"/wiki/"_s + keyOf(title));
}
