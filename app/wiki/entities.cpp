#include "wiki/jsonview.h"
#include "wiki/mediawiki.h"
#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/statements.h"
#include "wiki/wikidata.h"

using namespace Qt::Literals;

namespace {

/// Only the texts that are read: English and `mul`, or, lacking both, the first there is.
QByteArray trimmedTexts(const JsonView &texts)
{
    QList<std::pair<std::string_view, QByteArray>> kept;
    for (const std::string_view language : {"en", "mul"}) {
        if (const JsonView text = texts[language]; text.exists())
            kept.emplaceBack(language, text.json());
    }
    if (const auto all = texts.fields(); kept.isEmpty() && !all.isEmpty())
        kept.emplaceBack("und", all.first().second.json()); // BCP 47: undetermined
    return jsonObject(kept);
}

QByteArray trimmedStatement(const JsonView &statement)
{
    QList<std::pair<std::string_view, QByteArray>> qualifiers;
    for (const auto &[property, snaks] : statement["qualifiers"].fields()) {
        if (!wikidata::isUsedQualifier(property))
            continue;
        QByteArrayList trimmed;
        for (const JsonView &snak : snaks.items())
            trimmed.append(wikidata::trimmedSnak(snak));
        qualifiers.emplaceBack(property, jsonArray(trimmed));
    }
    return jsonObject({{"rank", statement["rank"].json()},
                       {"mainsnak", wikidata::trimmedSnak(statement["mainsnak"])},
                       {"qualifiers", qualifiers.isEmpty() ? QByteArray() : jsonObject(qualifiers)}});
}

QByteArray trimmedClaims(const JsonView &claims)
{
    QList<std::pair<std::string_view, QByteArray>> kept;
    for (const auto &[property, statements] : claims.fields()) {
        if (!wikidata::isUsedProperty(property))
            continue;
        QByteArrayList trimmed;
        for (const JsonView &statement : wikidata::bestRanked(statements))
            trimmed.append(trimmedStatement(statement));
        kept.emplaceBack(property, jsonArray(trimmed));
    }
    return jsonObject(kept);
}

QByteArray trimmedLinks(const JsonView &links)
{
    const QByteArray title = links["enwiki"]["title"].json();
    return title.isEmpty() ? QByteArray() : jsonObject({{"enwiki", jsonObject({{"title", title}})}});
}

/// An entity without what nothing reads: references, hashes, other properties, languages and wikis.
QByteArray trimmed(const JsonView &entity)
{
    return jsonObject({{"id", entity["id"].json()},
                       {"labels", trimmedTexts(entity["labels"])},
                       {"descriptions", trimmedTexts(entity["descriptions"])},
                       {"aliases", trimmedTexts(entity["aliases"])},
                       {"claims", trimmedClaims(entity["claims"])},
                       {"sitelinks", trimmedLinks(entity["sitelinks"])}});
}

/// Why an answer holds no entities.
Error problemOf(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    return root ? Error{.kind = Error::Kind::Malformed,
                        .message = u"Wikidata's answer has no entities: its form may have changed."_s}
                : root.error();
}

}

Result<QList<wikidata::RawEntity>> wikidata::parseEntities(const QByteArray &body)
{
    const JsonDocument document(body);
    const JsonView all = document.root()["entities"];
    if (!all.exists())
        return std::unexpected(problemOf(body));
    QList<RawEntity> entities;
    for (const auto &[id, whole] : all.fields()) {
        if (whole["missing"].exists() || !sparql::isItemId(whole["id"].text()))
            continue;
        const QByteArray json = trimmed(whole);
        const QString from = whole["redirects"]["from"].text();
        if (auto entity = parseEntity(json))
            entities.append({.entity = std::move(*entity),
                             .json = json,
                             .requested = from.isEmpty() ? QString::fromUtf8(QByteArrayView(id)) : from});
    }
    return entities;
}
