#pragma once

#include "data/match.h"

#include <QVariantList>

/// What an item's row repeats of the decision that holds, so that a review can filter by it.
namespace reviewcolumns {

/// A reason without what differs from title to title: quoted names, numbers, and what stands behind a colon. Cut at
/// 120 characters, since it is indexed.
QString kindOf(const QString &reason);

/// Columns of items, and their values after a decision; of an item that nobody has decided without one.
constexpr QStringView Set = u"reason = ?, who = ?, decided_on = ?";
QVariantList values(const std::optional<Decision> &decision);

}
