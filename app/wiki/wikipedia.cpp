#include "wiki/mediawiki.h"
#include "wiki/titles.h"
#include "wiki/wikiclient.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// The properties of a page that the search's form has; what an answer lacks is null.
QJsonObject searchPage(const QJsonObject &page)
{
    QJsonObject known;
    for (const auto name : {"id"_L1, "key"_L1, "title"_L1, "excerpt"_L1, "matched_title"_L1, "description"_L1})
        known[name] = page.contains(name) ? page[name] : QJsonValue::Null;
    known["thumbnail"_L1] = QJsonValue::Null;
    if (const QJsonObject image = page["thumbnail"_L1].toObject(); !image.isEmpty()) {
        QJsonObject thumbnail;
        for (const auto name : {"mimetype"_L1, "width"_L1, "height"_L1, "duration"_L1, "url"_L1})
            thumbnail[name] = image.contains(name) ? image[name] : QJsonValue::Null;
        known["thumbnail"_L1] = thumbnail;
    }
    return known;
}

/// Older answers have `terms` instead of `description`.
QString descriptionOf(const QJsonObject &page)
{
    const auto description = page["description"_L1];
    return description.isString() ? description.toString() : page["terms"_L1]["description"_L1][0].toString();
}

std::optional<QUrl> thumbnailOf(const QJsonObject &page)
{
    const QUrl url(page["thumbnail"_L1]["source"_L1].toString());
    const bool usable = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    return usable ? std::optional(url) : std::nullopt;
}

/// What can be said before the Wikidata item is known.
void judge(Candidate &candidate, const QJsonObject &page)
{
    const bool infobox = !page["templates"_L1].toArray().isEmpty();
    if (page["pageprops"_L1].toObject().contains("disambiguation"_L1)) {
        candidate.film = false;
        candidate.type = u"disambiguation page"_s;
    } else if (infobox || !candidate.description.isEmpty()) {
        candidate.film = wikipedia::looksLikeFilm(candidate.title, candidate.description, infobox);
        candidate.type = *candidate.film ? u"film"_s : QString();
    }
}

Candidate candidateOf(const QJsonObject &page)
{
    Candidate candidate{.page = {page["pageid"_L1].toInteger()},
                        .key = wikipedia::keyOf(page["title"_L1].toString()),
                        .title = page["title"_L1].toString(),
                        .description = descriptionOf(page),
                        .excerpt = page["snippet"_L1].toString(),
                        .thumbnail = thumbnailOf(page),
                        .rank = page["index"_L1].toInt()};
    if (const QString item = page["pageprops"_L1]["wikibase_item"_L1].toString(); !item.isEmpty())
        candidate.wikidataId = item;
    if (const QString redirect = page["redirecttitle"_L1].toString(); !redirect.isEmpty())
        candidate.matchedTitle = redirect;
    judge(candidate, page);
    return candidate;
}

bool exists(const QJsonObject &page)
{
    return !page.contains("missing"_L1) && !page.contains("invalid"_L1) && page["pageid"_L1].toInteger() > 0;
}

QList<Candidate> candidatesOf(const QJsonObject &query)
{
    QList<Candidate> candidates;
    for (const auto &page : query["pages"_L1].toArray()) {
        if (exists(page.toObject()))
            candidates.append(candidateOf(page.toObject()));
    }
    return candidates;
}

}

Result<QJsonObject> wikipedia::parseSearch(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    if (!(*root)["pages"_L1].isArray())
        return fail(Error::Kind::Malformed, u"The search's answer lists no pages: its form may have changed."_s);
    QJsonArray pages;
    for (const auto &page : (*root)["pages"_L1].toArray())
        pages.append(searchPage(page.toObject()));
    return QJsonObject{{u"how_many"_s, pages.size()}, {u"pages"_s, pages}};
}

Result<QList<Candidate>> wikipedia::parseCandidates(const QByteArray &body)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonObject query = (*root)["query"_L1].toObject(); // not there when nothing was found
    auto candidates = candidatesOf(query);
    std::ranges::stable_sort(candidates, {}, &Candidate::rank); // the wiki orders by page number
    return candidates;
}

Result<QList<Candidate>> wikipedia::parseProbe(const QByteArray &body, const QStringList &titles)
{
    const auto root = mediawiki::parse(body);
    if (!root)
        return std::unexpected(root.error());
    const QJsonObject query = (*root)["query"_L1].toObject();
    QHash<QString, Candidate> byTitle;
    for (const Candidate &candidate : candidatesOf(query))
        byTitle.insert(candidate.title, candidate);

    const auto leads = leadsTo(query);
    QList<Candidate> found;
    for (const QString &title : titles) {
        const auto candidate = byTitle.constFind(follow(leads, cleanTitle(title)));
        if (candidate == byTitle.cend())
            continue;
        found.append(*candidate);
        if (candidate->title != title)
            found.last().matchedTitle = title;
    }
    return found;
}

QString wikipedia::keyOf(const QString &title)
{
    const QString underscored = QString(title).replace(u' ', u'_');
    return QString::fromLatin1(QUrl::toPercentEncoding(underscored, "!$()*,/:;@~")); // as wfUrlencode() leaves them
}

QString wikipedia::plainWords(const QString &title)
{
    static const QRegularExpression operators(u"[\"~*?\\\\:|<>\\[\\]{}]|(^|\\s)[-!+]+(?=\\S)"_s);
    return QString(title).replace(operators, u" "_s).simplified();
}
