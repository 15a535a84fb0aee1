#include "store/leases.h"

#include "store/sql.h"
#include "store/workers.h"

using namespace Qt::Literals;

namespace {

QString text(leases::Purpose purpose)
{
    return purpose == leases::Purpose::Work ? u"work"_s : u"review"_s;
}

Error taken()
{
    return {.kind = Error::Kind::Cancelled, .message = u"Another program does this work by now."_s};
}

}

Result<QVariantList> leases::take(Connection &connection, WorkerId worker, Purpose purpose, const QVariantList &items)
{
    if (items.isEmpty())
        return QVariantList();
    QList<QVariantList> rows;
    for (const QVariant &item : items)
        rows.append({item, text(purpose), worker.value});
    return workers::need(connection, worker).and_then([&] {
        return sql::insertAll(connection,
                              u"INSERT INTO leases (item_id, purpose, worker_id) VALUES %1 "
                              "ON CONFLICT (item_id, purpose) DO NOTHING RETURNING item_id"_s,
                              rows, [](const Rows &row) { return row.value(0); });
    });
}

Result<QList<ItemId>> leases::give(Connection &connection, WorkerId worker, Purpose purpose, const QList<ItemId> &items)
{
    QVariantList ids;
    for (const ItemId item : items)
        ids.append(item.value);
    return sql::where(
        connection, u"DELETE FROM leases WHERE worker_id = ? AND purpose = ? AND item_id IN %1 RETURNING item_id"_s,
        ids, [](const Rows &row) { return ItemId{row.value(0).toLongLong()}; }, {worker.value, text(purpose)});
}

Result<> leases::finish(Connection &connection, WorkerId worker, const QList<ItemId> &items)
{
    const auto given = give(connection, worker, Purpose::Work, items);
    if (given && given->size() < items.size())
        return std::unexpected(taken());
    return given.transform([](const QList<ItemId> &) { });
}

Result<bool> leases::takeListing(Connection &connection, WorkerId worker, CrawlId crawl)
{
    return connection.atomically([&]() -> Result<bool> {
        const auto holder = workers::need(connection, worker).and_then([&] {
            return connection.first(u"INSERT INTO listings (crawl_id, worker_id) VALUES (?, ?) "
                                    "ON CONFLICT (crawl_id) DO UPDATE SET worker_id = listings.worker_id "
                                    "RETURNING worker_id"_s,
                                    {crawl.value, worker.value},
                                    [](const Rows &row) { return WorkerId{row.value(0).toLongLong()}; });
        });
        return holder.transform([&](const std::optional<WorkerId> &one) { return one == worker; });
    });
}

Result<> leases::giveListing(Connection &connection, WorkerId worker, CrawlId crawl)
{
    return connection.run(u"DELETE FROM listings WHERE crawl_id = ? AND worker_id = ?"_s, {crawl.value, worker.value});
}

Result<> leases::needListing(Connection &connection, WorkerId worker, CrawlId crawl)
{
    const QString lock = connection.engine() == Connection::Engine::PostgreSQL ? u" FOR UPDATE"_s : QString();
    const auto holder = connection.first(u"SELECT worker_id FROM listings WHERE crawl_id = ?"_s + lock, {crawl.value},
                                         [](const Rows &row) { return WorkerId{row.value(0).toLongLong()}; });
    if (!holder)
        return std::unexpected(holder.error());
    return *holder == worker ? Result<>() : std::unexpected(taken());
}
