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
struct Matched
{
    QByteArray lines;
    QStringList failures; ///< why a title could not be looked up, one reason a title
    qsizetype titles = 0;
};

void writeInto(Item &item, const Decision &decision, const WikiClient &wiki)
{
    const bool accepted = decision.verdict == Verdict::AcceptedByMachine || decision.verdict == Verdict::Accepted;
    if (accepted && decision.article)
        item.wikiUrl = wiki.articleUrl(*decision.article);
    if (accepted && decision.wikidataId)
        item.wikidataId = decision.wikidataId;
    if (decision.verdict == Verdict::LookupFailed)
        item.extra["lookup_error"_L1] = decision.reason;
}

Result<Matched> matchedLines(Connection &connection, const QList<Item> &items, const WikiClient &wiki)
{
    Matched matched{.titles = items.size()};
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
        writeInto(item, match->decision, wiki);
        if (match->decision.verdict == Verdict::LookupFailed)
            matched.failures.append(match->decision.reason);
        matched.lines += itemlist::toLine(item) + '\n';
    }
    return matched;
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

QCoro::Task<Result<Matched>> matchFile(Services services, QString file)
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
    const auto matched = co_await matchFile(services, file);
    if (!matched)
        co_return output::fail(matched.error());
    if (const auto done = write(matched->lines, out); !done)
        co_return output::fail(done.error());
    if (matched->failures.isEmpty())
        co_return output::Done;
    output::tell(u"cineteca-cli: %1 of %2 titles could not be looked up: %3"_s.arg(matched->failures.size())
                     .arg(matched->titles)
                     .arg(matched->failures.constFirst()));
    co_return output::Failed;
}
