#pragma once

#include "store/library.h"
#include "store/waiting.h"

/// What waits in a stage, as a loop reads it.
inline Result<QList<Item>> toResolve(Connection &connection, GalleryId gallery, const library::Wanted &wanted)
{
    return waiting::items(connection, gallery, Stage::Listed, wanted).and_then([&](const QVariantList &items) {
        return library::toResolve(connection, items);
    });
}
inline Result<QList<library::Identified>> toMatch(Connection &connection, GalleryId gallery, Stage stage,
                                                  const library::Wanted &wanted)
{
    return waiting::items(connection, gallery, stage, wanted).and_then([&](const QVariantList &items) {
        return library::toMatch(connection, items);
    });
}
inline Result<QList<Match>> toRecord(Connection &connection, std::optional<GalleryId> gallery,
                                     const library::Wanted &wanted)
{
    return waiting::items(connection, gallery, Stage::Decided, wanted).and_then([&](const QVariantList &items) {
        return library::toRecord(connection, items);
    });
}
