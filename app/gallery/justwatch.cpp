#include "gallery/justwatch.h"

#include "gallery/justwatchanswer.h"
#include "gallery/justwatchitem.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::Literals;

namespace {

constexpr int EnoughOffers = 10; ///< titles whose offers tell whether the page is filtered

bool offers(const QJsonArray &offers, const QStringList &packages)
{
    return std::ranges::any_of(offers, [&](const QJsonValue &offer) {
        return packages.contains(offer["package"_L1]["shortName"_L1].toString());
    });
}

/// An unknown provider is no error to the API, which then lists everything there is in the country.
bool isUnfiltered(const QJsonArray &edges, const QString &provider)
{
    const QStringList packages = provider.split(u',');
    int others = 0;
    for (const QJsonValue edge : edges) {
        const QJsonArray list = edge["node"_L1]["offers"_L1].toArray();
        if (offers(list, packages))
            return false;
        others += list.isEmpty() ? 0 : 1;
    }
    return others >= EnoughOffers;
}

/// Movies of the edges, each once.
gallery::Page readEdges(const QJsonArray &edges, const Gallery &gallery)
{
    gallery::Page page;
    const auto now = QDateTime::currentDateTimeUtc();
    QSet<QString> keys;
    for (const QJsonValue edge : edges) {
        const QJsonObject node = edge["node"_L1].toObject();
        if (!node.isEmpty() && !justwatch::isMovie(node) && node.contains("objectType"_L1)) {
            ++page.skipped;
            continue;
        }
        auto item = justwatch::readItem(node, gallery, now, page.notes);
        if (!item)
            page.errors.append(item.error());
        else if (keys.contains(item->key))
            ++page.duplicates;
        else
            page.items.append(*std::move(item)), keys.insert(page.items.last().key);
    }
    return page;
}

QString nextCursor(const QJsonValue &titles)
{
    const QJsonValue info = titles["pageInfo"_L1];
    return info["hasNextPage"_L1].toBool() ? info["endCursor"_L1].toString() : QString();
}

Result<> check(const gallery::Page &page, const QJsonArray &edges, const Gallery &gallery)
{
    // Nothing found is an answer where it is counted; nothing shown of something is none.
    if (edges.isEmpty() && page.total != 0)
        return std::unexpected(gallery::noTitles(gallery.url));
    if (!edges.isEmpty() && page.errors.size() == edges.size())
        return fail(Error::Kind::Malformed,
                    u"None of the page's %1 titles can be read: its form has changed."_s.arg(edges.size()),
                    page.errors.first().message);
    if (gallery.source != "file"_L1 && isUnfiltered(edges, gallery.provider)) // a saved answer has no provider
        return fail(Error::Kind::Invalid,
                    u"JustWatch does not know the provider “%1” (any more) and lists the whole country. "
                    "Choose it again from the list of providers."_s.arg(gallery.provider),
                    gallery.url.toString());
    return {};
}

}

Result<gallery::Page> justwatch::parse(const QByteArray &body, const Gallery &gallery)
{
    const auto data = readData(body);
    if (!data)
        return std::unexpected(data.error());
    const QJsonValue titles = data->object["popularTitles"_L1];
    if (!titles["edges"_L1].isArray())
        return std::unexpected(gallery::noTitles(gallery.url));
    const QJsonArray edges = titles["edges"_L1].toArray();
    gallery::Page page = readEdges(edges, gallery);
    page.notes = data->notes + page.notes;
    page.cursor = nextCursor(titles);
    if (const QJsonValue total = titles["totalCount"_L1]; total.isDouble())
        page.total = total.toInt();
    return check(page, edges, gallery).transform([&] { return std::move(page); });
}
