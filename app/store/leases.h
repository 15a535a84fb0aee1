#pragma once

#include "data/crawl.h"
#include "data/ids.h"
#include "store/connection.h"
#include "store/workerid.h"

/// Who works on which item, and who lists which gallery. A lease ends with the transaction that writes what came of the
/// work, or with its worker.
namespace leases {

/// Two kinds that do not shut each other out: what a loop works on, what a person looks at.
enum class Purpose { Work, Review };

/// Takes items; returns those that nobody else has. Inside a transaction.
Result<QVariantList> take(Connection &connection, WorkerId worker, Purpose purpose, const QVariantList &items);
/// Gives items back; returns those that were still the worker's.
Result<QList<ItemId>> give(Connection &connection, WorkerId worker, Purpose purpose, const QList<ItemId> &items);
/// The same where work was done on all of them: Cancelled, if another has one of them by now.
Result<> finish(Connection &connection, WorkerId worker, const QList<ItemId> &items);

/// Takes a crawl's listing, or keeps it. False while another has it.
Result<bool> takeListing(Connection &connection, WorkerId worker, CrawlId crawl);
Result<> giveListing(Connection &connection, WorkerId worker, CrawlId crawl);
/// Holds the listing until the transaction ends: Cancelled, if another has it by now.
Result<> needListing(Connection &connection, WorkerId worker, CrawlId crawl);

}
