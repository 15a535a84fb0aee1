#pragma once

#include "store/editing.h"

#include <QDateTime>

/// What people and crawls changed, read back and taken back: any act, any entry, at any time.
namespace edithistory {

/// One value or row that was changed.
struct Entry
{
    qint64 id = 0;
    qint64 batch = 0;
    editing::Kind kind = editing::Kind::Set;
    QString table;
    QString row;
    QString column; ///< of Set
    records::Cell before, after; ///< of a whole row its values, JSON
    QString who;
    QDateTime at;

    bool operator==(const Entry &) const = default;
};
/// Of a record and what hangs on it, the newest first.
Result<QList<Entry>> of(Connection &connection, const QString &table, const QString &key);

struct Act
{
    qint64 batch = 0;
    QString what;
    QString who;
    QDateTime at;

    bool operator==(const Act &) const = default;
};
/// The person's last act that holds, if there is one.
Result<std::optional<Act>> toUndo(Connection &connection, const QString &who);
/// The one that was undone last, unless another was done since.
Result<std::optional<Act>> toRedo(Connection &connection, const QString &who);

/// What to do with values that were changed since.
enum class OnClash { Ask, KeepTheirs, TakeMine };
/// Takes back an act, however old, by one more act.
Result<editing::Saved> undo(Connection &connection, qint64 batch, const QString &who, OnClash onClash = OnClash::Ask);
Result<editing::Saved> redo(Connection &connection, qint64 batch, const QString &who, OnClash onClash = OnClash::Ask);
/// Takes back one entry: the value of before is there again, as a person's. The act's key.
Result<qint64> restore(Connection &connection, qint64 entry, const QString &who);

}
