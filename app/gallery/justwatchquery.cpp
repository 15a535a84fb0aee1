#include "gallery/justwatchquery.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr int SmallPage = 40; ///< what the site itself asks for

const QString ProvidersQuery = uR"(query GetProviders($country: Country!) {
  packages(country: $country, platform: WEB, includeAddons: true) {
    id packageId clearName technicalName shortName slug icon(profile: S100, format: PNG)
  }
})"_s;

const QString CountQuery = uR"(query CountTitles($country: Country!, $filter: TitleFilter) {
  popularTitles(country: $country, filter: $filter, first: 0) { totalCount }
})"_s;

const QString PageQuery
    = uR"(query GetPopularTitles($country: Country!, $language: Language!, $first: Int!, $after: String, $filter: TitleFilter) {
  popularTitles(country: $country, filter: $filter, first: $first, after: $after, sortBy: ALPHABETICAL) {
    totalCount
    pageInfo { startCursor endCursor hasPreviousPage hasNextPage }
    edges { cursor node {
      id objectId objectType
      content(country: $country, language: $language) {
        title originalReleaseYear originalReleaseDate runtime shortDescription fullPath isReleased
        ... on MovieOrShowContent {
          originalTitle ageCertification productionCountries
          credits { role name characterName personId }
        }
        ... on MovieOrShowOrSeasonContent {
          externalIds { imdbId tmdbId%1 }
          genres { shortName technicalName translation(language: $language) }
          posterUrl(profile: S718, format: JPG)
          backdrops(profile: S1920, format: JPG) { backdropUrl }
          scoring { imdbScore imdbVotes tmdbPopularity tmdbScore tomatoMeter certifiedFresh jwRating }
          interactions { likelistAdditions dislikelistAdditions votesNumber }
          clips { provider externalId name sourceUrl }
        }
      }
      offers(country: $country, platform: WEB) {
        monetizationType presentationType standardWebURL availableTo
        package { packageId shortName clearName technicalName }
      }
    } }
  }
})"_s;

Request request(const Origins &origins, const QString &operation, const QString &query, const QJsonObject &variables)
{
    const QJsonObject body{{u"operationName"_s, operation}, {u"query"_s, query}, {u"variables"_s, variables}};
    QUrl url = origins.justwatch;
    url.setPath(url.path() + u"/graphql"_s);
    return {.url = url,
            .method = Request::Method::Post,
            .kind = Request::Kind::Api,
            .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
            .contentType = "application/json",
            .accept = "application/json"};
}

std::optional<int> bound(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

struct Years
{
    std::optional<int> from;
    std::optional<int> until;
};

/// The years that are in both spans.
Years both(const Years &a, const Years &b)
{
    Years years{.from = std::max(a.from, b.from), .until = a.until ? a.until : b.until}; // nothing < any
    if (a.until && b.until)
        years.until = std::min(*a.until, *b.until);
    return years;
}

void set(QJsonObject &object, const QString &name, std::optional<int> number)
{
    if (number)
        object[name] = *number;
}

void setGenres(QJsonObject &filter, const justwatch::Part &part)
{
    if (!part.genre.isEmpty())
        filter[u"genres"_s] = QJsonArray{part.genre};
    QJsonArray without = filter.value(u"excludeGenres"_s).toArray();
    for (const QString &genre : part.without)
        without.append(genre);
    if (!without.isEmpty())
        filter[u"excludeGenres"_s] = without;
}

}

Request justwatch::providersRequest(const Origins &origins, const QString &country)
{
    Request asked = request(origins, u"GetProviders"_s, ProvidersQuery, {{u"country"_s, country}});
    asked.keepFor = 24h;
    asked.isGood = &isWholeProviderList;
    return asked;
}

Request justwatch::pageRequest(const Origins &origins, const Gallery &gallery, const Part &part, const Place &place)
{
    QJsonObject variables{{u"country"_s, gallery.country},
                          {u"language"_s, u"en"_s},
                          {u"first"_s, place.asksSmallPages ? SmallPage : PageSize},
                          {u"filter"_s, titleFilter(gallery, part).value_or(QJsonObject())}};
    variables[u"after"_s] = place.after.isEmpty() ? QJsonValue() : QJsonValue(place.after);
    const QString query = PageQuery.arg(place.asksWikidataIds ? u" wikidataId"_s : QString());
    return request(origins, u"GetPopularTitles"_s, query, variables);
}

Request justwatch::countRequest(const Origins &origins, const Gallery &gallery, const Part &part)
{
    const QJsonObject filter = titleFilter(gallery, part).value_or(QJsonObject());
    return request(origins, u"CountTitles"_s, CountQuery, {{u"country"_s, gallery.country}, {u"filter"_s, filter}});
}

std::optional<QJsonObject> justwatch::titleFilter(const Gallery &gallery, const Part &part)
{
    QJsonObject filter = gallery.filter;
    const QJsonValue own = filter[u"releaseYear"_s];
    const Years asked
        = both({.from = bound(own["min"_L1]), .until = bound(own["max"_L1])}, {.from = part.from, .until = part.until});
    if (asked.from && asked.until && *asked.from > *asked.until)
        return {};
    filter[u"packages"_s] = QJsonArray::fromStringList(gallery.provider.split(u',', Qt::SkipEmptyParts));
    filter[u"objectTypes"_s] = QJsonArray{u"MOVIE"_s};
    QJsonObject span;
    set(span, u"min"_s, asked.from);
    set(span, u"max"_s, asked.until);
    filter.remove(u"releaseYear"_s);
    if (!span.isEmpty())
        filter[u"releaseYear"_s] = span;
    setGenres(filter, part);
    return filter;
}

Result<> justwatch::checkCountry(const QString &country)
{
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    if (country.size() == 2 && std::ranges::all_of(country, isCapital))
        return {};
    return fail(Error::Kind::Invalid,
                u"“%1” is no country: two capitals are, such as US, GB or DE."_s.arg(country.left(40)));
}
