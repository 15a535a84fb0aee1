#include "facts/facts.h"
#include "facts/names.h"
#include "facts/people.h"

#include <algorithm>

using namespace Qt::Literals;

namespace {

bool isKnown(const auto &fact)
{
    if constexpr (requires { fact.has_value(); })
        return fact.has_value();
    else
        return !fact.isEmpty();
}

/// What each source says of a film, whole.
struct Told
{
    Movie gallery;
    Movie wikidata;
    Movie wikipedia;
};

using Side = Movie Told::*;
constexpr Side Gallery = &Told::gallery;
constexpr Side Wikidata = &Told::wikidata;
constexpr Side Wikipedia = &Told::wikipedia;

template<typename T>
void take(Movie &movie, const Told &told, T Movie::*column, std::initializer_list<Side> order)
{
    const auto side = std::ranges::find_if(order, [&](Side each) { return isKnown(told.*each.*column); });
    if (side != order.end())
        movie.*column = told.**side.*column;
}

/// The order of sources, column by column: the first that has a value gives it.
void takeColumns(Movie &movie, const Told &told)
{
    take(movie, told, &Movie::title, {Wikipedia, Gallery, Wikidata});
    take(movie, told, &Movie::originalTitle, {Wikidata, Gallery, Wikipedia});
    take(movie, told, &Movie::plot, {Wikipedia, Gallery});
    take(movie, told, &Movie::language, {Wikipedia, Wikidata});
    take(movie, told, &Movie::country, {Wikipedia, Wikidata, Gallery});
    take(movie, told, &Movie::released, {Wikipedia, Wikidata, Gallery}); // Wikidata counts festivals, galleries years
    take(movie, told, &Movie::runtime, {Wikipedia, Gallery, Wikidata}); // P2047 often is of another cut
    take(movie, told, &Movie::ageRating, {Gallery, Wikidata}); // the gallery's is of its own country
    take(movie, told, &Movie::budget, {Wikipedia, Wikidata});
    take(movie, told, &Movie::boxOffice, {Wikipedia, Wikidata});
    take(movie, told, &Movie::posterUrl, {Gallery});
    take(movie, told, &Movie::trailerUrl, {Gallery});
    take(movie, told, &Movie::homepage, {Wikidata});
    take(movie, told, &Movie::imdbId, {Wikidata, Gallery});
    take(movie, told, &Movie::tmdbId, {Wikidata, Gallery});
    take(movie, told, &Movie::directors, {Wikipedia, Wikidata, Gallery});
    take(movie, told, &Movie::writers, {Wikipedia, Wikidata, Gallery});
    take(movie, told, &Movie::studios, {Wikipedia, Wikidata});
    take(movie, told, &Movie::distributors, {Wikipedia, Wikidata});
    take(movie, told, &Movie::genres, {Gallery, Wikidata}); // one small set of words, where there is a gallery
}

/// Each rater once; the gallery's scores are newer than Wikidata's.
QList<Fact<Rating>> ratingsOf(const Told &told)
{
    QList<Fact<Rating>> ratings = told.gallery.ratings;
    for (const Fact<Rating> &rating : told.wikidata.ratings) {
        const auto same = [&](const Fact<Rating> &other) { return other.value.source == rating.value.source; };
        if (std::ranges::none_of(ratings, same))
            ratings.append(rating);
    }
    return ratings;
}

/// The rating that the movie's row shows: the first of these that is known.
MaybeFact<Rating> shownRating(const QList<Fact<Rating>> &ratings)
{
    for (const auto source : {"IMDb"_L1, "TMDB"_L1, "Metacritic"_L1, "Rotten Tomatoes"_L1}) {
        const auto is = [&](const Fact<Rating> &rating) { return rating.value.source == source; };
        if (const auto found = std::ranges::find_if(ratings, is); found != ratings.end())
            return *found;
    }
    return {};
}

/// People and companies that the article names are found again in Wikidata, where they have ids.
void identify(Movie &movie, const Told &told, const people::Titles &titles)
{
    people::identify(movie.directors, told.wikidata.directors, titles);
    people::identify(movie.writers, told.wikidata.writers, titles);
    people::identify(movie.studios, told.wikidata.studios, titles);
    people::identify(movie.distributors, told.wikidata.distributors, titles);
}

}

Movie facts::merge(const Sides &sides)
{
    const people::Titles titles = sides.article ? people::titles(*sides.article) : people::Titles();
    const Told told{.gallery = fromItem(sides.item),
                    .wikidata = sides.entity ? fromEntity(*sides.entity, sides.labels, sides.entityAt) : Movie(),
                    .wikipedia = sides.article ? fromArticle(*sides.article, titles) : Movie()};
    Movie movie{.wikidataId = sides.entity ? sides.entity->id : told.gallery.wikidataId,
                .article = sides.article ? sides.article->title : told.wikidata.article};
    takeColumns(movie, told);
    identify(movie, told, titles);
    movie.cast = people::cast(told.wikipedia.cast, told.gallery.cast, told.wikidata.cast, titles);
    movie.ratings = ratingsOf(told);
    movie.rating = shownRating(movie.ratings);
    movie.unread = told.gallery.unread + told.wikidata.unread + told.wikipedia.unread;
    return movie;
}
