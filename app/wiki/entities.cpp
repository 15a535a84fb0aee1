#include "wiki/jsonview.h"
#include "wiki/mediawiki.h"
#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/statements.h"
#include "wiki/wikidata.h"

using namespace Qt::Literals;

namespace {

/// Only the texts that are read: English and `mul`, or, lacking both, the first there is.
void writeTexts(JsonWriter &json, std::string_view name, const JsonView &texts)
{
    json.openMember(name, '{');
    if (texts["en"].exists() || texts["mul"].exists()) {
        json.member("en", texts["en"]);
        json.member("mul", texts["mul"]);
    } else if (const auto all = texts.fields(); !all.isEmpty()) {
        json.member("und", all.first().second); // BCP 47: undetermined
    }
    json.close('}');
}

void writeQualifiers(JsonWriter &json, const JsonView &qualifiers)
{
    json.openMember("qualifiers", '{');
    for (const auto &[property, snaks] : qualifiers.fields()) {
        if (!wikidata::isUsedQualifier(property))
            continue;
        json.openMember(property, '[');
        for (const JsonView &snak : snaks.items()) {
            json.open('{');
            wikidata::writeSnak(json, snak);
            json.close('}');
        }
        json.close(']');
    }
    json.close('}');
}

void writeStatement(JsonWriter &json, const JsonView &statement)
{
    json.open('{');
    json.member("rank", statement["rank"]);
    json.openMember("mainsnak", '{');
    wikidata::writeSnak(json, statement["mainsnak"]);
    json.close('}');
    if (const JsonView qualifiers = statement["qualifiers"]; qualifiers.exists())
        writeQualifiers(json, qualifiers);
    json.close('}');
}

void writeClaims(JsonWriter &json, const JsonView &claims)
{
    json.openMember("claims", '{');
    for (const auto &[property, statements] : claims.fields()) {
        if (!wikidata::isUsedProperty(property))
            continue;
        json.openMember(property, '[');
        for (const JsonView &statement : wikidata::counting(property, statements))
            writeStatement(json, statement);
        json.close(']');
    }
    json.close('}');
}

void writeLinks(JsonWriter &json, const JsonView &links)
{
    json.openMember("sitelinks", '{');
    if (const JsonView title = links["enwiki"]["title"]; title.exists()) {
        json.openMember("enwiki", '{');
        json.member("title", title);
        json.close('}');
    }
    json.close('}');
}

/// An entity without what nothing reads: references, hashes, other properties, languages and wikis.
QByteArray trimmed(const JsonView &entity)
{
    JsonWriter json;
    json.open('{');
    json.member("id", entity["id"]);
    for (const std::string_view name : {"labels", "descriptions", "aliases"})
        writeTexts(json, name, entity[name]);
    writeClaims(json, entity["claims"]);
    writeLinks(json, entity["sitelinks"]);
    json.close('}');
    return json.json();
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
    if (!all.isObject())
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
