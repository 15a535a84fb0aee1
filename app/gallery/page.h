#pragma once

#include "data/item.h"
#include "data/result.h"

#include <QList>

#include <optional>

namespace gallery {

/// What one answer of a gallery held.
struct Page
{
    QList<Item> items; ///< movies only
    QList<Error> errors; ///< entries that could not be read, one each
    QList<Error> notes; ///< what was odd about entries that were read all the same
    std::optional<int> total; ///< size of the whole question, where the answer says it
    QString cursor; ///< where the next page begins; empty at the end
    int skipped = 0; ///< entries that are no movies
    int duplicates = 0; ///< entries that were there before
};

/// Nothing where titles should be.
inline Error noTitles(const QUrl &url)
{
    return {.kind = Error::Kind::Malformed,
            .message = QStringLiteral("The page lists no titles: blocked, or its form has changed."),
            .detail = url.toString()};
}

}
