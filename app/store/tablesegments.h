#pragma once

#include "store/tableseek.h"

/// A walked order as pieces of an index that stand behind each other: the rows with a value, then those without.
namespace segments {

struct Segment
{
    QString where; ///< SQL, empty for all rows
    QStringList columns; ///< SQL, by which its rows are ordered: a value, if there is one, and the key
    bool isDescending = false;
    bool isUnknown = false; ///< its rows have no value
};

/// In the order in which they are walked through.
QList<Segment> of(const Connection &connection, const table::Outline &outline, bool isBackwards = false);
/// Of these, the one that a position stands in: its place.
qsizetype placeOf(const QList<Segment> &segments, const table::Outline &outline, const seek::Position &position);

/// "SELECT … FROM … WHERE … ORDER BY … LIMIT … OFFSET …" of one of them, behind a position.
condition::Sql select(const Connection &connection, const table::Outline &outline, const Segment &segment,
                      const QString &columns, const seek::Position &after, qint64 limit, qint64 skip);
/// How many rows it has behind a position, none or all.
condition::Sql count(const Connection &connection, const table::Outline &outline, const Segment &segment,
                     const seek::Position &after);

}
