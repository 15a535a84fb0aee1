#include "jobs/slicing.h"

using namespace Qt::Literals;

namespace {

const QString PageCursor = u"page:"_s; ///< a cursor of pages for people, not of the API

Note noteOf(const QString &sentence)
{
    return {.subject = u"Gallery"_s,
            .error = {.kind = Error::Kind::Malformed, .message = sentence},
            .at = QDateTime::currentDateTimeUtc()};
}

Slice sliceOf(const justwatch::Part &part)
{
    return {.from = part.from, .until = part.until, .genre = part.genre, .without = part.without};
}

QString yearsOf(const Slice &slice)
{
    if (slice.from && slice.until)
        return *slice.from == *slice.until ? QString::number(*slice.from)
                                           : u"%1 to %2"_s.arg(*slice.from).arg(*slice.until);
    return slice.from ? u"%1 and later"_s.arg(*slice.from) : u"%1 and earlier"_s.arg(slice.until.value_or(0));
}

/// "2019", or "2019 (genre drm)".
QString nameOf(const Slice &slice)
{
    if (!slice.genre.isEmpty())
        return u"%1 (genre %2)"_s.arg(yearsOf(slice), slice.genre);
    return slice.without.isEmpty() ? yearsOf(slice) : u"%1 (other genres)"_s.arg(yearsOf(slice));
}

/// What is odd about a part that came to its end.
QList<Note> endOf(const Slice &slice)
{
    if (slicing::isWhole(slice) || !slice.expected || *slice.expected == slice.seen)
        return {};
    return {noteOf(u"The gallery says that it has %1 titles of %2, and showed %3."_s.arg(*slice.expected)
                       .arg(nameOf(slice))
                       .arg(slice.seen))};
}

}

Slice slicing::first(const Gallery &gallery)
{
    return gallery.source == "html"_L1 ? firstPage() : Slice{};
}

Slice slicing::firstPage()
{
    return {.cursor = cursorOf(u"1"_s)};
}

std::optional<int> slicing::pageOf(const Slice &slice)
{
    if (!slice.cursor.startsWith(PageCursor))
        return {};
    return slice.cursor.sliced(PageCursor.size()).toInt();
}

QString slicing::cursorOf(const QString &page)
{
    return page.isEmpty() ? QString() : PageCursor + page;
}

bool slicing::isWhole(const Slice &slice)
{
    return partOf(slice) == justwatch::Part{};
}

justwatch::Part slicing::partOf(const Slice &slice)
{
    return {.from = slice.from, .until = slice.until, .genre = slice.genre, .without = slice.without};
}

bool slicing::split(Crawl &crawl, const gallery::Page &page)
{
    const Slice &slice = crawl.slices.first();
    if (pageOf(slice) || slice.seen > 0 || page.total.value_or(0) < justwatch::Window)
        return false;
    const auto parts = justwatch::split(crawl.gallery, partOf(slice));
    if (parts.isEmpty())
        return false;
    crawl.slices.removeFirst();
    for (qsizetype i = 0; i < parts.size(); ++i)
        crawl.slices.insert(i, sliceOf(parts[i]));
    return true;
}

QList<Note> slicing::advance(Crawl &crawl, const gallery::Page &page)
{
    Slice &slice = crawl.slices.first();
    const int entries = int(page.items.size() + page.errors.size()) + page.skipped + page.duplicates;
    if (slice.seen == 0)
        slice.expected = page.total;
    if (!crawl.total)
        crawl.total = page.total;
    slice.seen += entries;
    slice.cursor = page.cursor;
    // A page that reaches beyond what the API shows would come back empty.
    const bool isLast = page.cursor.isEmpty() || (!pageOf(slice) && slice.seen + entries >= justwatch::Shown);
    return isLast ? endOf(crawl.slices.takeFirst()) : QList<Note>();
}

std::optional<Note> slicing::shortfall(const Crawl &crawl, int unreadable)
{
    if (crawl.gallery.source == "file"_L1)
        return {}; // it was read whole
    if (!crawl.total && crawl.listed >= justwatch::Window)
        return noteOf(u"JustWatch shows fewer than 2,000 titles on its pages: this gallery may have more than the %1 "
                      "that were listed, and none counts as gone."_s.arg(crawl.listed));
    if (crawl.total && crawl.listed + unreadable < *crawl.total)
        return noteOf(
            u"The gallery says that it has %1 titles, and %2 were listed: none counts as gone."_s.arg(*crawl.total)
                .arg(crawl.listed));
    return {};
}
