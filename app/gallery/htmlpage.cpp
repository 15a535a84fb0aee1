#include "gallery/htmlpage.h"

#include "data/itemlist.h"
#include "gallery/htmlentries.h"

#include <QHash>
#include <QSet>
#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

constexpr qsizetype CardsOfAPage = 40; ///< a page with fewer is the last
constexpr int LastPage = 100; ///< JustWatch shows fewer than 2,000 titles of one question

using Entry = htmlentries::Entry;
using Elements = QList<HtmlTree::Element>;

bool isOfWeb(const QUrl &url)
{
    return url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
}

/// Where the page was on the web: a saved page says so itself.
QUrl baseOf(const Elements &elements, const QUrl &url)
{
    if (isOfWeb(url))
        return url;
    for (const auto &element : elements) {
        const QUrl canonical(element.attribute("href"));
        if (element.name() == "link"_L1 && element.attribute("rel") == "canonical"_L1 && isOfWeb(canonical))
            return canonical;
    }
    return QUrl(u"https://www.justwatch.com/"_s);
}

/// Cards, and what the page tells machines: of one title both together.
QList<Entry> entriesOf(const Elements &elements, const QUrl &base)
{
    QList<Entry> entries = htmlentries::cards(elements, base);
    QHash<QUrl, qsizetype> places;
    for (qsizetype i = 0; i < entries.size(); ++i)
        places.insert(entries[i].url, i);
    for (const Entry &entry : htmlentries::linkedData(elements, base)) {
        const auto place = places.constFind(entry.url);
        if (place == places.cend() || entry.url.isEmpty()) {
            entries.append(entry);
            continue;
        }
        Entry &card = entries[*place];
        card.year = entry.year ? entry.year : card.year;
        card.runtime = entry.runtime;
        card.imdbId = entry.imdbId;
        card.directors = entry.directors;
    }
    return entries;
}

Item itemOf(const Entry &entry, const Gallery &gallery, const QDateTime &at)
{
    Item item{.source = entry.url.host() == "www.justwatch.com"_L1 ? u"justwatch"_s : u"file"_s,
              .title = entry.title,
              .year = entry.year,
              .runtime = entry.runtime,
              .directors = entry.directors,
              .url = entry.url,
              .posterUrl = entry.poster,
              .gallery = gallery,
              .crawledAt = at};
    item.key = entry.id.isEmpty() ? itemlist::keyOf(item) : entry.id;
    item.listId = itemlist::listId(item.source, item.key);
    item.imdbId = entry.imdbId;
    return item;
}

std::optional<Error> problemOf(const Entry &entry)
{
    if (entry.title.isEmpty())
        return Error{.kind = Error::Kind::Malformed, .message = u"A card of the page has no title."_s};
    if (entry.kind == Entry::Kind::Unclear)
        return Error{.kind = Error::Kind::Malformed,
                     .message = u"The page does not say whether “%1” is a movie."_s.arg(entry.title.left(80))};
    return {};
}

gallery::Page pageOf(const QList<Entry> &entries, const Gallery &gallery)
{
    gallery::Page page;
    const auto now = QDateTime::currentDateTimeUtc();
    QSet<QString> keys;
    for (const Entry &entry : entries) {
        if (entry.kind == Entry::Kind::Show) {
            ++page.skipped;
        } else if (auto problem = problemOf(entry)) {
            problem->detail = entry.url.toString();
            page.errors.append(*problem);
        } else if (const Item item = itemOf(entry, gallery, now); keys.contains(item.key)) {
            ++page.duplicates;
        } else {
            keys.insert(item.key);
            page.items.append(item);
        }
    }
    return page;
}

int numberOf(const QUrl &url)
{
    return std::max(1, QUrlQuery(url).queryItemValue(u"page"_s).toInt());
}

/// A page behind the last one has the grid of a gallery, and nothing in it.
bool hasEmptyGrid(const Elements &elements)
{
    return std::ranges::any_of(elements, [](const auto &element) {
        return element.attribute("class").split(u' ').contains("title-list-grid"_L1);
    });
}

/// The next page's number, as long as pages are full.
QString nextOf(const QUrl &url, qsizetype entries, gallery::Page &page)
{
    const int number = numberOf(url);
    if (!isOfWeb(url) || entries < CardsOfAPage)
        return {};
    if (number < LastPage)
        return QString::number(number + 1);
    page.notes.append({.kind = Error::Kind::Malformed,
                       .message = u"The pages go on after the %1th: what they show is left out."_s.arg(LastPage),
                       .detail = url.toString()});
    return {};
}

}

Result<gallery::Page> htmlpage::parse(const QByteArray &html, const QUrl &url, const Gallery &gallery)
{
    const auto tree = HtmlTree::read(html);
    if (!tree)
        return std::unexpected(tree.error());
    const auto elements = tree->all();
    const auto entries = entriesOf(elements, baseOf(elements, url));
    if (entries.isEmpty() && numberOf(url) > 1 && hasEmptyGrid(elements))
        return gallery::Page{};
    if (entries.isEmpty())
        return std::unexpected(gallery::noTitles(url));
    gallery::Page page = pageOf(entries, gallery);
    page.cursor = nextOf(url, entries.size(), page);
    return page;
}
