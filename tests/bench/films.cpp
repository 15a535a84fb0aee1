#include "films.h"

#include "store/enums.h"

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

/// Facts of one film as others write them: values, and where each is from as a place in the list of its sources.
class Facts
{
public:
    template<typename T>
    QJsonObject from(const Fact<T> &fact, const QJsonValue &value)
    {
        return {{u"value"_s, value},
                {u"source"_s, placeOf(fact.source)},
                {u"field"_s, fact.source.name},
                {u"original"_s, fact.original}};
    }

    template<typename T, typename Describe>
    QJsonArray list(const QList<Fact<T>> &facts, Describe describe)
    {
        QJsonArray all;
        for (const Fact<T> &fact : facts)
            all.append(from(fact, describe(fact.value)));
        return all;
    }

    const QJsonArray &sources() const { return m_sources; }

private:
    qsizetype placeOf(const Source &source)
    {
        const QJsonObject row{{u"kind"_s, enums::text(source.kind)},
                              {u"name"_s, source.url.fileName()},
                              {u"url"_s, source.url.toString()},
                              {u"revision"_s, source.revision.value_or(0)},
                              {u"read_at"_s, source.at.toString(Qt::ISODate)}};
        for (qsizetype i = 0; i < m_sources.size(); ++i) {
            if (m_sources[i] == row)
                return i;
        }
        m_sources.append(row);
        return m_sources.size() - 1;
    }

    QJsonArray m_sources;
};

QJsonObject describeName(const Name &name)
{
    return {{u"name"_s, name.name},
            {u"wikidata_id"_s, *name.wikidataId},
            {u"born"_s, name.born->toString(Qt::ISODate)},
            {u"nationality"_s, name.nationality},
            {u"description"_s, name.description}};
}

QJsonObject describePart(const CastMember &member)
{
    QJsonObject part = describeName(member.actor);
    part.insert(u"role"_s, member.role);
    part.insert(u"billing"_s, *member.billing);
    return part;
}

QJsonObject describeRating(const Rating &rating)
{
    return {{u"source"_s, rating.source}, {u"score"_s, rating.score}, {u"votes"_s, rating.votes.value_or(0)}};
}

QJsonObject valuesOf(const Movie &movie, Facts &facts)
{
    return {
        {u"title"_s, facts.from(*movie.title, movie.title->value)},
        {u"original_title"_s, facts.from(*movie.originalTitle, movie.originalTitle->value)},
        {u"plot"_s, facts.from(*movie.plot, movie.plot->value)},
        {u"language"_s, facts.from(*movie.language, movie.language->value)},
        {u"country"_s, facts.from(*movie.country, movie.country->value)},
        {u"imdb_id"_s, facts.from(*movie.imdbId, movie.imdbId->value)},
        {u"tmdb_id"_s, facts.from(*movie.tmdbId, movie.tmdbId->value)},
        {u"runtime"_s, facts.from(*movie.runtime, movie.runtime->value)},
        {u"release_date"_s, facts.from(*movie.released, movie.released->value.date()->toString(Qt::ISODate))},
        {u"budget"_s, facts.from(*movie.budget, movie.budget->value.amount)},
        {u"box_office"_s, facts.from(*movie.boxOffice, movie.boxOffice->value.amount)},
        {u"poster_url"_s, facts.from(*movie.posterUrl, movie.posterUrl->value.toString())},
        {u"rating"_s, facts.from(*movie.rating, movie.rating->value.score)},
    };
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
    Facts facts;
    QJsonObject film{{u"wikidata_id"_s, movie.wikidataId},
                     {u"article"_s, movie.article},
                     {u"values"_s, valuesOf(movie, facts)},
                     {u"directors"_s, facts.list(movie.directors, describeName)},
                     {u"writers"_s, facts.list(movie.writers, describeName)},
                     {u"studios"_s, facts.list(movie.studios, describeName)},
                     {u"distributors"_s, facts.list(movie.distributors, describeName)},
                     {u"cast"_s, facts.list(movie.cast, describePart)},
                     {u"genres"_s, facts.list(movie.genres, [](const QString &name) { return name; })},
                     {u"ratings"_s, facts.list(movie.ratings, describeRating)}};
    film.insert(u"sources"_s, facts.sources());
    return film;
}
