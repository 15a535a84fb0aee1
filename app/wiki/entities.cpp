#include "wiki/mediawiki.h"
#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/statements.h"
#include "wiki/wikidata.h"

#include <QJsonDocument>

using namespace Qt::Literals;

namespace {

/// Only the texts that are read: English and `mul`, or, lacking both, the first there is.
QJsonObject trimmedTexts(const QJsonValue &texts)
{
    const QJsonObject all = texts.toObject();
    QJsonObject kept;
    for (const auto language : {"en"_L1, "mul"_L1}) {
        if (all.contains(language))
            kept[language] = all[language];
    }
    if (kept.isEmpty() && !all.isEmpty())
        kept[all.begin().key()] = all.begin().value();
    return kept;
}

QJsonObject trimmedStatement(const QJsonObject &statement)
{
    QJsonObject kept{{u"rank"_s, statement["rank"_L1]},
                     {u"mainsnak"_s, wikidata::trimmedSnak(statement["mainsnak"_L1].toObject())}};
    QJsonObject qualifiers;
    const QJsonObject all = statement["qualifiers"_L1].toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        if (!wikidata::isUsedQualifier(it.key()))
            continue;
        QJsonArray snaks;
        for (const auto &snak : it->toArray())
            snaks.append(wikidata::trimmedSnak(snak.toObject()));
        qualifiers[it.key()] = snaks;
    }
    if (!qualifiers.isEmpty())
        kept["qualifiers"_L1] = qualifiers;
    return kept;
}

QJsonObject trimmedClaims(const QJsonObject &claims)
{
    QJsonObject kept;
    for (auto it = claims.begin(); it != claims.end(); ++it) {
        if (!wikidata::isUsedProperty(it.key()))
            continue;
        QJsonArray statements;
        for (const auto &statement : wikidata::bestRanked(it->toArray()))
            statements.append(trimmedStatement(statement.toObject()));
        kept[it.key()] = statements;
    }
    return kept;
}

/// An entity without what nothing reads: references, hashes, other properties, languages and wikis.
QJsonObject trimmed(const QJsonObject &entity)
{
    QJsonObject kept{{u"id"_s, entity["id"_L1]},
                     {u"labels"_s, trimmedTexts(entity["labels"_L1])},
                     {u"descriptions"_s, trimmedTexts(entity["descriptions"_L1])},
                     {u"aliases"_s, trimmedTexts(entity["aliases"_L1])},
                     {u"claims"_s, trimmedClaims(entity["claims"_L1].toObject())}};
    if (const QJsonValue link = entity["sitelinks"_L1]["enwiki"_L1]; link.isObject())
        kept["sitelinks"_L1] = QJsonObject{{u"enwiki"_s, QJsonObject{{u"title"_s, link["title"_L1]}}}};
    return kept;
}

}

Result<QList<wikidata::RawEntity>> wikidata::parseEntities(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    if (!root->contains("entities"_L1))
        return fail(Error::Kind::Malformed, u"Wikidata's answer has no entities: its form may have changed."_s);
    QList<RawEntity> entities;
    const QJsonObject all = (*root)["entities"_L1].toObject();
    for (auto it = all.begin(); it != all.end(); ++it) {
        const QJsonObject object = it->toObject();
        if (object.contains("missing"_L1) || !sparql::isItemId(object["id"_L1].toString()))
            continue;
        const QByteArray json = QJsonDocument(trimmed(object)).toJson(QJsonDocument::Compact);
        if (auto entity = parseEntity(json))
            entities.append({.entity = std::move(*entity),
                             .json = json,
                             .requested = object["redirects"_L1]["from"_L1].toString(it.key())});
    }
    return entities;
}
