#include "justwatchface.h"

#include "articletext.h"
#include "jsonwriter.h"

#include <QString>

namespace origin {

namespace {

constexpr int CardsOnAPage = 40;

QByteArray escaped(const QByteArray &text)
{
    return QString::fromUtf8(text).toHtmlEscaped().replace(u'\'', QStringLiteral("&#39;")).toUtf8();
}

QByteArray poster(const Title &title)
{
    const QByteArray path = QByteArray(title.poster).replace("{profile}", "s166").replace("{format}", "webp");
    return path.isNull() ? QByteArray() : "https://images.justwatch.com" + path;
}

void appendCard(QByteArray &out, const Title &title)
{
    const QByteArray name = escaped(title.title);
    out += "<div class=\"title-list-grid__item\" data-testid=\"titleItem\" data-id=\"tm"
        + QByteArray::number(title.objectId) + "\" data-title=\"" + name + "\"><a href=\"" + title.path
        + "\" class=\"title-list-grid__item--link\"><div class=\"title-poster\"><picture class=\"picture-comp\">"
          "<source srcset=\""
        + poster(title) + "\"><img class=\"picture-comp__img\" alt=\"" + name
        + "\" src=\"data:image/gif;base64,R0lGODlhAQABAAAAACw=\" data-src=\"" + poster(title)
        + "\"></picture></div></a></div>\n";
}

HttpReply document(const QByteArray &title, const QByteArray &body)
{
    return {.contentType = "text/html; charset=utf-8",
            .body = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>" + escaped(title)
                + "</title></head><body>\n" + body + "</body></html>\n"};
}

void people(JsonWriter &json, const World &world, const char *key, const QList<Credit> &credits)
{
    json.key(key);
    json.beginArray();
    for (const Credit &credit : credits) {
        json.beginObject();
        json.pair("@type", "Person");
        json.pair("name", world.people[credit.person].name);
        json.endObject();
    }
    json.endArray();
}

QByteArray structuredData(const World &world, const Title &title)
{
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.pair("@context", "https://schema.org");
    json.pair("@type", title.show ? "TVSeries" : "Movie");
    json.pair("name", title.title);
    json.pair("description", title.description);
    json.pair("dateCreated", title.date.isEmpty() ? QByteArray::number(title.year) : title.date);
    json.pair("duration",
              "PT" + QByteArray::number(title.runtime / 60) + 'H' + QByteArray::number(title.runtime % 60) + 'M');
    people(json, world, "actor", title.cast);
    people(json, world, "director", title.directors);
    json.endObject();
    return text.replace("</", "<\\/");
}

HttpReply moviePage(const World &world, const QByteArray &path)
{
    const auto title = std::ranges::find(world.titles, path, &Title::path);
    if (title == world.titles.end())
        return http::html(404, "Not found");
    return document(title->title,
                    "<script type=\"application/ld+json\">" + structuredData(world, *title) + "</script>\n<h1>"
                        + escaped(title->title) + "</h1><span>(" + QByteArray::number(title->year) + ")</span>\n");
}

}

HttpReply JustWatchFace::page(const HttpRequest &request)
{
    if (request.path == "/robots.txt")
        return {.contentType = "text/plain", .body = "User-agent: *\nDisallow:\n"};
    const QByteArrayList words = request.path.mid(1).split('/');
    if (words.value(1) == "movie")
        return moviePage(m_world, request.path);
    return galleryPage(request, words);
}

HttpReply JustWatchFace::galleryPage(const HttpRequest &request, const QByteArrayList &words)
{
    QByteArray provider;
    if (words.value(1) == "provider") {
        const auto known = std::ranges::find(m_world.providers, words.value(2), &Provider::slug);
        if (known == m_world.providers.end())
            return http::html(404, "Not found");
        provider = known->shortName;
    }
    if (words.last() != "movies" && words.value(1) != "provider")
        return http::html(404, "Not found");
    const auto &all = titles(gallery::filterOfAddress(request.query, QString::fromUtf8(provider)), "POPULAR");
    const qsizetype first = (std::max(request.query.value("page", "1").toInt(), 1) - 1) * qsizetype(CardsOnAPage);
    QByteArray cards = "<div class=\"title-list\"><div class=\"title-list-grid\">\n";
    for (qsizetype i = first; i < std::min(first + CardsOnAPage, all.size()); ++i)
        appendCard(cards, m_world.titles[all[i]]);
    return document(provider + " movies", cards + "</div></div>\n");
}

}
