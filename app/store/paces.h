#pragma once

#include "store/connection.h"
#include "store/workerid.h"

#include <chrono>

/// The pace to each group of hosts, shared by all who work on the database.
namespace paces {

using std::chrono::milliseconds;

/// A turn to ask: after the wait if there is a visit; without one it is to be asked for again after it.
struct Turn
{
    qint64 visit = 0;
    milliseconds wait{0};
};
/// Takes the next turn, an interval after the last one, unless so many are at their visit or the hosts asked for a
/// rest.
Result<Turn> take(Connection &connection, WorkerId worker, const QString &group, milliseconds interval, int atOnce);
/// Ends a visit.
Result<> end(Connection &connection, qint64 visit);

/// The hosts asked for a rest.
Result<> hold(Connection &connection, const QString &group, milliseconds rest);
/// How long they want to rest still.
Result<milliseconds> rest(Connection &connection, const QString &group);

}
