#include "jobs/listing.h"

#include "gallery/file.h"
#include "gallery/htmlpage.h"
#include "gallery/justwatch.h"
#include "store/database.h"
#include "store/library.h"

#include <QCoroFuture>

using namespace Qt::Literals;

namespace {

const QString PageCursor = u"page:"_s; ///< a cursor of HTML pages, not of the API
constexpr qsizetype FileChunk = 1000; ///< items of a file in one transaction

bool isHtml(const Slice &slice)
{
    return slice.cursor.startsWith(PageCursor);
}

QCoro::Task<Result<gallery::Page>> fetch(std::shared_ptr<Run> run, Slice slice)
{
    const Gallery &gallery = run->crawl.gallery;
    if (isHtml(slice)) {
        auto page
            = co_await htmlpage::fetch(run->services.http, gallery, slice.cursor.sliced(PageCursor.size()).toInt(),
                                       run->stop(), run->services.origins);
        if (page && !page->cursor.isEmpty())
            page->cursor.prepend(PageCursor);
        co_return page;
    }
    co_return co_await justwatch::fetch(run->services.http, run->services.origins, gallery,
                                        {.from = slice.from, .until = slice.until}, slice.cursor, run->stop());
}

/// The API says no at once: the pages for people are the second way in.
bool mayTurnToPages(const Run &run, const Slice &slice, const Error &error)
{
    return error.kind == Error::Kind::Refused && slice.seen == 0 && !slice.from && !slice.until && !isHtml(slice)
        && run.crawl.gallery.source == "justwatch"_L1;
}

QList<Note> notesOf(const gallery::Page &page)
{
    QList<Note> notes;
    for (const Error &error : page.errors + page.notes)
        notes.append({.subject = u"Gallery"_s, .error = error, .at = QDateTime::currentDateTimeUtc()});
    return notes;
}

/// No more titles than the crawl's limit; the listing is then complete.
QList<Item> within(Crawl &crawl, QList<Item> items)
{
    if (!crawl.limit)
        return items;
    const int room = std::max(0, *crawl.limit - crawl.listed);
    if (items.size() >= room) {
        items.resize(room);
        crawl.slices.clear();
    }
    return items;
}

QCoro::Task<bool> keep(std::shared_ptr<Run> run, QList<Item> items, QList<Note> notes)
{
    for (const Note &note : notes)
        run->job->note(note);
    const auto kept = co_await run->database().run([crawl = run->crawl, items, notes](Connection &connection) {
        return library::add(connection, crawl, items, notes).and_then([&] {
            return library::crawl(connection, crawl.id);
        });
    });
    if (!kept) {
        run->fail(kept.error());
        co_return false;
    }
    run->crawl.listed = kept->listed;
    run->tell();
    co_return true;
}

/// A question too large for the API's window becomes two.
bool splitLarge(Crawl &crawl, const Slice &slice, const gallery::Page &page)
{
    if (isHtml(slice) || slice.seen > 0 || page.total.value_or(0) < justwatch::Window)
        return false;
    const auto halves = justwatch::split({.from = slice.from, .until = slice.until});
    if (!halves)
        return false;
    crawl.slices.removeFirst();
    for (const auto &half : {halves->second, halves->first})
        crawl.slices.prepend({.from = half.from, .until = half.until});
    return true;
}

QString sumOf(const Slice &slice)
{
    return u"The gallery says %1 titles and showed %2."_s.arg(*slice.expected).arg(slice.seen);
}

/// Takes one page into the crawl: what it held, and where it goes on.
QCoro::Task<bool> take(std::shared_ptr<Run> run, gallery::Page page)
{
    Crawl &crawl = run->crawl;
    Slice &slice = crawl.slices.first();
    QList<Note> notes = notesOf(page);
    if (slice.seen == 0)
        slice.expected = page.total;
    if (!crawl.total)
        crawl.total = page.total;
    slice.seen += int(page.items.size() + page.errors.size()) + page.skipped + page.duplicates;
    slice.cursor = page.cursor;
    if (page.cursor.isEmpty()) {
        if (slice.expected && *slice.expected != slice.seen)
            notes.append({.subject = u"Gallery"_s,
                          .error = {.kind = Error::Kind::Malformed, .message = sumOf(slice)},
                          .at = QDateTime::currentDateTimeUtc()});
        crawl.slices.removeFirst();
    }
    const auto items = within(crawl, std::move(page.items));
    co_return co_await keep(run, items, notes);
}

QCoro::Task<bool> listPage(std::shared_ptr<Run> run)
{
    Slice &slice = run->crawl.slices.first();
    auto page = co_await fetch(run, slice);
    if (!page && mayTurnToPages(*run, slice, page.error())) {
        co_await run->note(u"Gallery"_s, page.error());
        slice.cursor = PageCursor + u'1';
        co_return true;
    }
    if (!page) {
        if (page.error().kind != Error::Kind::Cancelled)
            run->fail(page.error());
        co_return false;
    }
    if (!run->crawl.total)
        run->crawl.total = page->total;
    if (splitLarge(run->crawl, slice, *page))
        co_return true;
    co_return co_await take(run, *std::move(page));
}

QCoro::Task<> listFile(std::shared_ptr<Run> run)
{
    auto read = co_await QtConcurrent::run([path = run->crawl.gallery.provider] { return galleryfile::read(path); });
    if (!read) {
        run->fail(read.error());
        co_return;
    }
    run->crawl.slices.clear();
    const auto items = within(run->crawl, std::move(read->items));
    run->crawl.total = int(items.size());
    const auto open = run->crawl.slices;
    for (qsizetype from = 0; from < items.size() || from == 0; from += FileChunk) {
        const bool isLast = from + FileChunk >= items.size();
        run->crawl.slices = isLast ? open : QList{Slice{}}; // killed in between, the file is read again
        if (!co_await keep(run, items.mid(from, FileChunk), from == 0 ? notesOf(*read) : QList<Note>{}))
            co_return;
    }
}

QCoro::Task<> listPages(std::shared_ptr<Run> run)
{
    while (!run->crawl.slices.isEmpty()) {
        if (!co_await run->job->mayGoOn() || run->stop().stop_requested())
            co_return;
        if (!co_await listPage(run))
            co_return;
    }
}

}

QCoro::Task<> list(std::shared_ptr<Run> run)
{
    const bool hasOpenSlices = !run->crawl.slices.isEmpty();
    if (hasOpenSlices && run->crawl.gallery.source == "file"_L1)
        co_await listFile(run);
    else
        co_await listPages(run);
    // Only a list that is kept whole tells what is gone.
    if (hasOpenSlices && run->crawl.slices.isEmpty() && !run->crawl.limit && !run->failure()) {
        const auto gone = co_await run->database().run(
            [id = run->crawl.id](Connection &connection) { return library::endListing(connection, id); });
        if (!gone)
            run->fail(gone.error());
    }
    run->end(Run::Stage::List);
}
