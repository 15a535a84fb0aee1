#pragma once

#include "store/tableseek.h"

#include <functional>

namespace table {

/// What is seen of a table at once, and what the rest can be found by.
struct Look
{
    Outline outline;
    Keys keys; ///< of the first rows, at most seek::Step
    bool isAll = true; ///< and there are no others
    QList<Row> rows; ///< the first page
    seek::Size size; ///< of the table, whatever is looked for in it
    qint64 firstKey = 0; ///< where the key is a whole number, and the size but estimated
    qint64 lastKey = 0;
    QList<seek::Position> sample; ///< of a walked order: rows from all over the table, in that order
};
Result<Look> look(Connection &connection, const Query &query, qint64 page);

/// What is found out of all rows, piece by piece, each behind the one before.
struct Learnt
{
    bool isFirst = false; ///< what earlier pieces said is forgotten: where a server went away, learning begins anew
    Keys keys; ///< of rows that are listed
    QList<seek::Position> marks; ///< of rows that are walked along: every seek::Step-th
    std::optional<qint64> count; ///< with the last piece: how many there are
};
/// Goes through all rows of a look that was not all. Ends where `take` says no.
Result<> learn(Connection &connection, const Outline &outline, const std::function<bool(Learnt)> &take);

}
