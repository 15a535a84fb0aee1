#include "wiki/classes.h"
#include "wiki/sparql.h"
#include "wiki/wikidata.h"

#include <QSet>

#include <array>

using namespace Qt::Literals;

namespace {

/// Those in which galleries and films have their titles, most of them.
constexpr std::array Languages{"en", "mul", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "pl"};

bool isOfFilms(const QString &address)
{
    const auto known = classes::known(sparql::itemOf(address));
    return known && known->film;
}

}

QByteArray wikidata::namedQuery(const QStringList &names)
{
    QByteArrayList terms;
    for (const QString &name : names) {
        for (const char *language : Languages) {
            if (!name.trimmed().isEmpty())
                terms.append(sparql::literal(name, language));
        }
    }
    if (terms.isEmpty())
        return {};
    return sparql::prefixes() + "SELECT ?name ?item ?date ?class WHERE {\n  " + sparql::values("name", terms)
        + "\n  { ?item rdfs:label ?name . } UNION { ?item skos:altLabel ?name . } UNION { ?item wdt:P1476 ?name . }\n"
          "  ?item wdt:P577 ?date ; wdt:P31 ?class .\n}";
}

Result<QList<wikidata::Named>> wikidata::parseNamed(const QByteArray &body)
{
    const auto rows = sparql::parse(body);
    if (!rows)
        return std::unexpected(rows.error());
    QList<Named> found;
    QSet<QString> seen;
    for (const auto &row : *rows) {
        const Named named{.name = row["name"_L1],
                          .wikidataId = sparql::itemOf(row["item"_L1]),
                          .year = row["date"_L1].left(4).toInt()};
        const QString all = named.wikidataId + u' ' + QString::number(named.year) + named.name;
        if (named.wikidataId.isEmpty() || seen.contains(all) || !isOfFilms(row["class"_L1]))
            continue;
        seen.insert(all);
        found.append(named);
    }
    return found;
}
