#include "jobs/listing.h"

#include "gallery/file.h"
#include "gallery/htmlpage.h"
#include "gallery/justwatch.h"
#include "jobs/slicing.h"
#include "store/database.h"
#include "store/library.h"

#include <QCoroFuture>
#include <QFileInfo>

using namespace Qt::Literals;

namespace {

constexpr qsizetype FileChunk = 1000; ///< items of a file in one transaction

QCoro::Task<Result<gallery::Page>> fetch(std::shared_ptr<Run> run, Slice slice)
{
    const Gallery &gallery = run->crawl.gallery;
    if (const auto number = slicing::pageOf(slice)) {
        auto page = co_await htmlpage::fetch(run->services.http, gallery, *number, run->stop(), run->services.origins);
        if (page)
            page->cursor = slicing::cursorOf(page->cursor);
        co_return page;
    }
    co_return co_await justwatch::fetch(run->services.http, run->services.origins, gallery, slicing::partOf(slice),
                                        slice.cursor, run->stop());
}

/// The API says no at once: the pages for people are the second way in.
bool mayTurnToPages(const Run &run, const Slice &slice, const Error &error)
{
    return justwatch::turnsUsAway(error) && slice == Slice{} && run.crawl.gallery.source == "justwatch"_L1;
}

QList<Note> notesOf(const gallery::Page &page)
{
    QList<Note> notes;
    for (const Error &error : page.errors)
        notes.append({.subject = slicing::Unreadable, .error = error, .at = QDateTime::currentDateTimeUtc()});
    for (const Error &error : page.notes)
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

/// The crawl as it is after a page, and why titles may be missing.
struct Kept
{
    Crawl crawl;
    QList<Note> notes;
};

/// The listing is complete: what it did not show is gone, unless it may not have shown all.
Result<Kept> endListing(Connection &connection, const Crawl &crawl)
{
    const auto unreadable = library::countNotes(connection, crawl.id, slicing::Unreadable);
    if (!unreadable)
        return std::unexpected(unreadable.error());
    const auto shortfall = slicing::shortfall(crawl, *unreadable);
    if (!shortfall)
        return library::endListing(connection, crawl.id).transform([&](int) { return Kept{.crawl = crawl}; });
    const QList<Note> notes{*shortfall};
    return library::keepNotes(connection, crawl.id, notes).transform([&] {
        return Kept{.crawl = crawl, .notes = notes};
    });
}

/// What a page held, and where the crawl goes on, if its listing is still the worker's.
Result<Kept> keepPage(Connection &connection, WorkerId worker, const Crawl &crawl, const QList<Item> &items,
                      const QList<Note> &notes)
{
    return connection.atomically([&] {
        return leases::needListing(connection, worker, crawl.id)
            .and_then([&] { return library::add(connection, crawl, items, notes); })
            .and_then([&] { return library::crawl(connection, crawl.id); })
            .and_then([&](const Crawl &now) -> Result<Kept> {
                if (!now.slices.isEmpty() || now.limit)
                    return Kept{.crawl = now};
                return endListing(connection, now);
            });
    });
}

QCoro::Task<bool> keep(std::shared_ptr<Run> run, QList<Item> items, QList<Note> notes)
{
    for (const Note &note : notes)
        run->job->note(note);
    const auto kept = co_await run->database().run(
        [worker = run->worker.id(), crawl = run->crawl, items, notes](Connection &connection) {
            return keepPage(connection, worker, crawl, items, notes);
        });
    if (!kept && kept.error().kind == Error::Kind::Cancelled) {
        run->lists = false; // it was given up for dead, and another lists
        co_return false;
    }
    if (!kept) {
        run->fail(kept.error());
        co_return false;
    }
    for (const Note &note : kept->notes)
        run->job->note(note);
    run->crawl.listed = kept->crawl.listed;
    run->tell();
    co_return true;
}

/// Takes one page into the crawl: what it held, and where it goes on.
QCoro::Task<> take(std::shared_ptr<Run> run, gallery::Page page)
{
    const QList<Note> notes = notesOf(page) + slicing::advance(run->crawl, page);
    const auto items = within(run->crawl, std::move(page.items));
    co_await keep(run, items, notes);
}

QCoro::Task<> listPage(std::shared_ptr<Run> run)
{
    Slice &slice = run->crawl.slices.first();
    auto page = co_await fetch(run, slice);
    if (!page && mayTurnToPages(*run, slice, page.error())) {
        co_await run->note(u"Gallery"_s, page.error());
        slice = slicing::firstPage();
        co_return;
    }
    if (!page) {
        run->fail(page.error());
        co_return;
    }
    if (!run->crawl.total)
        run->crawl.total = page->total;
    if (!slicing::split(run->crawl, *page))
        co_await take(run, *std::move(page));
}

QCoro::Task<> listFile(std::shared_ptr<Run> run)
{
    auto read = co_await QtConcurrent::run([path = run->crawl.gallery.provider] { return galleryfile::read(path); });
    if (!read) {
        run->fail(read.error());
        co_return;
    }
    if (run->crawl.slices.isEmpty())
        co_return; // another has listed it
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

/// A file is listed where it is; whoever has it not, waits for what others read of it.
bool mayList(const Gallery &gallery)
{
    return gallery.source != "file"_L1 || QFileInfo(gallery.provider).isReadable();
}

Result<std::pair<bool, Crawl>> takeOrLook(Connection &connection, WorkerId worker, const Crawl &crawl)
{
    const auto taken = mayList(crawl.gallery) ? leases::takeListing(connection, worker, crawl.id) : Result<bool>(false);
    return taken.and_then([&](bool isOurs) {
        return library::crawl(connection, crawl.id).transform([&](const Crawl &now) { return std::pair(isOurs, now); });
    });
}

/// One worker lists. If it dies or pauses, another goes on where it was.
QCoro::Task<> takeListing(std::shared_ptr<Run> run)
{
    const auto found = co_await run->database().run(
        [worker = run->worker.id(), crawl = run->crawl](Connection &c) { return takeOrLook(c, worker, crawl); });
    if (found) {
        std::tie(run->lists, run->crawl) = *found;
        co_return;
    }
    if (found.error().kind != Error::Kind::Cancelled || run->stop().stop_requested())
        run->fail(found.error());
    else
        run->worker.forget();
}

QCoro::Task<> giveListing(std::shared_ptr<Run> run)
{
    if (!std::exchange(run->lists, false))
        co_return;
    const auto given
        = co_await run->database().run([worker = run->worker.id(), crawl = run->crawl.id](Connection &connection) {
              return leases::giveListing(connection, worker, crawl);
          });
    if (!given)
        run->fail(given.error());
}

}

QCoro::Task<> list(std::shared_ptr<Run> run)
{
    while (!run->crawl.slices.isEmpty()) {
        if (run->job->isPaused())
            co_await giveListing(run);
        if (!co_await run->job->mayGoOn() || run->stop().stop_requested())
            break;
        const int news = run->news();
        if (!run->lists)
            co_await takeListing(run);
        if (!run->lists)
            co_await run->newsAfter(news);
        else if (run->crawl.gallery.source == "file"_L1)
            co_await listFile(run);
        else if (!run->crawl.slices.isEmpty())
            co_await listPage(run);
    }
    run->end(Run::Stage::List);
}
