#include "data/externalid.h"
#include "data/plaintext.h"
#include "gallery/htmlentries.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

constexpr int Deepest = 4; ///< a graph, its list, the entry, its movie
constexpr qsizetype Most = 10'000;

using Entry = htmlentries::Entry;

/// One or many: schema.org leaves it open.
QJsonArray listOf(const QJsonValue &value)
{
    if (value.isArray())
        return value.toArray();
    return value.isUndefined() || value.isNull() ? QJsonArray() : QJsonArray{value};
}

Entry::Kind kindOf(const QJsonObject &object, const QUrl &url)
{
    const QJsonArray types = listOf(object["@type"_L1]);
    if (types.contains(u"Movie"_s))
        return Entry::Kind::Movie;
    for (const QJsonValue type : types)
        if (type.toString().startsWith("TV"_L1))
            return Entry::Kind::Show;
    return htmlentries::kindOf(url);
}

std::optional<int> yearOf(const QJsonObject &object)
{
    for (const auto name : {"dateCreated"_L1, "datePublished"_L1}) {
        const int year = object[name].toString().left(4).toInt();
        if (year >= 1880 && year <= 2100)
            return year;
    }
    return {};
}

/// Minutes of "PT2H46M".
std::optional<int> minutesOf(const QString &duration)
{
    static const QRegularExpression form(u"^PT(?:(\\d{1,3})H)?(?:(\\d{1,4})M)?(?:\\d+S)?$"_s);
    const auto found = form.match(duration);
    const int minutes = found.captured(1).toInt() * 60 + found.captured(2).toInt();
    return minutes > 0 ? std::optional(minutes) : std::nullopt;
}

QString textOf(const QJsonValue &value)
{
    return plaintext::of(value.toString()).simplified();
}

QStringList namesOf(const QJsonValue &people)
{
    QStringList names;
    for (const auto list = listOf(people); const QJsonValue person : list) {
        const QString name = textOf(person.isString() ? person : person["name"_L1]);
        if (!name.isEmpty())
            names.append(name);
    }
    return names;
}

std::optional<QString> imdbOf(const QJsonValue &same)
{
    static const QRegularExpression id(u"imdb\\.com/title/(tt\\d+)"_s);
    for (const auto list = listOf(same); const QJsonValue link : list)
        if (const auto found = id.match(link.toString()); found.hasMatch())
            return externalid::imdb(found.captured(1));
    return {};
}

QUrl urlOf(const QJsonObject &object, const QUrl &base)
{
    const QString text = object["url"_L1].toString(object["@id"_L1].toString());
    return text.isEmpty() ? QUrl() : base.resolved(QUrl(text));
}

Entry entryOf(const QJsonObject &object, const QUrl &base)
{
    const QUrl url = urlOf(object, base);
    const QString title = textOf(object["name"_L1]);
    const auto year = yearOf(object);
    return {.kind = kindOf(object, url),
            .title = title,
            .url = url,
            .year = year ? year : htmlentries::yearOfSlug(url, title),
            .runtime = minutesOf(object["duration"_L1].toString()),
            .imdbId = imdbOf(object["sameAs"_L1]),
            .directors = namesOf(object["director"_L1]),
            .poster = htmlentries::picture(listOf(object["image"_L1]).first().toString())};
}

void collect(const QJsonValue &value, const QUrl &base, int depth, QList<Entry> &entries)
{
    if (depth > Deepest || entries.size() > Most)
        return;
    for (const auto list = listOf(value); const QJsonValue entry : list) {
        const QJsonObject object = entry.toObject();
        if (object.contains("item"_L1) && object["item"_L1].isObject()) {
            collect(object["item"_L1], base, depth + 1, entries);
            continue;
        }
        collect(object["@graph"_L1], base, depth + 1, entries);
        collect(object["itemListElement"_L1], base, depth + 1, entries);
        const Entry read = entryOf(object, base);
        if (read.kind != Entry::Kind::Unclear && !read.title.isEmpty())
            entries.append(read);
    }
}

}

QList<htmlentries::Entry> htmlentries::linkedData(const QList<HtmlTree::Element> &elements, const QUrl &base)
{
    QList<Entry> entries;
    for (const auto &element : elements) {
        if (element.name() != "script"_L1 || element.attribute("type").trimmed() != "application/ld+json"_L1)
            continue;
        const auto document = QJsonDocument::fromJson(element.text().toUtf8());
        collect(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()), base, 0, entries);
    }
    return entries;
}
