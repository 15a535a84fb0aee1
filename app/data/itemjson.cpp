#include "data/itemjson.h"

#include "data/externalid.h"
#include "data/itemlist.h"
#include "data/jsonfields.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

constexpr int EarliestYear = 1800;
constexpr int LatestYear = 2200;
constexpr int LongestRuntime = 100'000; // minutes; the longest film known takes 51,420

QJsonValue orNull(const std::optional<QString> &text)
{
    return text ? QJsonValue(*text) : QJsonValue();
}

QJsonValue orNull(std::optional<int> number)
{
    return number ? QJsonValue(*number) : QJsonValue();
}

QJsonValue orNull(const QUrl &url)
{
    return url.isEmpty() ? QJsonValue() : QJsonValue(url.toString(QUrl::FullyEncoded));
}

QJsonValue orNull(const QDateTime &time)
{
    return time.isValid() ? QJsonValue(time.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

/// Lists that the contract does not ask for are only written where they say something.
void setIfAny(QJsonObject &object, const QString &name, const QStringList &texts)
{
    if (!texts.isEmpty())
        object[name] = QJsonArray::fromStringList(texts);
}

QJsonObject toJson(const Gallery &gallery, QJsonObject object)
{
    object["source"_L1] = gallery.source;
    object["country"_L1] = gallery.country;
    object["provider"_L1] = gallery.provider;
    object["url"_L1] = orNull(gallery.url);
    return object;
}

/// What the object holds beyond this version comes back as the rest.
Gallery galleryFrom(JsonFields &fields, QJsonObject &rest)
{
    JsonFields inner = fields.object(u"gallery"_s);
    const Gallery gallery{.source = inner.text(u"source"_s).value_or(QString()),
                          .country = inner.text(u"country"_s).value_or(QString()),
                          .provider = inner.text(u"provider"_s).value_or(QString()),
                          .url = inner.url(u"url"_s).value_or(QUrl())};
    fields.adopt(inner);
    rest = inner.rest();
    return gallery;
}

bool isOfJustWatch(const Gallery &gallery)
{
    return gallery.source == "justwatch"_L1 || gallery.source == "html"_L1; // the keys are the same
}

/// Gives what only the file's writer could leave out.
void complete(Item &item)
{
    if (item.source.isEmpty())
        item.source = isOfJustWatch(item.gallery) ? u"justwatch"_s : u"file"_s;
    if (item.key.isEmpty())
        item.key = itemlist::keyOf(item);
    if (item.listId.isNull())
        item.listId = itemlist::listId(item.source, item.key);
}

Item itemFrom(JsonFields &fields)
{
    Item item{.source = fields.text(u"source"_s).value_or(QString()),
              .key = fields.text(u"key"_s).value_or(QString()),
              .listId = fields.uuid(u"movie_list_id"_s),
              .title = fields.text(u"title"_s).value_or(QString()),
              .originalTitle = fields.text(u"original_title"_s),
              .year = fields.number(u"year"_s, EarliestYear, LatestYear),
              .runtime = fields.number(u"runtime"_s, 1, LongestRuntime),
              .imdbId = fields.id(u"imdb_id"_s, externalid::imdb),
              .tmdbId = fields.id(u"tmdb_id"_s, externalid::tmdb),
              .wikidataId = fields.id(u"wikidata_id"_s, externalid::wikidata),
              .directors = fields.texts(u"directors"_s),
              .cast = fields.texts(u"cast"_s),
              .countries = fields.texts(u"countries"_s),
              .url = fields.url(u"jw_href"_s).value_or(QUrl()),
              .wikiUrl = fields.url(u"wiki_href"_s),
              .posterUrl = fields.url(u"poster_href"_s),
              .crawledAt = fields.time(u"crawled_at"_s)};
    fields.text(u"lookup_error"_s); // tells of the look-up that wrote it, not of the title
    QJsonObject ofGallery;
    item.gallery = galleryFrom(fields, ofGallery);
    item.extra = fields.rest();
    if (!ofGallery.isEmpty())
        item.extra["gallery"_L1] = ofGallery;
    return item;
}

}

QJsonObject itemjson::toJson(const Item &item)
{
    QJsonObject object = item.extra;
    object["source"_L1] = item.source;
    object["key"_L1] = item.key;
    object["movie_list_id"_L1]
        = (item.listId.isNull() ? itemlist::listId(item.source, item.key) : item.listId).toString(QUuid::WithoutBraces);
    object["title"_L1] = item.title;
    object["original_title"_L1] = orNull(item.originalTitle);
    object["year"_L1] = orNull(item.year);
    object["runtime"_L1] = orNull(item.runtime);
    object["imdb_id"_L1] = orNull(item.imdbId);
    object["tmdb_id"_L1] = orNull(item.tmdbId);
    object["wikidata_id"_L1] = orNull(item.wikidataId);
    object["directors"_L1] = QJsonArray::fromStringList(item.directors);
    setIfAny(object, u"cast"_s, item.cast);
    setIfAny(object, u"countries"_s, item.countries);
    object["jw_href"_L1] = orNull(item.url);
    object["wiki_href"_L1] = orNull(item.wikiUrl.value_or(QUrl()));
    if (item.posterUrl)
        object["poster_href"_L1] = orNull(*item.posterUrl);
    object["gallery"_L1] = ::toJson(item.gallery, object["gallery"_L1].toObject());
    object["crawled_at"_L1] = orNull(item.crawledAt);
    return object;
}

Result<Item> itemjson::fromJson(QJsonObject object)
{
    JsonFields fields(std::move(object));
    Item item = itemFrom(fields);
    if (const auto &problem = fields.problem())
        return std::unexpected(*problem);
    if (item.title.isEmpty())
        return fail(Error::Kind::Malformed, u"the title is missing."_s);
    complete(item);
    return item;
}
