#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/statements.h"
#include "wiki/wikidata.h"

#include <QJsonDocument>

using namespace Qt::Literals;

namespace {

/// A text in English, else in `mul`, else in any language. Empty maps may come as [].
QString textIn(const QJsonValue &texts)
{
    const QJsonObject byLanguage = texts.toObject();
    for (const auto language : {"en"_L1, "mul"_L1}) {
        if (byLanguage.contains(language))
            return byLanguage[language]["value"_L1].toString();
    }
    return byLanguage.isEmpty() ? QString() : byLanguage.begin().value()["value"_L1].toString();
}

QStringList aliasesOf(const QJsonValue &aliases)
{
    QStringList all;
    for (const auto language : {"en"_L1, "mul"_L1}) {
        for (const auto &alias : aliases[language].toArray())
            all.append(alias["value"_L1].toString());
    }
    all.removeDuplicates();
    return all;
}

Statement statementOf(const QJsonObject &json)
{
    Statement statement{.value = wikidata::valueOf(json["mainsnak"_L1].toObject())};
    const QJsonObject qualifiers = json["qualifiers"_L1].toObject();
    for (auto it = qualifiers.begin(); it != qualifiers.end(); ++it) {
        for (const auto &snak : it->toArray())
            statement.qualifiers[it.key()].append(wikidata::valueOf(snak.toObject()));
    }
    return statement;
}

QHash<QString, QList<Statement>> claimsOf(const QJsonObject &claims)
{
    QHash<QString, QList<Statement>> byProperty;
    for (auto it = claims.begin(); it != claims.end(); ++it) {
        for (const auto &statement : wikidata::bestRanked(it->toArray()))
            byProperty[it.key()].append(statementOf(statement.toObject()));
    }
    return byProperty;
}

}

Result<Entity> wikidata::parseEntity(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Entity entity{.id = object["id"_L1].toString(),
                  .label = textIn(object["labels"_L1]),
                  .description = object["descriptions"_L1]["en"_L1]["value"_L1].toString(),
                  .aliases = aliasesOf(object["aliases"_L1]),
                  .claims = claimsOf(object["claims"_L1].toObject())};
    if (!sparql::isItemId(entity.id))
        return fail(Error::Kind::Malformed, u"This is no Wikidata item."_s, QString::fromUtf8(json.left(100)));
    if (const QString title = object["sitelinks"_L1]["enwiki"_L1]["title"_L1].toString(); !title.isEmpty())
        entity.article = title;
    return entity;
}
