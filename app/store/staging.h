#pragma once

#include "store/editing.h"

#include <QDateTime>
#include <QSet>

/// Changes that a person has typed and not saved: kept as rows, so that they survive whatever happens to the window.
namespace staging {

struct Staged
{
    qint64 id = 0;
    editing::Change change;
    QDateTime at;

    bool operator==(const Staged &) const = default;
};

/// In the order in which they were typed.
Result<QList<Staged>> all(Connection &connection, const QString &who);

/// The same value again replaces what was typed before, and the value that is there already takes it back. Of a new row
/// (which gets a stand-in if it has none) values join those typed before. Returns the row's key or stand-in.
Result<QString> stage(Connection &connection, const editing::Change &change, const QString &who);
Result<> stage(Connection &connection, const QList<editing::Change> &changes, const QString &who);

/// With what refers to a new row that is not to be made.
Result<> takeBack(Connection &connection, const QSet<qint64> &ids, const QString &who);
Result<> takeBackAll(Connection &connection, const QString &who);

/// Saves these (all, if none is named) with the new rows that they refer to; what is saved is staged no more.
Result<editing::Saved> save(Connection &connection, const QString &who, const QSet<qint64> &ids = {});

/// A conflict is settled: in these columns mine is to stand against theirs, elsewhere theirs stays. Nothing is saved
/// yet.
Result<> settle(Connection &connection, const editing::Conflict &conflict, const QSet<QString> &mine,
                const QString &who);

}
