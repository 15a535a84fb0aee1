#pragma once

#include "data/entity.h"
#include "data/item.h"
#include "data/match.h"
#include "net/origins.h"

#include <QCoroTask>

#include <stop_token>

class HttpClient;

/// Wikidata: ids to items, items to entities, entities to labels.
namespace wikidata {

constexpr int ResolveSize = 400; ///< ids in one SPARQL request
constexpr int EntitySize = 50; ///< entities in one wbgetentities request
constexpr int NamedSize = 50; ///< films whose names one SPARQL request looks for
constexpr int LabelSize = 400; ///< items in one SPARQL request for labels

/// IMDb, TMDB and Wikidata ids of at most ResolveSize items, in one request. An item may come twice: two claims, one
/// id.
QCoro::Task<Result<QList<Resolved>>> resolve(HttpClient &http, Origins origins, QList<Item> items,
                                             std::stop_token stop);
/// SPARQL of variables ?imdb, ?tmdb, ?old (a redirected id), ?item, ?title; empty if the items have no valid id.
QByteArray resolveQuery(const QList<Item> &items);
/// A Wikidata id counts before an IMDb id, an IMDb id before a TMDB id.
Result<QList<Resolved>> parseResolved(const QByteArray &body, const QList<Item> &items);

/// A film that bears a name in some language: as its label, another name or its own title.
struct Named
{
    QString name;
    QString wikidataId;
    int year = 0; ///< of one of its publications; it comes once for each year

    bool operator==(const Named &) const = default;
};
/// The films of these names, written exactly so. Meant for the few names of NamedSize films at once.
QCoro::Task<Result<QList<Named>>> named(HttpClient &http, Origins origins, QStringList names, std::stop_token stop);
/// SPARQL of variables ?name, ?item, ?date, ?class; empty without a name.
QByteArray namedQuery(const QStringList &names);
Result<QList<Named>> parseNamed(const QByteArray &body);

/// An entity as it came: read, and its JSON to be kept: compact, best ranks and what is used of them only.
struct RawEntity
{
    Entity entity;
    QByteArray json;
    QString requested; ///< the id that was asked for; another than the entity's where it is redirected
};

/// At most EntitySize entities in one request. Those that do not exist are not in the answer.
QCoro::Task<Result<QList<RawEntity>>> entities(HttpClient &http, Origins origins, QStringList ids,
                                               std::stop_token stop);
Result<QList<RawEntity>> parseEntities(const QByteArray &body);
/// Reads a kept entity, or a whole one.
Result<Entity> parseEntity(const QByteArray &json);

/// Names of at most LabelSize items in English or `mul`, with what is known of people and companies. An item without
/// a name is not in the answer.
QCoro::Task<Result<Labels>> labels(HttpClient &http, Origins origins, QStringList ids, std::stop_token stop);
/// SPARQL of variables ?item, ?label, ?mul, ?description, ?born, ?founded, ?nation; empty without a valid id.
QByteArray labelsQuery(const QStringList &ids);
Result<Labels> parseLabels(const QByteArray &body);

/// Ids of all items that a film's facts link to: people and their roles, companies, genres, countries, languages,
/// ratings, and classes that are not known by themselves. Sorted.
QStringList linkedIds(const Entity &entity);

/// A Candidate with all that its entity says, names by `labels` where they are known.
Candidate candidate(const Entity &entity, const Labels &labels);

/// Whether the entity is a movie, by its classes (P31); nothing if it has none, or only such as nobody knows. A class
/// that is not in the program's list is known by its label.
std::optional<bool> isFilm(const Entity &entity, const Labels &labels = {});
/// What it is in a few words: "film", "television series", "album"; empty if unknown.
QString typeOf(const Entity &entity, const Labels &labels = {});

}
