#pragma once

#include "store/editing.h"

/// The changes of one saving by their kinds, and what speaks against them before anything is written.
namespace wishes {

struct Wishes
{
    QList<editing::Change> inserts, sets, removes;
};

using Rows = QMap<std::pair<QString, QString>, records::Record>; ///< by table and key

/// Values that somebody else has changed since they were seen. `rows` are those that the wishes are about, as they are.
QList<editing::Conflict> conflicts(const Wishes &wishes, const Rows &rows);

/// The removals that have to go first: their rows have what others are to have, and only one row can. Invalid where
/// such a row stays, or two want the same. `goOn` is asked between the questions.
Result<QList<editing::Change>> inTheWay(Connection &connection, const Wishes &wishes,
                                        const std::function<Result<>()> &goOn);

/// Whether it refers to a row that has no key yet.
bool refersToNew(const records::Values &values);

/// Why a change cannot be saved, by its column.
std::unexpected<Error> refused(const editing::Change &change, const QString &column, const QString &fault);

}
