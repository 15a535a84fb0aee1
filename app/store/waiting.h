#pragma once

#include "store/connection.h"
#include "store/enums.h"

#include <QSet>

/// What waits for a loop.
namespace waiting {

/// Items that wait in a stage, of one gallery or of all, and need not wait longer: the longest waiting first, at most
/// `limit`, without those that are claimed. As values to be bound.
Result<QVariantList> items(Connection &connection, std::optional<GalleryId> gallery, Stage stage, int limit,
                           const QSet<ItemId> &claimed);

}
