#include "pageprops.h"

#include "articletext.h"
#include "mediawiki.h"
#include "wikipediaface.h"

namespace origin::wikipedia {

namespace {

constexpr qsizetype MostText = 8 * 1024 * 1024; ///< bytes of results in one answer
constexpr int MostExtracts = 20;

QByteArray address(const Page &page)
{
    return "https://en.wikipedia.org/wiki/" + keyOf(page.title).toPercentEncoding("_:,!'()/");
}

}

PageProps::PageProps(const World &world, const HttpRequest &request)
    : m_world(world)
    , m_request(request)
    , m_props(mediawiki::values(request.query.value("prop")))
{
}

void PageProps::append(JsonWriter &json, const Page &page)
{
    if (wants("extracts"))
        extract(json, page);
    if (wants("info"))
        info(json, page);
    if (wants("pageimages"))
        image(json, page);
    if (wants("pageprops"))
        properties(json, page);
    if (wants("description"))
        description(json, page);
    if (wants("templates"))
        templates(json, page);
    if (wants("revisions"))
        revision(json, page);
}

void PageProps::properties(JsonWriter &json, const Page &page) const
{
    const QByteArrayList wanted = mediawiki::values(m_request.query.value("ppprop"));
    const auto has = [&](const char *name) { return wanted.isEmpty() || wanted.contains(name); };
    if (!page.disambiguation && page.description.isEmpty() && page.qid == 0)
        return;
    json.key("pageprops");
    json.beginObject();
    if (page.disambiguation && has("disambiguation"))
        json.pair("disambiguation", "");
    if (!page.description.isEmpty() && has("wikibase-shortdesc"))
        json.pair("wikibase-shortdesc", page.description);
    if (page.qid > 0 && has("wikibase_item"))
        json.pair("wikibase_item", 'Q' + QByteArray::number(page.qid));
    json.endObject();
}

void PageProps::description(JsonWriter &json, const Page &page) const
{
    if (page.description.isNull())
        return;
    json.pair("description", page.description);
    json.pair("descriptionsource", "local");
}

/// Posters count as not free: only pilicense=any shows them.
void PageProps::image(JsonWriter &json, const Page &page) const
{
    if (!page.filmInfobox || m_request.query.value("pilicense") != "any")
        return;
    json.key("thumbnail");
    json.beginObject();
    json.pair("source",
              "https://upload.wikimedia.org/wikipedia/en/thumb/0/0a/" + keyOf(page.title).toPercentEncoding("_()")
                  + ".jpg/220px-poster.jpg");
    json.pair("width", 220);
    json.pair("height", 326);
    json.endObject();
}

void PageProps::templates(JsonWriter &json, const Page &page) const
{
    if (!page.filmInfobox)
        return;
    json.key("templates");
    json.beginArray();
    json.beginObject();
    json.pair("ns", 10);
    json.pair("title", "Template:Infobox film");
    json.endObject();
    json.endArray();
}

void PageProps::info(JsonWriter &json, const Page &page) const
{
    json.pair("contentmodel", "wikitext");
    json.pair("pagelanguage", "en");
    json.pair("pagelanguagehtmlcode", "en");
    json.pair("pagelanguagedir", "ltr");
    json.pair("touched", page.timestamp);
    json.pair("lastrevid", page.revision);
    json.pair("length", qint64(m_world.text(page).size()));
    if (!mediawiki::values(m_request.query.value("inprop")).contains("url"))
        return;
    json.pair("fullurl", address(page));
    json.pair("editurl", "https://en.wikipedia.org/w/index.php?title=" + keyOf(page.title) + "&action=edit");
    json.pair("canonicalurl", address(page));
}

/// Pages before the one where an earlier answer stopped come without their text, as do those beyond the size.
void PageProps::revision(JsonWriter &json, const Page &page)
{
    const QByteArray from = m_request.query.value("rvcontinue");
    if (!from.isEmpty() && page.id < from.left(from.indexOf('|')).toInt())
        return;
    const QByteArrayList wanted = mediawiki::values(m_request.query.value("rvprop"));
    const QByteArray text = wanted.contains("content") ? m_world.text(page) : QByteArray();
    if (m_texts > 0 && m_texts + text.size() > MostText) {
        if (m_continuation.isEmpty())
            m_continuation = {{"rvcontinue", QByteArray::number(page.id) + '|' + QByteArray::number(page.revision)},
                              {"continue", "||"}};
        m_texts = MostText;
        return;
    }
    m_texts += text.size();
    json.key("revisions");
    json.beginArray();
    json.beginObject();
    json.pair("revid", page.revision);
    json.pair("parentid", page.revision - 1);
    json.pair("timestamp", page.timestamp);
    if (wanted.contains("content")) {
        json.key("slots");
        json.beginObject();
        json.key("main");
        json.beginObject();
        json.pair("contentmodel", "wikitext");
        json.pair("contentformat", "text/x-wiki");
        json.pair("content", text);
        json.endObject();
        json.endObject();
    }
    json.endObject();
    json.endArray();
}

void PageProps::extract(JsonWriter &json, const Page &page)
{
    const int from = m_request.query.value("excontinue").toInt();
    const int number = m_pages++;
    if (number < from)
        return;
    const bool introOnly = mediawiki::isTrue(m_request, "exintro");
    const int most = introOnly ? std::clamp(m_request.query.value("exlimit", "20").toInt(), 1, MostExtracts) : 1;
    if (m_extracts++ >= most) {
        if (m_continuation.isEmpty())
            m_continuation = {{"excontinue", QByteArray::number(number)}, {"continue", "||"}};
        return;
    }
    json.pair("extract", introOnly ? articletext::lead(m_world, page) : articletext::plain(m_world.text(page)));
}

}
