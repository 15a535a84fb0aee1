#pragma once

#include "data/match.h"
#include "store/connection.h"

/// Items with their candidates and their newest decision: those that `from` (a condition and an order over items i and,
/// if it joins them, gallery_items w) picks.
namespace matchrows {

Result<QList<Match>> read(Connection &connection, const QString &from, const QVariantList &values);
Result<QList<Match>> readWithoutCandidates(Connection &connection, const QString &from, const QVariantList &values);

}
