#include "gallery/justwatchitem.h"

#include "data/externalid.h"
#include "data/itemlist.h"
#include "data/plaintext.h"
#include "gallery/justwatchanswer.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals;

namespace {

constexpr int EarliestYear = 1870;
constexpr int LatestYear = 2100;
constexpr int LongestRuntime = 100'000; // minutes
constexpr qsizetype LongestTitle = 1000;

const QString Www = u"https://www.justwatch.com"_s;

std::optional<QString> known(const QJsonValue &value)
{
    const QString text = plaintext::of(value.toString()).simplified();
    return text.isEmpty() ? std::nullopt : std::optional(text);
}

/// The entries of a node that are odd are said with its id.
class Notes
{
public:
    Notes(QString key, QList<Error> &notes)
        : m_key(std::move(key))
        , m_notes(notes)
    {
    }

    void odd(const QString &field, const QString &value)
    {
        m_notes.append({.kind = Error::Kind::Malformed,
                        .message = u"The %1 of %2 cannot be: “%3”."_s.arg(field, m_key, value.left(40)),
                        .detail = Www});
    }

    std::optional<QString> id(const QJsonValue &ids, const QString &field,
                              std::optional<QString> (*check)(const QString &))
    {
        const auto text = known(ids[field]);
        const auto id = text ? check(*text) : text;
        if (text && !id)
            odd(field, *text);
        return id;
    }

    /// 0 stands for unknown.
    std::optional<int> number(const QJsonValue &content, const QString &field, int least, int most)
    {
        const double number = content[field].toDouble();
        if (number >= least && number <= most)
            return int(number);
        if (number != 0)
            odd(field, QString::number(number));
        return {};
    }

private:
    QString m_key;
    QList<Error> &m_notes;
};

QStringList credited(const QJsonValue &content, QLatin1StringView role)
{
    QStringList names;
    for (const auto credits = content["credits"_L1].toArray(); const QJsonValue credit : credits) {
        const auto name = known(credit["name"_L1]);
        if (name && credit["role"_L1].toString() == role && !names.contains(*name))
            names.append(*name);
    }
    return names;
}

bool isCountry(const QString &code)
{
    const auto isCapital = [](QChar c) { return c >= u'A' && c <= u'Z'; };
    return code.size() == 2 && std::ranges::all_of(code, isCapital) && code != "XX"_L1; // XX: unknown
}

QStringList countries(const QJsonValue &content)
{
    QStringList codes;
    for (const auto list = content["productionCountries"_L1].toArray(); const QJsonValue code : list)
        if (isCountry(code.toString()))
            codes.append(code.toString());
    return codes;
}

std::optional<int> votes(const QJsonValue &content)
{
    const QJsonValue votes = content["scoring"_L1]["imdbVotes"_L1];
    return votes.isDouble() ? std::optional(votes.toInt()) : std::nullopt;
}

QUrl pageUrl(const QString &fullPath)
{
    return fullPath.startsWith(u'/') && !fullPath.startsWith("//"_L1) ? QUrl(Www + fullPath) : QUrl();
}

Item itemFrom(const QJsonObject &node, Notes &notes)
{
    const QJsonValue content = node["content"_L1];
    const QJsonValue ids = content["externalIds"_L1];
    return {.source = u"justwatch"_s,
            .key = plaintext::of(node["id"_L1].toString()),
            .title = known(content["title"_L1]).value_or(QString()),
            .originalTitle = known(content["originalTitle"_L1]),
            .year = notes.number(content, u"originalReleaseYear"_s, EarliestYear, LatestYear),
            .runtime = notes.number(content, u"runtime"_s, 1, LongestRuntime),
            .votes = votes(content),
            .imdbId = notes.id(ids, u"imdbId"_s, externalid::imdb),
            .tmdbId = notes.id(ids, u"tmdbId"_s, externalid::tmdb),
            .wikidataId = notes.id(ids, u"wikidataId"_s, externalid::wikidata),
            .directors = credited(content, "DIRECTOR"_L1),
            .cast = credited(content, "ACTOR"_L1),
            .countries = countries(content),
            .url = pageUrl(content["fullPath"_L1].toString()),
            .posterUrl = justwatch::pictureUrl(content["posterUrl"_L1].toString(), u"s718"_s, u"jpg"_s)};
}

}

bool justwatch::isMovie(const QJsonObject &node)
{
    const QString type = node["objectType"_L1].toString();
    return type.isEmpty() ? node["id"_L1].toString().startsWith("tm"_L1) : type == "MOVIE"_L1;
}

Result<Item> justwatch::readItem(const QJsonObject &node, const Gallery &gallery, const QDateTime &at,
                                 QList<Error> &notes)
{
    Notes ofThis(plaintext::of(node["id"_L1].toString()), notes);
    Item item = itemFrom(node, ofThis);
    if (item.title.isEmpty() || item.title.size() > LongestTitle)
        return fail(Error::Kind::Malformed, u"JustWatch lists a movie without a title."_s, item.key);
    if (item.key.isEmpty() || item.key.size() > 64)
        return fail(Error::Kind::Malformed, u"JustWatch lists “%1” without its id."_s.arg(item.title), Www);
    item.listId = itemlist::listId(item.source, item.key);
    item.gallery = gallery;
    item.crawledAt = at;
    item.node = QJsonDocument(node).toJson(QJsonDocument::Compact);
    return item;
}
