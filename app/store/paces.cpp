#include "store/paces.h"

#include "store/sql.h"
#include "store/sqlclock.h"
#include "store/workers.h"

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr auto LookAgain = 100ms; ///< while all visits that are allowed at once are being made

/// As milliseconds of the database's clock.
struct State
{
    qint64 now = 0;
    qint64 next = 0; ///< turn
    qint64 heldUntil = 0;
};

/// The group's state, locked until the transaction ends.
Result<State> lock(Connection &connection, const QString &group)
{
    const auto state = connection.first(u"INSERT INTO paces (host_group, next_at, held_until) VALUES (?, 0, 0) "
                                        "ON CONFLICT (host_group) DO UPDATE SET next_at = paces.next_at "
                                        "RETURNING %1, next_at, held_until"_s.arg(sqlclock::now(connection)),
                                        {group}, [](const Rows &row) {
                                            return State{.now = row.value(0).toLongLong(),
                                                         .next = row.value(1).toLongLong(),
                                                         .heldUntil = row.value(2).toLongLong()};
                                        });
    return state.transform([](const std::optional<State> &found) { return found.value_or(State()); });
}

Result<bool> isFull(Connection &connection, const QString &group, int atOnce)
{
    return connection
        .insert(u"SELECT COUNT(*) FROM visits v JOIN workers w ON w.worker_id = v.worker_id "
                "WHERE v.host_group = ? AND w.alive_until >= %1"_s.arg(sqlclock::now(connection)),
                {group})
        .transform([&](qint64 visits) { return visits >= atOnce; });
}

Result<paces::Turn> visit(Connection &connection, WorkerId worker, const QString &group, qint64 at, qint64 now,
                          qint64 interval)
{
    return connection.run(u"UPDATE paces SET next_at = ? WHERE host_group = ?"_s, {at + interval, group})
        .and_then([&] {
            return connection.insert(u"INSERT INTO visits (host_group, worker_id) VALUES (?, ?) RETURNING visit_id"_s,
                                     {group, worker.value});
        })
        .transform([&](qint64 id) { return paces::Turn{.visit = id, .wait = paces::milliseconds(at - now)}; });
}

}

Result<paces::Turn> paces::take(Connection &connection, WorkerId worker, const QString &group, milliseconds interval,
                                int atOnce)
{
    return connection.atomically([&]() -> Result<Turn> {
        if (const auto here = workers::need(connection, worker); !here)
            return std::unexpected(here.error());
        const auto state = lock(connection, group);
        if (!state)
            return std::unexpected(state.error());
        if (state->heldUntil > state->now)
            return Turn{.wait = milliseconds(state->heldUntil - state->now)};
        const auto full = isFull(connection, group, atOnce);
        if (!full)
            return std::unexpected(full.error());
        if (*full)
            return Turn{.wait = LookAgain};
        return visit(connection, worker, group, std::max(state->now, state->next), state->now, interval.count());
    });
}

Result<> paces::end(Connection &connection, qint64 visit)
{
    return connection.run(u"DELETE FROM visits WHERE visit_id = ?"_s, {visit});
}

Result<> paces::hold(Connection &connection, const QString &group, milliseconds rest)
{
    return connection.atomically([&] {
        return lock(connection, group).and_then([&](const State &state) {
            return connection.run(u"UPDATE paces SET held_until = ? WHERE host_group = ?"_s,
                                  {std::max(state.heldUntil, state.now + rest.count()), group});
        });
    });
}

Result<paces::milliseconds> paces::rest(Connection &connection, const QString &group)
{
    return connection
        .insert(u"SELECT held_until - %1 FROM paces WHERE host_group = ?"_s.arg(sqlclock::now(connection)), {group})
        .transform([](qint64 left) { return milliseconds(std::max<qint64>(0, left)); });
}
