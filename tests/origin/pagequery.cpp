#include "pagequery.h"

#include "jsonwriter.h"
#include "mediawiki.h"
#include "pageprops.h"
#include "wikipediaface.h"

namespace origin::wikipedia {

namespace {

using Pairs = QList<std::pair<QByteArray, QByteArray>>;

void appendSteps(JsonWriter &json, QByteArrayView key, const Pairs &steps, bool encoded)
{
    if (steps.isEmpty())
        return;
    json.key(key);
    json.beginArray();
    for (const auto &[from, to] : steps) {
        json.beginObject();
        if (encoded)
            json.pair("fromencoded", false);
        json.pair("from", from);
        json.pair("to", to);
        json.endObject();
    }
    json.endArray();
}

void appendContinuation(JsonWriter &json, const Pairs &continuation)
{
    if (continuation.isEmpty())
        return;
    json.key("continue");
    json.beginObject();
    for (const auto &[name, value] : continuation)
        name == "gsroffset" || name == "sroffset" || name == "excontinue" ? json.pair(name, value.toLongLong())
                                                                          : json.pair(name, value);
    json.endObject();
}

void appendMissing(JsonWriter &json, const PageResult &result, bool byId)
{
    json.beginObject();
    if (byId) {
        json.pair("pageid", result.title.toLongLong());
    } else {
        json.pair("ns", 0);
        json.pair("title", result.title);
    }
    json.pair("missing", true);
    json.endObject();
}

void appendSearchFacts(JsonWriter &json, const World &world, const PageQuery &query, const PageResult &result)
{
    const QByteArrayList wanted = mediawiki::values(query.request.query.value("gsrprop"));
    json.pair("index", result.index);
    if (wanted.contains("redirecttitle") && !result.redirect.isEmpty())
        json.pair("redirecttitle", result.redirect);
    if (wanted.contains("snippet"))
        json.pair("snippet", excerpt(world, world.pages[result.page], query.words));
}

void appendPage(JsonWriter &json, const World &world, const PageQuery &query, const PageResult &result,
                PageProps &props)
{
    const Page &page = world.pages[result.page];
    json.beginObject();
    json.pair("pageid", page.id);
    json.pair("ns", 0);
    json.pair("title", page.title);
    if (result.index > 0)
        appendSearchFacts(json, world, query, result);
    props.append(json, page);
    json.endObject();
}

}

HttpReply answer(const World &world, PageQuery query)
{
    std::ranges::stable_sort(query.pages, {},
                             [&](const PageResult &r) { return r.page < 0 ? 0 : world.pages[r.page].id; });
    QByteArray pages;
    JsonWriter list(pages);
    PageProps props(world, query.request);
    list.beginArray();
    for (const PageResult &result : std::as_const(query.pages))
        result.page < 0 ? appendMissing(list, result, query.request.query.contains("pageids"))
                        : appendPage(list, world, query, result, props);
    list.endArray();
    query.continuation += props.continuation();

    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    if (props.continuation().isEmpty())
        json.pair("batchcomplete", true);
    appendContinuation(json, query.continuation);
    if (!query.pages.isEmpty()) {
        json.key("query");
        json.beginObject();
        appendSteps(json, "normalized", query.normalized, true);
        appendSteps(json, "redirects", query.redirects, false);
        json.key("pages");
        json.raw(pages);
        json.endObject();
    }
    json.endObject();
    return reply;
}

HttpReply listOf(const World &world, const QList<Hit> &hits, const QByteArrayList &words, int offset, int limit)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.pair("batchcomplete", true);
    if (offset + limit < hits.size())
        appendContinuation(json, {{"sroffset", QByteArray::number(offset + limit)}, {"continue", "-||"}});
    json.key("query");
    json.beginObject();
    json.key("searchinfo");
    json.beginObject();
    json.pair("totalhits", qint64(hits.size()));
    json.endObject();
    json.key("search");
    json.beginArray();
    for (qsizetype i = offset; i < std::min<qsizetype>(offset + limit, hits.size()); ++i) {
        const Page &page = world.pages[hits[i].page];
        json.beginObject();
        json.pair("ns", 0);
        json.pair("title", page.title);
        json.pair("pageid", page.id);
        json.pair("snippet", excerpt(world, page, words));
        if (!hits[i].redirect.isEmpty())
            json.pair("redirecttitle", hits[i].redirect);
        json.pair("timestamp", page.timestamp);
        json.endObject();
    }
    json.endArray();
    json.endObject();
    json.endObject();
    return reply;
}

}
