#pragma once

#include "store/library.h"

#include <QJsonArray>
#include <QTimeZone>

/// Films and crawls for the tests of the store, made of facts.
namespace films {

using namespace Qt::Literals;

inline QDateTime noon()
{
    return {{2025, 3, 4}, {12, 0, 0, 250}, QTimeZone::UTC};
}

inline Gallery gallery(const QString &provider = u"mxx"_s)
{
    return {.source = u"justwatch"_s,
            .country = u"US"_s,
            .provider = provider,
            .name = u"HBO Max (United States)"_s,
            .url = QUrl(u"https://www.justwatch.com/us/provider/%1/movies"_s.arg(provider)),
            .filter = {{u"genres"_s, QJsonArray{u"drm"_s}}}};
}

/// An item of this key; one with an IMDb id is looked up by it.
inline Item item(const QString &key, const QString &title, std::optional<QString> imdbId = {})
{
    return {.source = u"justwatch"_s,
            .key = key,
            .title = title,
            .imdbId = std::move(imdbId),
            .url = QUrl(u"https://www.justwatch.com/us/movie/%1"_s.arg(key)),
            .crawledAt = noon()};
}

inline Source wikidata(const QString &id, const QString &property)
{
    return {.kind = Source::Kind::Wikidata,
            .name = property,
            .url = QUrl(u"https://www.wikidata.org/wiki/"_s + id),
            .at = noon()};
}

inline Source article(const QString &title, const QString &field, qint64 revision = 77)
{
    return {.kind = Source::Kind::Wikipedia,
            .name = u"Infobox film: "_s + field,
            .url = QUrl(u"https://en.wikipedia.org/wiki/"_s + title),
            .revision = revision,
            .at = noon()};
}

template<typename T>
Fact<T> fact(T value, const Source &source, const QString &original = {})
{
    return {.value = std::move(value), .source = source, .original = original};
}

inline Name person(const QString &name, const std::optional<QString> &id = {})
{
    return {.name = name, .wikidataId = id};
}

/// The Wizard of Oz, 1939, of its article and its Wikidata item.
inline Movie oz()
{
    const QString id = u"Q193695"_s;
    const QString page = u"The_Wizard_of_Oz"_s;
    Movie movie{.wikidataId = id, .article = u"The Wizard of Oz"_s};
    movie.title = fact(u"The Wizard of Oz"_s, wikidata(id, u"label"_s));
    movie.language = fact(u"English"_s, article(page, u"language"_s));
    movie.imdbId = fact(u"tt0032138"_s, wikidata(id, u"P345"_s));
    movie.released = fact(PartialDate{1939, 8, 25}, article(page, u"released"_s), u"August 25, 1939"_s);
    movie.runtime = fact(102, wikidata(id, u"P2047"_s));
    movie.budget = fact(Money{.amount = 2'800'000, .upper = 2'800'000, .currency = u"USD"_s},
                        article(page, u"budget"_s), u"$2.8 million"_s);
    movie.rating = fact(Rating{.source = u"IMDb"_s, .score = 8.1, .votes = 436'000}, wikidata(id, u"P444"_s));
    movie.ratings
        = {*movie.rating,
           fact(Rating{.source = u"Rotten Tomatoes"_s, .score = 9.8, .original = u"98%"_s}, wikidata(id, u"P444"_s))};
    movie.directors = {fact(person(u"Victor Fleming"_s, u"Q317567"_s), article(page, u"director"_s)),
                       fact(person(u"King Vidor"_s, u"Q51133"_s), wikidata(id, u"P57"_s))};
    movie.writers = {fact(person(u"Noel Langley"_s), article(page, u"screenplay"_s))};
    movie.studios = {fact(person(u"Metro-Goldwyn-Mayer"_s, u"Q179200"_s), wikidata(id, u"P272"_s))};
    movie.distributors = {fact(person(u"Loew's, Inc."_s), article(page, u"distributor"_s))};
    movie.genres = {fact(u"musical film"_s, wikidata(id, u"P136"_s)), fact(u"fantasy film"_s, wikidata(id, u"P136"_s))};
    const Source cast = article(page, u"starring"_s);
    movie.cast
        = {fact(CastMember{.actor = person(u"Judy Garland"_s, u"Q11637"_s), .role = u"Dorothy Gale"_s, .billing = 1},
                cast),
           fact(CastMember{.actor = person(u"Frank Morgan"_s, u"Q1443409"_s), .billing = 2}, cast)};
    return movie;
}

}
