#pragma once

#include "store/enums.h"
#include "store/library.h"

/// What waits for a loop.
namespace waiting {

/// Items that wait in a stage, of one gallery or of all, and need not wait longer: the longest waiting first. As values
/// to be bound.
Result<QVariantList> items(Connection &connection, std::optional<GalleryId> gallery, Stage stage,
                           const library::Wanted &wanted);

}
