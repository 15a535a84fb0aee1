#include "facts/facts.h"
#include "facts/gallerycontent.h"
#include "facts/lists.h"
#include "facts/places.h"
#include "facts/source.h"
#include "facts/values.h"

using namespace Qt::Literals;

namespace {

MaybeFact<QString> plain(const Item &item, const QString &field, const std::optional<QString> &value)
{
    return value && !value->isEmpty() ? MaybeFact<QString>(factOf(*value, source::ofGallery(item, field)))
                                      : std::nullopt;
}

MaybeFact<PartialDate> releasedOf(const Content &content)
{
    if (const auto date = values::date(content.text("originalReleaseDate"_L1)))
        return factOf(*date, content.source(u"originalReleaseDate"_s), content.text("originalReleaseDate"_L1));
    if (content.item.year)
        return factOf(PartialDate{.year = *content.item.year}, source::ofGallery(content.item, u"year"_s));
    return {};
}

MaybeFact<QString> countriesOf(const Item &item)
{
    QStringList countries;
    for (const QString &code : item.countries) {
        if (const QString name = places::countryOf(code); !name.isEmpty())
            countries.append(name);
    }
    const QString original = item.countries.join(", "_L1);
    if (countries.isEmpty())
        return {};
    return factOf(countries.join(", "_L1), source::ofGallery(item, u"countries"_s), original);
}

/// What every gallery and file has, whatever its own answer looks like.
void readPlain(Movie &movie, const Item &item)
{
    movie.title = plain(item, u"title"_s, item.title);
    if (item.originalTitle && !item.originalTitle->contains(u'|')) // of several, nobody knows which is the original
        movie.originalTitle = plain(item, u"original_title"_s, item.originalTitle);
    movie.imdbId = plain(item, u"imdb_id"_s, item.imdbId);
    movie.tmdbId = plain(item, u"tmdb_id"_s, item.tmdbId);
    movie.country = countriesOf(item);
    if (item.runtime && *item.runtime > 0)
        movie.runtime = factOf(*item.runtime, source::ofGallery(item, u"runtime"_s));
    if (item.posterUrl)
        movie.posterUrl = factOf(*item.posterUrl, source::ofGallery(item, u"poster"_s));
}

void addPlainPeople(Movie &movie, const Item &item)
{
    Once directors;
    for (const QString &name : movie.directors.isEmpty() ? item.directors : QStringList()) {
        if (directors.isNew(name.simplified()))
            movie.directors.append(factOf(Name{.name = name.simplified()}, source::ofGallery(item, u"directors"_s)));
    }
    Once actors;
    for (const QString &name : movie.cast.isEmpty() ? item.cast : QStringList()) {
        if (actors.isNew(name.simplified()))
            movie.cast.append(factOf(
                CastMember{.actor = {.name = name.simplified()}, .role = {}, .billing = int(movie.cast.size()) + 1},
                source::ofGallery(item, u"cast"_s)));
    }
}

}

Movie facts::fromItem(const Item &item)
{
    const Content content{item};
    Movie movie{.wikidataId = item.wikidataId.value_or(QString())};
    readPlain(movie, item);
    movie.released = releasedOf(content);
    movie.plot = content.maybe("shortDescription"_L1);
    movie.ageRating = content.maybe("ageCertification"_L1);
    movie.trailerUrl = gallerycontent::trailer(content);
    movie.directors = gallerycontent::people(content, {"DIRECTOR"_L1});
    movie.writers = gallerycontent::people(content, {"WRITER"_L1, "SCREENPLAY"_L1, "SCREENWRITER"_L1});
    movie.cast = gallerycontent::cast(content);
    movie.genres = gallerycontent::genres(content);
    movie.ratings = gallerycontent::ratings(content);
    addPlainPeople(movie, item);
    return movie;
}
