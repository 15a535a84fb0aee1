#include "wiki/sparql.h"
#include "wiki/wikidata.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// Ids go into a query only in their exact form.
QByteArray literal(const std::optional<QString> &id, const QRegularExpression &form)
{
    return id && form.match(*id).hasMatch() ? '"' + id->toLatin1() + '"' : QByteArray();
}

QByteArrayList sorted(QByteArrayList terms)
{
    terms.removeAll(QByteArray());
    std::ranges::sort(terms);
    const auto [first, last] = std::ranges::unique(terms);
    terms.erase(first, last);
    return terms;
}

struct Ids
{
    QByteArrayList imdb, tmdb, items;
};

Ids idsOf(const QList<Item> &items)
{
    static const QRegularExpression imdbForm(u"\\Att\\d{7,10}\\z"_s);
    static const QRegularExpression tmdbForm(u"\\A\\d{1,10}\\z"_s);
    Ids ids;
    QStringList own;
    for (const Item &item : items) {
        ids.imdb.append(literal(item.imdbId, imdbForm));
        ids.tmdb.append(literal(item.tmdbId, tmdbForm));
        own.append(item.wikidataId.value_or(QString()));
    }
    return {.imdb = sorted(ids.imdb), .tmdb = sorted(ids.tmdb), .items = sparql::itemTerms(own)};
}

/// What the ids led to: Q-ids by each kind of id.
struct Hits
{
    QHash<QString, QStringList> byImdb, byTmdb, byItem;
    QHash<QString, QString> articles; // by Q-id
};

void add(QHash<QString, QStringList> &hits, const QString &key, const QString &id)
{
    if (!key.isEmpty() && !hits[key].contains(id))
        hits[key].append(id);
}

Hits hitsOf(const QList<sparql::Row> &rows)
{
    Hits hits;
    for (const auto &row : rows) {
        const QString id = sparql::itemOf(row["item"_L1]);
        if (id.isEmpty())
            continue;
        add(hits.byImdb, row["imdb"_L1], id);
        add(hits.byTmdb, row["tmdb"_L1], id);
        add(hits.byItem, row.contains("old"_L1) ? sparql::itemOf(row["old"_L1]) : id, id);
        if (const QString title = row["title"_L1]; !title.isEmpty())
            hits.articles.insert(id, title);
    }
    return hits;
}

QStringList hitsFor(const Item &item, const Hits &hits)
{
    if (item.wikidataId && hits.byItem.contains(*item.wikidataId))
        return hits.byItem[*item.wikidataId];
    if (item.imdbId && hits.byImdb.contains(*item.imdbId))
        return hits.byImdb[*item.imdbId];
    return item.tmdbId ? hits.byTmdb.value(*item.tmdbId) : QStringList();
}

}

QByteArray wikidata::resolveQuery(const QList<Item> &items)
{
    const Ids ids = idsOf(items);
    QByteArrayList ways;
    if (!ids.imdb.isEmpty())
        ways.append("  { " + sparql::values("imdb", ids.imdb) + " ?item wdt:P345 ?imdb . }\n");
    if (!ids.tmdb.isEmpty())
        ways.append("  { " + sparql::values("tmdb", ids.tmdb) + " ?item wdt:P4947 ?tmdb . }\n");
    if (!ids.items.isEmpty()) {
        ways.append("  { " + sparql::values("item", ids.items) + " ?item wikibase:sitelinks ?links . }\n");
        ways.append("  { " + sparql::values("old", ids.items) + " ?old owl:sameAs ?item . }\n");
    }
    if (ways.isEmpty())
        return {};
    return sparql::prefixes() + "SELECT ?imdb ?tmdb ?old ?item ?title WHERE {\n" + ways.join("  UNION\n")
        + "  OPTIONAL { ?article schema:about ?item ; schema:isPartOf <https://en.wikipedia.org/> ; "
          "schema:name ?title . }\n}";
}

Result<QList<Resolved>> wikidata::parseResolved(const QByteArray &body, const QList<Item> &items)
{
    const auto rows = sparql::parse(body);
    if (!rows)
        return std::unexpected(rows.error());
    const Hits hits = hitsOf(*rows);
    QList<Resolved> resolved;
    for (const Item &item : items) {
        for (const QString &id : hitsFor(item, hits)) {
            const auto article = hits.articles.constFind(id);
            resolved.append({.item = item.id,
                             .wikidataId = id,
                             .article = article != hits.articles.cend() ? std::optional(*article) : std::nullopt});
        }
    }
    return resolved;
}
