#include "cli/commands.h"
#include "cli/interrupt.h"
#include "cli/output.h"
#include "cli/progressline.h"
#include "data/itemlist.h"
#include "gallery/file.h"
#include "jobs/crawling.h"
#include "store/database.h"
#include "store/library.h"
#include "wiki/wikiclient.h"

#include <QSaveFile>

using namespace Qt::Literals;

namespace {

/// The file's items in its order, with what was found written into them.
Result<QByteArray> matchedLines(Connection &connection, const QList<Item> &items, const WikiClient &wiki)
{
    QByteArray lines;
    for (Item item : items) {
        const auto stored = library::itemByKey(connection, item.source, item.key);
        if (!stored)
            return std::unexpected(stored.error());
        const std::optional<Item> &row = *stored;
        if (!row)
            return fail(Error::Kind::Storage, u"“%1” is not among the rows."_s.arg(item.title), item.key);
        const auto match = library::match(connection, row->id);
        if (!match)
            return std::unexpected(match.error());
        const Decision &decision = match->decision;
        const bool accepted = decision.verdict == Verdict::AcceptedByMachine || decision.verdict == Verdict::Accepted;
        if (accepted && decision.article)
            item.wikiUrl = wiki.articleUrl(*decision.article);
        if (accepted && decision.wikidataId)
            item.wikidataId = decision.wikidataId;
        lines += itemlist::toLine(item) + '\n';
    }
    return lines;
}

Result<> write(const QByteArray &lines, const QString &out)
{
    if (out.isEmpty()) {
        output::print(lines);
        return {};
    }
    QSaveFile file(out);
    if (!file.open(QIODevice::WriteOnly) || file.write(lines) != lines.size() || !file.commit())
        return fail(Error::Kind::Storage, u"The item list cannot be written: %1."_s.arg(file.errorString()), out);
    return {};
}

QCoro::Task<Result<QByteArray>> matchFile(Services services, QString file)
{
    const auto gallery = co_await crawling::find(services, file);
    if (!gallery)
        co_return std::unexpected(gallery.error());
    const auto page = galleryfile::read(file);
    if (!page)
        co_return std::unexpected(page.error());
    const auto crawl = co_await crawling::prepare(services, *gallery);
    if (!crawl)
        co_return std::unexpected(crawl.error());

    const auto job = std::make_shared<Job>();
    const Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, job.get(), &Job::stop);
    const ProgressLine line(*job);
    if (const auto tally = co_await crawling::run(job, services, crawl->id); !tally)
        co_return std::unexpected(tally.error());
    const WikiClient wiki(services.http, services.origins);
    co_return co_await services.database.run(
        [items = page->items, &wiki](Connection &connection) { return matchedLines(connection, items, wiki); });
}

}

QCoro::Task<int> commands::match(Services services, QString file, QString out)
{
    const auto lines = co_await matchFile(services, file);
    if (!lines)
        co_return output::fail(lines.error());
    if (const auto done = write(*lines, out); !done)
        co_return output::fail(done.error());
    co_return output::Done;
}
