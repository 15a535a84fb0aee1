#pragma once

#include "store/enums.h"
#include "store/library.h"

/// What waits for a loop.
namespace waiting {

/// Items that wait in a stage, of one gallery or of all, and need not wait longer: the longest waiting first, and none
/// that somebody has taken. As values to be bound. With a worker they are its from now on.
Result<QVariantList> items(Connection &connection, std::optional<GalleryId> gallery, Stage stage,
                           const library::Wanted &wanted);

/// Before any are taken: whether there are as many as are wanted, and whether there are any at all, taken ones too.
struct Outlook
{
    bool enough = false;
    bool any = false;
};
Result<Outlook> look(Connection &connection, GalleryId gallery, Stage stage, int least);

}
