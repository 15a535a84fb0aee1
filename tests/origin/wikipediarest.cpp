#include "wikipediaface.h"

#include "articletext.h"
#include "jsonwriter.h"
#include "mediawiki.h"

namespace origin::wikipedia {

namespace {

constexpr qsizetype ExcerptLength = 160;

QByteArray escaped(QByteArrayView text)
{
    return QString::fromUtf8(text).toHtmlEscaped().toUtf8();
}

void appendMarked(QByteArray &out, const QByteArray &word, const QByteArrayList &words)
{
    const QByteArrayList folded = SearchIndex::words(word);
    const bool matches = !folded.isEmpty()
        && std::ranges::any_of(folded, [&](const QByteArray &part) { return words.contains(part); });
    out += matches ? "<span class=\"searchmatch\">" + escaped(word) + "</span>" : escaped(word);
}

HttpReply problem(int status, const QByteArray &key, const QByteArray &message)
{
    HttpReply reply{.status = status};
    JsonWriter json(reply.body);
    json.beginObject();
    json.pair("errorKey", key);
    json.key("messageTranslations");
    json.beginObject();
    json.pair("en", message);
    json.endObject();
    json.pair("httpCode", status);
    json.pair("httpReason", http::reason(status));
    json.endObject();
    return reply;
}

/// Posters are not free: films have no thumbnail here.
void appendPage(JsonWriter &json, const Page &page, const QByteArray &excerpt, const QByteArray &matched)
{
    json.beginObject();
    json.pair("id", page.id);
    json.pair("key", keyOf(page.title));
    json.pair("title", page.title);
    json.pair("excerpt", excerpt);
    json.key("matched_title");
    json.stringOrNull(matched);
    json.key("anchor");
    json.null();
    json.key("description");
    json.stringOrNull(page.description);
    json.key("thumbnail");
    json.null();
    json.endObject();
}

int limitOf(const HttpRequest &request)
{
    return request.query.value("limit", "50").toInt();
}

HttpReply searchPage(const World &world, const HttpRequest &request)
{
    const SearchQuery query = SearchQuery::parse(request.query.value("q"));
    const QList<Hit> hits = world.index().search(query);
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("pages");
    json.beginArray();
    for (const Hit &hit : hits.first(std::min<qsizetype>(hits.size(), limitOf(request)))) {
        const Page &page = world.pages[hit.page];
        appendPage(json, page, excerpt(world, page, query.all()), hit.redirect);
    }
    json.endArray();
    json.endObject();
    return reply;
}

HttpReply searchTitle(const World &world, const HttpRequest &request)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("pages");
    json.beginArray();
    for (const Index place : world.index().titlesWithPrefix(request.query.value("q"), limitOf(request)))
        appendPage(json, world.pages[place], world.pages[place].title, {});
    json.endArray();
    json.endObject();
    reply.headers.emplaceBack("Cache-Control", "public, max-age=10800");
    return reply;
}

HttpReply search(const World &world, const HttpRequest &request)
{
    if (request.query.value("q").isEmpty())
        return problem(400, "rest-missing-parameter", "The \"q\" parameter must be set.");
    if (limitOf(request) < 1 || limitOf(request) > 100)
        return problem(400, "rest-search-invalid-limit", "The limit must be between 1 and 100.");
    return request.path.endsWith("/title") ? searchTitle(world, request) : searchPage(world, request);
}

void appendSource(JsonWriter &json, const World &world, const Page &page, bool bare)
{
    json.beginObject();
    json.pair("id", page.id);
    json.pair("key", keyOf(page.title));
    json.pair("title", page.title);
    json.key("latest");
    json.beginObject();
    json.pair("id", page.revision);
    json.pair("timestamp", page.timestamp);
    json.endObject();
    json.pair("content_model", "wikitext");
    json.key("license");
    json.beginObject();
    json.pair("url", "https://creativecommons.org/licenses/by-sa/4.0/deed.en");
    json.pair("title", "Creative Commons Attribution-Share Alike 4.0");
    json.endObject();
    bare ? json.pair("html_url", "https://en.wikipedia.org/w/rest.php/v1/page/" + keyOf(page.title) + "/html")
         : json.pair("source", world.text(page));
    json.endObject();
}

HttpReply page(const World &world, QByteArray title)
{
    const bool bare = title.endsWith("/bare");
    title = mediawiki::normalTitle(bare ? title.chopped(5) : title);
    if (const Index target = world.redirectOf(title); target >= 0)
        return {.status = 307,
                .headers
                = {{"Location",
                    "/wikipedia/w/rest.php/v1/page/" + keyOf(world.pages[target].title).toPercentEncoding("_:,!'()")
                        + (bare ? "/bare" : "")}}};
    const Index place = world.pageOf(title);
    if (place < 0)
        return problem(404, "rest-nonexistent-title", "The specified title (" + title + ") does not exist");
    HttpReply reply;
    JsonWriter json(reply.body);
    appendSource(json, world, world.pages[place], bare);
    return reply;
}

}

QByteArray keyOf(const QByteArray &title)
{
    return QByteArray(title).replace(' ', '_');
}

QByteArray excerpt(const World &world, const Page &page, const QByteArrayList &words)
{
    QByteArray out;
    qsizetype length = 0;
    for (const QByteArray &word : articletext::lead(world, page).simplified().split(' ')) {
        if ((length += word.size() + 1) > ExcerptLength)
            break;
        if (!out.isEmpty())
            out += ' ';
        appendMarked(out, word, words);
    }
    return out;
}

HttpReply rest(const World &world, const HttpRequest &request)
{
    constexpr QByteArrayView Base = "/w/rest.php/v1";
    const QByteArray path = request.path.mid(Base.size());
    if (path == "/search/page" || path == "/search/title")
        return search(world, request);
    if (path.startsWith("/page/"))
        return page(world, path.mid(6));
    return problem(404, "rest-no-match", "The requested relative path (" + path + ") did not match any known handler");
}

HttpReply robots()
{
    return {.contentType = "text/plain",
            .body = "User-agent: *\nAllow: /w/api.php?action=mobileview&\nAllow: /w/load.php?\nAllow: /w/rest.php/v1/\n"
                    "Disallow: /w/\nDisallow: /wiki/Special:\n"};
}

}
