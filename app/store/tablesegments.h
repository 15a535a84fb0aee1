#pragma once

#include "store/tableseek.h"

/// A walked order as pieces of an index that stand behind each other: the rows with a value, then those without.
namespace segments {

struct Segment
{
    condition::Sql where; ///< empty for all rows
    QStringList columns; ///< SQL, by which its rows are ordered: a value, if there is one, and the key
    bool isDescending = false;
};

/// In the order in which they are walked through: all, or those behind a position. The rows that share its value stand
/// in one of their own, for an index finds its place only by equal values or by one that is greater.
QList<Segment> behind(const Connection &connection, const table::Outline &outline, const seek::Position &position,
                      bool isBackwards = false);

/// "SELECT … FROM … WHERE … ORDER BY … LIMIT … OFFSET …" of one of them.
condition::Sql select(const Connection &connection, const table::Outline &outline, const Segment &segment,
                      const QString &columns, qint64 limit, qint64 skip);
/// How many rows it has.
condition::Sql count(const Connection &connection, const table::Outline &outline, const Segment &segment);

}
