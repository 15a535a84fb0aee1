#include "wiki/jsonview.h"
#include "wiki/snak.h"
#include "wiki/sparql.h"
#include "wiki/statements.h"
#include "wiki/wikidata.h"

using namespace Qt::Literals;

namespace {

/// A text in English, else in `mul`, else in any language. Empty maps may come as [].
QString textIn(const JsonView &texts)
{
    for (const char *language : {"en", "mul"}) {
        if (const JsonView text = texts[language]; text.exists())
            return text["value"].text();
    }
    const auto all = texts.fields();
    return all.isEmpty() ? QString() : all.first().second["value"].text();
}

QStringList aliasesOf(const JsonView &aliases)
{
    QStringList all;
    for (const char *language : {"en", "mul"}) {
        for (const JsonView &alias : aliases[language].items())
            all.append(alias["value"].text());
    }
    all.removeDuplicates();
    return all;
}

Statement statementOf(const JsonView &json)
{
    Statement statement{.value = wikidata::valueOf(json["mainsnak"])};
    for (const auto &[property, snaks] : json["qualifiers"].fields()) {
        QList<SnakValue> &values = statement.qualifiers[QString::fromLatin1(property)];
        for (const JsonView &snak : snaks.items())
            values.append(wikidata::valueOf(snak));
    }
    return statement;
}

QHash<QString, QList<Statement>> claimsOf(const JsonView &claims)
{
    QHash<QString, QList<Statement>> byProperty;
    for (const auto &[property, statements] : claims.fields()) {
        const auto counting = wikidata::counting(property, statements);
        if (counting.isEmpty())
            continue;
        QList<Statement> &read = byProperty[QString::fromLatin1(property)];
        for (const JsonView &statement : counting)
            read.append(statementOf(statement));
    }
    return byProperty;
}

}

Result<Entity> wikidata::parseEntity(const QByteArray &json)
{
    const JsonDocument document(json);
    const JsonView root = document.root();
    Entity entity{.id = root["id"].text(),
                  .label = textIn(root["labels"]),
                  .description = root["descriptions"]["en"]["value"].text(),
                  .aliases = aliasesOf(root["aliases"]),
                  .claims = claimsOf(root["claims"])};
    if (!sparql::isItemId(entity.id))
        return fail(Error::Kind::Malformed, u"This is no Wikidata item."_s, QString::fromUtf8(json.left(100)));
    if (const QString title = root["sitelinks"]["enwiki"]["title"].text(); !title.isEmpty())
        entity.article = title;
    return entity;
}
