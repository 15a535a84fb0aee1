#include "films.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

Source source(Source::Kind kind, int film, const QString &name)
{
    const bool isArticle = kind == Source::Kind::Wikipedia;
    return {.kind = kind,
            .name = name,
            .url
            = QUrl((isArticle ? u"https://en.wikipedia.org/wiki/Film_%1"_s : u"https://www.wikidata.org/wiki/Q%1"_s)
                       .arg(film)),
            .revision = isArticle ? std::optional<qint64>(film) : std::nullopt,
            .at = QDateTime::currentDateTimeUtc()};
}

Name person(const QString &kind, int number)
{
    return {.name = u"%1 %2"_s.arg(kind).arg(number),
            .wikidataId = u"Q9%1%2"_s.arg(kind.size()).arg(number),
            .born = QDate(1950, 1, 1).addDays(number),
            .nationality = u"Italy"_s,
            .description = u"somebody of the cinema"_s};
}

QJsonObject nameOf(const Fact<Name> &fact)
{
    return {{u"name"_s, fact.value.name}, {u"wikidata_id"_s, *fact.value.wikidataId}};
}

}

Movie films::film(int n)
{
    const Source wikidata = source(Source::Kind::Wikidata, n, u"P1"_s);
    const Source article = source(Source::Kind::Wikipedia, n, u"Infobox film: x"_s);
    Movie movie{.wikidataId = u"Q%1"_s.arg(n), .article = u"Film %1"_s.arg(n)};
    movie.title = {u"Film %1"_s.arg(n), wikidata};
    movie.originalTitle = {u"Pellicola %1"_s.arg(n), wikidata};
    movie.plot = {u"Somebody wants something, and somebody else does not. "_s.repeated(20), article};
    movie.language = {u"English"_s, article};
    movie.country = {u"Italy"_s, article};
    movie.imdbId = {u"tt%1"_s.arg(n), wikidata};
    movie.tmdbId = {QString::number(n), wikidata};
    movie.released = {PartialDate{1950 + n % 70, 3, 4}, article};
    movie.runtime = {80 + n % 60, wikidata};
    movie.budget = {Money{.amount = 1e6 * (n % 100), .currency = u"USD"_s}, article, u"$1 million"_s};
    movie.boxOffice = {Money{.amount = 2e6 * (n % 100), .currency = u"USD"_s}, article, u"$2 million"_s};
    movie.posterUrl = {QUrl(u"https://images.example/%1.jpg"_s.arg(n)), wikidata};
    movie.rating = {Rating{.source = u"IMDb"_s, .score = 7.1, .votes = n}, wikidata};
    movie.ratings
        = {*movie.rating, {Rating{.source = u"Metacritic"_s, .score = 6.4, .original = u"64/100"_s}, wikidata}};
    for (int i = 0; i < 2; ++i) {
        movie.directors.append({person(u"Director"_s, (n + i) % 2000), wikidata});
        movie.writers.append({person(u"Writer"_s, (n + i) % 3000), wikidata});
        movie.studios.append({person(u"Studio"_s, (n + i) % 500), wikidata});
    }
    movie.distributors = {{person(u"Distributor"_s, n % 200), wikidata}};
    for (int i = 0; i < 3; ++i)
        movie.genres.append({u"genre %1"_s.arg((n + i) % 40), wikidata});
    for (int i = 0; i < 15; ++i)
        movie.cast.append({CastMember{.actor = person(u"Actor"_s, (n * 7 + i * 131) % 30'000),
                                      .role = u"Role %1"_s.arg(i),
                                      .billing = i + 1},
                           article});
    return movie;
}

Item films::item(int n)
{
    return {.source = u"justwatch"_s,
            .key = u"tm%1"_s.arg(n),
            .title = u"Film %1"_s.arg(n),
            .year = 1950 + n % 70,
            .runtime = 80 + n % 60,
            .imdbId = u"tt%1"_s.arg(n),
            .directors = {u"Somebody"_s},
            .cast = QStringList(10, u"Somebody Else"_s),
            .countries = {u"IT"_s},
            .url = QUrl(u"https://www.justwatch.com/us/movie/film-%1"_s.arg(n)),
            .crawledAt = QDateTime::currentDateTimeUtc(),
            .node
            = u"{\"id\":\"tm%1\",\"text\":\"%2\"}"_s.arg(n).arg(u"what the gallery says "_s.repeated(50)).toUtf8()};
}

QList<Item> films::items(int from, int count)
{
    QList<Item> list;
    for (int n = from; n < from + count; ++n)
        list.append(item(n));
    return list;
}

QJsonObject films::forOthers(const Movie &movie)
{
    QJsonArray cast;
    for (const auto &[member, source, original] : movie.cast)
        cast.append(QJsonObject{{u"name"_s, member.actor.name},
                                {u"wikidata_id"_s, *member.actor.wikidataId},
                                {u"role"_s, member.role},
                                {u"billing"_s, *member.billing}});
    QJsonArray genres;
    for (const auto &genre : movie.genres)
        genres.append(genre.value);
    return {{u"title"_s, movie.title->value},
            {u"original_title"_s, movie.originalTitle->value},
            {u"plot"_s, movie.plot->value},
            {u"language"_s, movie.language->value},
            {u"country"_s, movie.country->value},
            {u"imdb_id"_s, movie.imdbId->value},
            {u"tmdb_id"_s, movie.tmdbId->value},
            {u"runtime"_s, movie.runtime->value},
            {u"release_date"_s, movie.released->value.date()->toString(Qt::ISODate)},
            {u"budget"_s, movie.budget->value.amount},
            {u"box_office"_s, movie.boxOffice->value.amount},
            {u"rating"_s, movie.rating->value.score},
            {u"director"_s, nameOf(movie.directors.first())},
            {u"writer"_s, nameOf(movie.writers.first())},
            {u"studio"_s, nameOf(movie.studios.first())},
            {u"distributor"_s, nameOf(movie.distributors.first())},
            {u"cast"_s, cast},
            {u"genres"_s, genres}};
}
