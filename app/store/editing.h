#pragma once

#include "store/records.h"

#include <functional>

/// What people change in the tables: checked, saved in one transaction with its history, never silently over another's.
namespace editing {

enum class Kind { Set, Insert, Remove };

/// One thing that a person wants.
struct Change
{
    Kind kind = Kind::Set;
    QString table;
    QString row; ///< key; of a new row a stand-in ("new:7") by which other changes refer to it
    QString column; ///< of Set
    records::Cell before; ///< of Set: what was seen
    records::Cell after; ///< of Set
    records::Values values; ///< of Insert what is wanted, of Remove what was seen
    int version = 0; ///< row_version that was seen

    bool operator==(const Change &) const = default;
};

/// A value that somebody else has changed meanwhile.
struct Clash
{
    QString column;
    records::Cell before, theirs, mine;

    bool operator==(const Clash &) const = default;
};

/// A row that moved on while it was edited.
struct Conflict
{
    QString table;
    QString row;
    Kind kind = Kind::Set; ///< of my change
    bool isGone = false; ///< then there is nothing to choose from
    int version = 0; ///< of theirs
    QList<Clash> clashes;

    bool operator==(const Conflict &) const = default;
};

/// What became of it: all of it, or nothing because of conflicts.
struct Saved
{
    qint64 batch = 0; ///< the act; 0 where nothing was changed
    QHash<QString, QString> keys; ///< of new rows, by their stand-ins
    QList<Conflict> conflicts;

    bool operator==(const Saved &) const = default;
};

/// Told after each row how many are written; an error of it ends the saving.
using Pace = std::function<Result<>(qint64 rows)>;

/// Where a row moved on, but not in the values that are to be set, both hold. What is set or inserted is locked against
/// machines. Invalid for a value that cannot be, with its fault.
Result<Saved> save(Connection &connection, const QList<Change> &changes, const QString &who, const QString &what = {},
                   const Pace &pace = {});

/// The change as the statement that it means.
QString sql(const Change &change);

}
