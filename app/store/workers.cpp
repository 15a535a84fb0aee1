#include "store/workers.h"

#include "store/library.h"
#include "store/sql.h"
#include "store/sqlclock.h"

using namespace Qt::Literals;

namespace {

const QStringList Tasks{u"crawl"_s, u"record"_s, u"review"_s, u"web"_s}; // in the order of the enumerators

workers::Worker readWorker(const Rows &row)
{
    return {.id = {row.value(0).toLongLong()},
            .name = row.value(1).toString(),
            .task = workers::Task(std::max<qsizetype>(0, Tasks.indexOf(row.value(2).toString()))),
            .crawl = {row.value(3).toLongLong()},
            .machine = row.value(4).toString(),
            .process = row.value(5).toLongLong()};
}

Result<bool> isThere(Connection &connection, const QString &sql, const QVariantList &values)
{
    return connection.first(sql, values, [](const Rows &) { return true; }).transform([](std::optional<bool> found) {
        return found.has_value();
    });
}

/// Workers whose time is over.
Result<QVariantList> overdue(Connection &connection, std::chrono::milliseconds grace)
{
    const bool onServer = connection.engine() == Connection::Engine::PostgreSQL;
    const QString isBack = onServer
        ? u" AND pg_postmaster_start_time() < clock_timestamp() - ? * interval '1 millisecond'"_s
        : u" AND ? >= 0"_s;
    return connection.all(u"SELECT worker_id FROM workers WHERE alive_until < %1"_s.arg(sqlclock::now(connection))
                              + isBack,
                          {qint64(grace.count())}, [](const Rows &row) { return row.value(0); });
}

/// Whoever locks a worker's row ends it; another who wants to do the same leaves it to them.
Result<QVariantList> locked(Connection &connection, const QVariantList &ids)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return ids;
    return sql::where(connection, u"SELECT worker_id FROM workers WHERE worker_id IN %1 FOR UPDATE SKIP LOCKED"_s, ids,
                      [](const Rows &row) { return row.value(0); });
}

Result<> removeAll(Connection &connection, const QVariantList &ids)
{
    return sql::each(ids, [&](const QVariant &id) -> Result<> {
        for (const QString &table : {u"leases"_s, u"listings"_s, u"visits"_s, u"workers"_s}) {
            if (auto done = connection.run(u"DELETE FROM %1 WHERE worker_id = ?"_s.arg(table), {id}); !done)
                return done;
        }
        return {};
    });
}

}

Result<WorkerId> workers::enter(Connection &connection, const Worker &worker)
{
    return connection
        .insert(u"INSERT INTO workers (name, task, crawl_id, machine, process, started_at, alive_until) "
                "VALUES (?, ?, ?, ?, ?, ?, %1 + ?) RETURNING worker_id"_s.arg(sqlclock::now(connection)),
                {sql::text(worker.name), Tasks[int(worker.task)], sql::orNull(worker.crawl), sql::text(worker.machine),
                 worker.process, sql::time(QDateTime::currentDateTimeUtc()),
                 qint64(std::chrono::milliseconds(Life).count())})
        .transform([](qint64 id) { return WorkerId{id}; });
}

Result<bool> workers::renew(Connection &connection, WorkerId worker, std::chrono::milliseconds life)
{
    return isThere(connection,
                   u"UPDATE workers SET alive_until = %1 + ? WHERE worker_id = ? RETURNING worker_id"_s.arg(
                       sqlclock::now(connection)),
                   {qint64(life.count()), worker.value});
}

Result<> workers::need(Connection &connection, WorkerId worker)
{
    const QString lock = connection.engine() == Connection::Engine::PostgreSQL ? u" FOR KEY SHARE"_s : QString();
    const auto found
        = isThere(connection, u"SELECT worker_id FROM workers WHERE worker_id = ?"_s + lock, {worker.value});
    if (found && !*found)
        return fail(Error::Kind::Cancelled, u"This program was given up for dead, and others do its work."_s);
    return found.transform([](bool) { });
}

Result<> workers::leave(Connection &connection, WorkerId worker)
{
    return connection.atomically([&] { return removeAll(connection, {worker.value}); });
}

Result<> workers::bury(Connection &connection, const QList<WorkerId> &dead, std::chrono::milliseconds grace)
{
    return connection.atomically([&]() -> Result<> {
        auto ids = overdue(connection, grace);
        if (!ids)
            return std::unexpected(ids.error());
        for (const WorkerId id : dead)
            ids->append(id.value);
        return locked(connection, *ids).and_then([&](const QVariantList &mine) { return removeAll(connection, mine); });
    });
}

Result<QList<workers::Worker>> workers::present(Connection &connection, std::optional<CrawlId> crawl)
{
    return connection.all(
        u"SELECT worker_id, name, task, COALESCE(crawl_id, 0), machine, process FROM workers "
        "WHERE (crawl_id = ? OR CAST(? AS BIGINT) = 0) AND alive_until >= %1 ORDER BY worker_id"_s.arg(
            sqlclock::now(connection)),
        {crawl.value_or(CrawlId()).value, crawl.value_or(CrawlId()).value}, readWorker);
}

Result<> workers::leaveCrawl(Connection &connection, WorkerId worker, CrawlId crawl, CrawlState state,
                             const QString &error)
{
    return connection.atomically([&]() -> Result<> {
        const auto left = leave(connection, worker).and_then([&] { return bury(connection, {}); }).and_then([&] {
            return present(connection, crawl);
        });
        if (!left)
            return std::unexpected(left.error());
        if (!left->isEmpty() && state != CrawlState::Finished)
            return {};
        return library::setState(connection, crawl, state, error);
    });
}
