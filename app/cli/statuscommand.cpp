#include "cli/commands.h"
#include "cli/output.h"
#include "store/database.h"
#include "store/library.h"

#include <QJsonArray>

using namespace Qt::Literals;

namespace {

struct Status
{
    QList<std::pair<Gallery, Tally>> galleries;
    std::optional<Crawl> unfinished;
};

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
    return library::unfinishedCrawl(connection).transform([&](const std::optional<Crawl> &crawl) {
        status.unfinished = crawl;
        return status;
    });
}

QJsonObject toJson(const Status &status, const QString &database)
{
    QJsonArray galleries;
    for (const auto &[gallery, tally] : status.galleries)
        galleries.append(QJsonObject{{u"name"_s, gallery.name},
                                     {u"listed"_s, tally.listed},
                                     {u"open"_s, tally.open},
                                     {u"to_review"_s, tally.toReview},
                                     {u"failed"_s, tally.failed},
                                     {u"recorded"_s, tally.recorded},
                                     {u"gone"_s, tally.gone}});
    QJsonObject object{{u"database"_s, database}, {u"galleries"_s, galleries}};
    if (status.unfinished)
        object[u"unfinished"_s] = status.unfinished->gallery.name;
    return object;
}

void show(const Status &status, const QString &database)
{
    output::print(u"Database: "_s + database);
    if (status.galleries.isEmpty())
        output::print(u"Nothing was crawled yet. Try: cineteca-cli crawl sample"_s);
    for (const auto &[gallery, tally] : status.galleries)
        output::print(
            u"%1: %2 titles, %3 recorded, %4 to review, %5 failed, %6 not looked up, %7 gone"_s.arg(gallery.name)
                .arg(tally.listed)
                .arg(tally.recorded)
                .arg(tally.toReview)
                .arg(tally.failed)
                .arg(tally.open)
                .arg(tally.gone));
    if (status.unfinished)
        output::print(
            u"The crawl of %1 is not finished: start it again to go on."_s.arg(status.unfinished->gallery.name));
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
