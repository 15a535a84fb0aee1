#include "store/holds.h"

#include "store/leases.h"
#include "store/workers.h"

using namespace Qt::Literals;

namespace {

Result<std::optional<QString>> holder(Connection &connection, ItemId item)
{
    return connection.first(u"SELECT w.name FROM leases l JOIN workers w ON w.worker_id = l.worker_id "
                            "WHERE l.item_id = ? AND l.purpose = 'review'"_s,
                            {item.value}, [](const Rows &row) { return row.value(0).toString(); });
}

}

Result<std::optional<QString>> holds::turnTo(Connection &connection, WorkerId worker, ItemId item)
{
    return connection.atomically([&] {
        return giveBack(connection, worker)
            .and_then([&] { return leases::take(connection, worker, leases::Purpose::Review, {item.value}); })
            .and_then([&](const QVariantList &taken) {
                return taken.isEmpty() ? holder(connection, item) : Result<std::optional<QString>>(std::nullopt);
            });
    });
}

Result<> holds::giveBack(Connection &connection, WorkerId worker)
{
    return connection.run(u"DELETE FROM leases WHERE worker_id = ? AND purpose = 'review'"_s, {worker.value});
}
