#include "wiki/sparql.h"
#include "wiki/wikidata.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

/// What the rows of one item say; several statements multiply them.
struct Gathered
{
    Label label;
    QString mul;
    QSet<QString> born, founded, nations;
};

/// The one date of a set, where it is one of our calendar's: "1951-11-27T00:00:00Z".
std::optional<QDate> oneDate(const QSet<QString> &dates)
{
    if (dates.size() != 1)
        return std::nullopt;
    const QDate date = QDate::fromString(dates.begin()->left(10), Qt::ISODate);
    return date.isValid() ? std::optional(date) : std::nullopt;
}

void addTo(QSet<QString> &set, const QString &value)
{
    if (!value.isEmpty())
        set.insert(value);
}

void add(Gathered &gathered, const sparql::Row &row)
{
    if (const QString name = row["label"_L1]; !name.isEmpty())
        gathered.label.name = name;
    if (const QString name = row["mul"_L1]; !name.isEmpty())
        gathered.mul = name;
    if (const QString description = row["description"_L1]; !description.isEmpty())
        gathered.label.description = description;
    addTo(gathered.born, row["born"_L1]);
    addTo(gathered.founded, row["founded"_L1]);
    addTo(gathered.nations, row["nation"_L1]);
}

Label finished(const Gathered &gathered)
{
    Label label = gathered.label;
    if (label.name.isEmpty())
        label.name = gathered.mul;
    label.born = oneDate(gathered.born);
    label.founded = oneDate(gathered.founded);
    if (gathered.nations.size() == 1)
        label.nationality = *gathered.nations.begin();
    return label;
}

/// The best statements of a property that are known to the day.
QByteArray dayOf(const QByteArray &property, const QByteArray &variable)
{
    return "  OPTIONAL { ?item p:" + property + " ?" + variable + "Said . ?" + variable
        + "Said a wikibase:BestRank ; psv:" + property + " ?" + variable + "Value . ?" + variable
        + "Value wikibase:timePrecision 11 ; wikibase:timeValue ?" + variable + " . }\n";
}

}

QByteArray wikidata::labelsQuery(const QStringList &ids)
{
    const auto items = sparql::itemTerms(ids);
    if (items.isEmpty())
        return {};
    return sparql::prefixes() + "SELECT ?item ?label ?mul ?description ?born ?founded ?nation WHERE {\n  "
        + sparql::values("item", items) + "\n"
        + "  OPTIONAL { ?item rdfs:label ?label . FILTER(LANG(?label) = \"en\") }\n"
          "  OPTIONAL { ?item rdfs:label ?mul . FILTER(LANG(?mul) = \"mul\") }\n"
          "  OPTIONAL { ?item schema:description ?description . FILTER(LANG(?description) = \"en\") }\n"
        + dayOf("P569", "born") + dayOf("P571", "founded")
        + "  OPTIONAL { ?item wdt:P27 ?country . ?country rdfs:label ?nation . FILTER(LANG(?nation) = \"en\") }\n}";
}

Result<Labels> wikidata::parseLabels(const QByteArray &body)
{
    const auto rows = sparql::parse(body);
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, Gathered> items;
    for (const auto &row : *rows) {
        if (const QString id = sparql::itemOf(row["item"_L1]); !id.isEmpty()) {
            items[id].label.id = id;
            add(items[id], row);
        }
    }
    Labels labels;
    for (const Gathered &gathered : std::as_const(items)) {
        if (Label label = finished(gathered); !label.name.isEmpty())
            labels.insert(label.id, label);
    }
    return labels;
}
