#include "nodefields.h"

#include "vocabulary.h"

namespace origin::justwatch {

namespace {

using graphql::Field;

void object(JsonWriter &json, const Scope &scope, const Field &field)
{
    select(json, scope, field.fields);
}

void null(JsonWriter &json, const Scope & /*scope*/, const Field & /*field*/)
{
    json.null();
}

void emptyList(JsonWriter &json, const Scope & /*scope*/, const Field & /*field*/)
{
    json.raw("[]");
}

void backdrops(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    select(json, scope, field.fields);
    json.endArray();
}

void decimal(JsonWriter &json, const std::optional<double> &number)
{
    number ? json.decimal(*number) : json.null();
}

template<QByteArray Title::*Member>
void text(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    json.string(scope.title->*Member);
}

template<QByteArray Title::*Member>
void textOrNull(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    json.stringOrNull(scope.title->*Member);
}

template<QByteArray Title::*Member>
void externalId(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    scope.world.withIds ? json.stringOrNull(scope.title->*Member) : json.null();
}

void wikidataId(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    scope.world.withIds &&scope.title->qid > 0 ? json.string('Q' + QByteArray::number(scope.title->qid)) : json.null();
}

void releaseYear(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    scope.title->year > 0 ? json.number(scope.title->year) : json.null();
}

void countries(JsonWriter &json, const Scope &scope, const Field & /*field*/)
{
    json.beginArray();
    for (const QByteArray &country : scope.title->countries)
        json.string(country);
    json.endArray();
}

void genres(JsonWriter &json, const Scope &scope, const Field &field)
{
    json.beginArray();
    for (const QByteArray &genre : scope.title->genres) {
        Scope one{scope.world, scope.variables, scope.selection};
        one.genre = genre;
        select(json, one, field.fields);
    }
    json.endArray();
}

void appendCredits(JsonWriter &json, const Scope &scope, const Field &field, const QList<Credit> &credits,
                   bool directors)
{
    for (const Credit &credit : credits) {
        Scope one{scope.world, scope.variables, scope.selection};
        one.credit = &credit;
        one.director = directors;
        select(json, one, field.fields);
    }
}

void credits(JsonWriter &json, const Scope &scope, const Field &field)
{
    const QString role = graphql::argument(field, "role", scope.variables).toString();
    json.beginArray();
    if (role != QLatin1StringView("DIRECTOR"))
        appendCredits(json, scope, field, scope.title->cast, false);
    if (role != QLatin1StringView("ACTOR"))
        appendCredits(json, scope, field, scope.title->directors, true);
    json.endArray();
}

void poster(JsonWriter &json, const Scope &scope, const Field &field)
{
    QByteArray path = scope.title->poster;
    const QByteArray profile = graphql::argument(field, "profile", scope.variables).toString().toUtf8();
    if (path.isNull())
        return json.null();
    if (!profile.isEmpty())
        path.replace("{profile}", profile.toLower()).replace("{format}", "jpg");
    json.string(path);
}

const Type &externalIdsType()
{
    static const Type type{
        "ExternalIDs",
        {{"imdbId", {externalId<&Title::imdb>}}, {"tmdbId", {externalId<&Title::tmdb>}}, {"wikidataId", {wikidataId}}}};
    return type;
}

const Type &scoringType()
{
    static const Type type{
        "Scoring",
        {{"imdbScore", {[](auto &json, auto &scope, auto &) { decimal(json, scope.title->imdbScore); }}},
         {"imdbVotes", {[](auto &json, auto &scope, auto &) { decimal(json, scope.title->imdbVotes); }}},
         {"tmdbScore", {[](auto &json, auto &scope, auto &) { decimal(json, scope.title->tmdbScore); }}},
         {"tmdbPopularity", {[](auto &json, auto &scope, auto &) { decimal(json, scope.title->tmdbPopularity); }}},
         {"tomatoMeter", {[](auto &json, auto &scope, auto &) {
              scope.title->tomatoMeter ? json.number(*scope.title->tomatoMeter) : json.null();
          }}},
         {"certifiedFresh", {[](auto &json, auto &scope, auto &) {
              scope.title->tomatoMeter ? json.boolean(*scope.title->tomatoMeter >= 75) : json.null();
          }}},
         {"jwRating", {null}}}};
    return type;
}

const Type &backdropType()
{
    static const Type type{"Backdrop", {{"backdropUrl", {[](auto &json, auto &scope, auto &) {
                                             json.string("/backdrop/" + QByteArray::number(scope.title->objectId)
                                                         + "/{profile}/title.{format}");
                                         }}}}};
    return type;
}

const Type &clipType()
{
    static const Type type{"Clip",
                           {{"provider", {null}}, {"externalId", {null}}, {"name", {null}}, {"sourceUrl", {null}}}};
    return type;
}

const Type &interactionsType()
{
    static const Type type{"Interactions",
                           {{"likelistAdditions", {null}}, {"dislikelistAdditions", {null}}, {"votesNumber", {null}}}};
    return type;
}

}

const Type &genreType()
{
    using Member = const char *vocabulary::Genre::*;
    static constexpr auto write = [](JsonWriter &json, const Scope &scope, Member member) {
        const auto *genre = vocabulary::genreByShortName(scope.genre);
        genre ? json.string(genre->*member) : json.null();
    };
    static const Type type{
        "Genre",
        {{"id", {[](auto &json, auto &scope, auto &) { json.string(opaque("ge|" + scope.genre)); }}},
         {"shortName", {[](auto &json, auto &scope, auto &) { json.string(scope.genre); }}},
         {"technicalName", {[](auto &j, auto &s, auto &) { write(j, s, &vocabulary::Genre::technicalName); }}},
         {"translation", {[](auto &j, auto &s, auto &) { write(j, s, &vocabulary::Genre::translation); }}}}};
    return type;
}

const Type &creditType()
{
    static const Type type{
        "Credit",
        {{"role", {[](auto &json, auto &scope, auto &) { json.string(scope.director ? "DIRECTOR" : "ACTOR"); }}},
         {"name",
          {[](auto &json, auto &scope, auto &) { json.string(scope.world.people[scope.credit->person].name); }}},
         {"characterName", {[](auto &json, auto &scope, auto &) {
              const Index character = scope.credit->character;
              json.string(character < 0 ? QByteArray() : scope.world.characters[character]);
          }}},
         {"personId",
          {[](auto &json, auto &scope, auto &) { json.number(scope.world.people[scope.credit->person].justwatchId); }}},
         {"portraitUrl", {null}},
         {"profilePath", {null}}}};
    return type;
}

const Type &contentType()
{
    static const Type type{"MovieContent",
                           {{"title", {text<&Title::title>}},
                            {"originalTitle", {text<&Title::originalTitle>}},
                            {"fullPath", {text<&Title::path>}},
                            {"shortDescription", {text<&Title::description>}},
                            {"originalReleaseDate", {textOrNull<&Title::date>}},
                            {"ageCertification", {textOrNull<&Title::age>}},
                            {"originalReleaseYear", {releaseYear}},
                            {"runtime", {[](auto &json, auto &scope, auto &) { json.number(scope.title->runtime); }}},
                            {"isReleased", {[](auto &json, auto &, auto &) { json.boolean(true); }}},
                            {"productionCountries", {countries}},
                            {"credits", {credits, &creditType()}},
                            {"externalIds", {object, &externalIdsType()}},
                            {"genres", {genres, &genreType()}},
                            {"scoring", {object, &scoringType()}},
                            {"posterUrl", {poster}},
                            {"backdrops", {backdrops, &backdropType()}},
                            {"clips", {emptyList, &clipType()}},
                            {"interactions", {null, &interactionsType()}}}};
    return type;
}

}
