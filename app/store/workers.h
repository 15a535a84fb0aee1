#pragma once

#include "data/crawl.h"
#include "store/connection.h"
#include "store/workerid.h"

#include <chrono>

/// Programs at work on the database: each is a row that lives while it is renewed. With it end the leases on what it
/// had taken, so that others go on with that.
namespace workers {

/// How long a worker lives without being renewed: several times what a slow machine or network takes for it.
constexpr std::chrono::seconds Life{20};

enum class Task { Crawl, Record, Review, Web };

struct Worker
{
    WorkerId id;
    QString name; ///< for people: who, on which machine
    Task task = Task::Crawl;
    CrawlId crawl; ///< that it takes part in; zero for none
    QString machine; ///< tells machines apart, and what on one machine cannot see each other's processes
    qint64 process = 0;

    bool operator==(const Worker &) const = default;
};

Result<WorkerId> enter(Connection &connection, const Worker &worker);
/// False if it was given up for dead.
Result<bool> renew(Connection &connection, WorkerId worker, std::chrono::milliseconds life = Life);
/// Holds the worker alive until the transaction ends. Cancelled, if it was given up.
Result<> need(Connection &connection, WorkerId worker);
/// Ends it; what it had taken is free.
Result<> leave(Connection &connection, WorkerId worker);
/// Ends these, and all that were not renewed in time. Where a server was away nobody could renew anything: it has to be
/// back for the grace.
Result<> bury(Connection &connection, const QList<WorkerId> &dead, std::chrono::milliseconds grace = Life);

/// Who takes part in a crawl, or in anything.
Result<QList<Worker>> present(Connection &connection, std::optional<CrawlId> crawl = {});
/// Leaves a crawl; whoever leaves it last, or has finished it, says how it stands then.
Result<> leaveCrawl(Connection &connection, WorkerId worker, CrawlId crawl, CrawlState state,
                    const QString &error = {});

}
