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
constexpr int LabelSize = 400; ///< items in one SPARQL request for labels

/// IMDb, TMDB and Wikidata ids of at most ResolveSize items, in one request. An item may come twice: two claims, one id.
QCoro::Task<Result<QList<Resolved>>> resolve(HttpClient &http, Origins origins, QList<Item> items,
                                             std::stop_token stop);
QByteArray resolveQuery(const QList<Item> &items);
Result<QList<Resolved>> parseResolved(const QByteArray &body, const QList<Item> &items);

/// An entity as it came: read, and its raw JSON (compact) to be kept.
struct RawEntity
{
    Entity entity;
    QByteArray json;
};

/// At most EntitySize entities in one request. An id that is redirected comes under the id it leads to.
QCoro::Task<Result<QList<RawEntity>>> entities(HttpClient &http, Origins origins, QStringList ids,
                                               std::stop_token stop);
Result<QList<RawEntity>> parseEntities(const QByteArray &body);
Result<Entity> parseEntity(const QByteArray &json);

/// Names of at most LabelSize items in English or `mul`, with what is known of people and companies.
QCoro::Task<Result<Labels>> labels(HttpClient &http, Origins origins, QStringList ids, std::stop_token stop);
QByteArray labelsQuery(const QStringList &ids);
Result<Labels> parseLabels(const QByteArray &body);

/// Ids of all items that a film's facts link to: people, companies, genres, countries, languages, ratings.
QStringList linkedIds(const Entity &entity);

/// A Candidate with all that its entity says, names by `labels` where they are known.
Candidate candidate(const Entity &entity, const Labels &labels);

/// Whether the entity is a movie, by its classes (P31); nothing if it has none.
std::optional<bool> isFilm(const Entity &entity);
/// What it is in one or two words: "film", "television series", "album".
QString typeOf(const Entity &entity);

}
