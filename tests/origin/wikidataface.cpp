#include "wikidataface.h"

#include "entityjson.h"
#include "evaluation.h"
#include "mediawiki.h"
#include "searchindex.h"

namespace origin::wikidata {

namespace {

QByteArrayList valuesOf(const HttpRequest &request, const char *parameter)
{
    return mediawiki::values(request.query.value(parameter));
}

entityjson::Wanted wantedOf(const HttpRequest &request)
{
    static const QByteArrayList Everything{"info", "labels", "descriptions", "aliases", "claims", "sitelinks"};
    return {.props = request.query.contains("props") ? valuesOf(request, "props") : Everything,
            .languages = valuesOf(request, "languages"),
            .sites = valuesOf(request, "sitefilter"),
            .fallback = mediawiki::isTrue(request, "languagefallback")};
}

const Entity *found(const World &world, const QByteArray &id)
{
    const qint32 qid = id.mid(1).toInt();
    return world.entity(world.itemRedirects.value(qid, qid));
}

void appendByIds(JsonWriter &json, const World &world, const HttpRequest &request)
{
    const auto wanted = wantedOf(request);
    for (const QByteArray &id : valuesOf(request, "ids")) {
        const Entity *entity = found(world, id);
        json.key(entity ? 'Q' + QByteArray::number(entity->qid) : id);
        entity ? entityjson::append(json, world, *entity, wanted) : entityjson::appendMissing(json, id);
    }
}

void appendMissingTitle(JsonWriter &json, const QByteArray &title, int number)
{
    json.key(QByteArray::number(-number));
    json.beginObject();
    json.pair("site", "enwiki");
    json.pair("title", title);
    json.pair("missing", "");
    json.endObject();
}

void appendByTitles(JsonWriter &json, const World &world, const HttpRequest &request)
{
    const auto wanted = wantedOf(request);
    int missing = 0;
    for (const QByteArray &title : valuesOf(request, "titles")) {
        const Index page = world.pageOf(title);
        const Entity *entity = page < 0 ? nullptr : world.entity(world.pages[page].qid);
        if (!entity) {
            appendMissingTitle(json, title, ++missing);
            continue;
        }
        json.key('Q' + QByteArray::number(entity->qid));
        entityjson::append(json, world, *entity, wanted);
    }
}

QByteArray badId(const QByteArrayList &ids)
{
    for (const QByteArray &id : ids)
        if (!id.startsWith('Q') || id.mid(1).toInt() <= 0)
            return id;
    return {};
}

HttpReply getEntities(const World &world, const HttpRequest &request)
{
    const QByteArrayList ids = valuesOf(request, "ids");
    const QByteArrayList titles = valuesOf(request, "titles");
    if (ids.isEmpty() && (titles.isEmpty() || request.query.value("sites") != "enwiki"))
        return mediawiki::error("param-missing",
                                "Either provide the Item \"ids\" or pairs of \"sites\" and \"titles\"");
    if (std::max(ids.size(), titles.size()) > mediawiki::MostValues)
        return mediawiki::error("toomanyvalues", "Too many values supplied for parameter \"ids\". The limit is 50.");
    if (const QByteArray bad = badId(ids); !bad.isEmpty())
        return mediawiki::error("no-such-entity", "Could not find an entity with the ID \"" + bad + "\".");
    HttpReply reply;
    reply.body.reserve((ids.size() + titles.size()) * 16'000);
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("entities");
    json.beginObject();
    ids.isEmpty() ? appendByTitles(json, world, request) : appendByIds(json, world, request);
    json.endObject();
    json.pair("success", 1);
    json.endObject();
    return reply;
}

void appendFound(JsonWriter &json, const World &world, Index place, const QByteArray &words)
{
    const Entity &entity = world.entities[place];
    const QByteArray id = 'Q' + QByteArray::number(entity.qid);
    const bool byLabel = SearchIndex::words(entity.label).join(' ').startsWith(SearchIndex::words(words).join(' '));
    json.beginObject();
    json.pair("id", id);
    json.pair("title", id);
    json.pair("pageid", qint64(entity.qid) + 1'000'000);
    json.pair("concepturi", "http://www.wikidata.org/entity/" + id);
    json.pair("label", entity.label);
    json.pair("description", entity.description);
    json.key("match");
    json.beginObject();
    json.pair("type", byLabel ? "label" : "alias");
    json.pair("language", "en");
    json.pair("text", byLabel ? entity.label : entity.aliases.value(0));
    json.endObject();
    json.endObject();
}

HttpReply searchEntities(const World &world, const HttpRequest &request)
{
    const QByteArray words = request.query.value("search");
    const int limit = std::clamp(request.query.value("limit", "7").toInt(), 1, 50);
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("searchinfo");
    json.beginObject();
    json.pair("search", words);
    json.endObject();
    json.key("search");
    json.beginArray();
    for (const Index place : world.index().itemsWithPrefix(words, limit))
        appendFound(json, world, place, words);
    json.endArray();
    json.pair("success", 1);
    json.endObject();
    return reply;
}

HttpReply listSearch(const World &world, const HttpRequest &request)
{
    const QByteArrayList items = haveStatement(world, request.query.value("srsearch"));
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.pair("batchcomplete", true);
    json.key("query");
    json.beginObject();
    json.key("searchinfo");
    json.beginObject();
    json.pair("totalhits", items.size());
    json.endObject();
    json.key("search");
    json.beginArray();
    for (const QByteArray &item : items) {
        json.beginObject();
        json.pair("ns", 0);
        json.pair("title", item);
        json.pair("pageid", item.mid(1).toLongLong() + 1'000'000);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.endObject();
    return reply;
}

}

HttpReply api(const World &world, const HttpRequest &request)
{
    const QByteArray action = request.query.value("action");
    if (action == "wbgetentities")
        return getEntities(world, request);
    if (action == "wbsearchentities")
        return searchEntities(world, request);
    if (action == "query" && request.query.value("list") == "search")
        return listSearch(world, request);
    return mediawiki::error("badvalue", "Unrecognized value for parameter \"action\": " + action);
}

QByteArrayList haveStatement(const World &world, const QByteArray &search)
{
    QByteArrayList items;
    for (QByteArray statement : QByteArray(search).replace("haswbstatement:", "").split('|')) {
        const QByteArrayList parts = statement.trimmed().split('=');
        for (const qint32 qid : world.withExternalId(parts[0].mid(1).toInt(), parts.value(1)))
            items.append('Q' + QByteArray::number(qid));
    }
    return items;
}

HttpReply sparql(const World &world, const HttpRequest &request)
{
    QByteArray error;
    const auto query = origin::sparql::parse(request.query.value("query"), error);
    const auto rows = query ? origin::sparql::evaluate(*query, origin::sparql::Graph(world), error) : std::nullopt;
    if (!rows)
        return {.status = 400, .contentType = "text/plain;charset=utf-8", .body = error};
    return {.contentType = "application/sparql-results+json;charset=utf-8",
            .body = origin::sparql::toJson(*query, *rows)};
}

}
