#include "cli/commands.h"
#include "cli/output.h"
#include "gallery/addressfilter.h"
#include "jobs/processes.h"
#include "store/database.h"
#include "store/library.h"
#include "store/workers.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

struct Status
{
    QList<std::pair<Gallery, Tally>> galleries;
    std::optional<Crawl> unfinished;
    QStringList atWork; ///< on it
};

Result<QStringList> namesAtWork(Connection &connection, CrawlId crawl)
{
    return workers::present(connection, crawl).transform([](const QList<workers::Worker> &present) {
        QStringList names;
        for (const auto &worker : present) {
            if (worker.machine != processes::machine() || processes::isRunning(worker.process))
                names.append(worker.name);
        }
        return names;
    });
}

Result<Status> readStatus(Connection &connection)
{
    Status status;
    const auto galleries = library::galleries(connection);
    if (!galleries)
        return std::unexpected(galleries.error());
    for (const Gallery &gallery : *galleries) {
        const auto tally = library::tally(connection, gallery.id);
        if (!tally)
            return std::unexpected(tally.error());
        status.galleries.append({gallery, *tally});
    }
    return library::unfinishedCrawl(connection)
        .and_then([&](const std::optional<Crawl> &crawl) {
            status.unfinished = crawl;
            return crawl ? namesAtWork(connection, crawl->id) : QStringList();
        })
        .transform([&](const QStringList &names) {
            status.atWork = names;
            return status;
        });
}

/// The part of a gallery that an address with filters shows is another gallery.
QString nameOf(const Gallery &gallery)
{
    if (gallery.filter.isEmpty())
        return gallery.name;
    return u"%1, %2"_s.arg(gallery.name, addressfilter::text(QUrlQuery(gallery.url)));
}

QJsonObject toJson(const Status &status, const QString &database)
{
    QJsonArray galleries;
    for (const auto &[gallery, tally] : status.galleries)
        galleries.append(QJsonObject{{u"name"_s, gallery.name},
                                     {u"address"_s, gallery.url.toString(QUrl::FullyEncoded)},
                                     {u"listed"_s, tally.listed},
                                     {u"open"_s, tally.open},
                                     {u"to_review"_s, tally.toReview},
                                     {u"failed"_s, tally.failed},
                                     {u"recorded"_s, tally.recorded},
                                     {u"gone"_s, tally.gone}});
    QJsonObject object{{u"database"_s, database}, {u"galleries"_s, galleries}};
    if (status.unfinished)
        object[u"unfinished"_s] = status.unfinished->gallery.name;
    if (!status.atWork.isEmpty())
        object[u"at_work"_s] = QJsonArray::fromStringList(status.atWork);
    return object;
}

QString inWords(const Crawl &crawl, const QStringList &atWork)
{
    if (atWork.isEmpty())
        return u"The crawl of %1 is not finished: start it again to go on."_s.arg(nameOf(crawl.gallery));
    return u"The crawl of %1 is under way; at work: %2."_s.arg(nameOf(crawl.gallery), atWork.join(u"; "_s));
}

void show(const Status &status, const QString &database)
{
    output::print(u"Database: "_s + database);
    if (status.galleries.isEmpty())
        output::print(u"Nothing was crawled yet. Try: cineteca-cli crawl sample"_s);
    for (const auto &[gallery, tally] : status.galleries)
        output::print(
            u"%1: %2 titles, %3 recorded, %4 to review, %5 failed, %6 not looked up, %7 gone"_s.arg(nameOf(gallery))
                .arg(tally.listed)
                .arg(tally.recorded)
                .arg(tally.toReview)
                .arg(tally.failed)
                .arg(tally.open)
                .arg(tally.gone));
    if (status.unfinished)
        output::print(inWords(*status.unfinished, status.atWork));
}

}

QCoro::Task<int> commands::status(Services services, bool json)
{
    const auto status = co_await services.database.read(readStatus);
    if (!status)
        co_return output::fail(status.error());
    const QString database = services.database.address();
    json ? output::print(toJson(*status, database)) : show(*status, database);
    co_return output::Done;
}
