#include "jobs/sharedpace.h"

#include "net/httpclient.h"
#include "net/wait.h"
#include "store/database.h"
#include "store/paces.h"

using namespace std::chrono;
using namespace std::chrono_literals;

namespace {

constexpr Turnstile::Ticket Alone = 0; ///< nothing was written that would have to be given back

}

SharedPace::SharedPace(Database &database)
    : m_database(database)
    , m_worker(database, workers::Task::Web)
{
}

QCoro::Task<std::optional<Turnstile::Ticket>> SharedPace::enter(PaceRule rule, std::stop_token stop)
{
    while (!stop.stop_requested()) {
        const auto turn = co_await take(rule);
        if (!turn && turn.error().kind == Error::Kind::Cancelled && m_worker.id()) {
            m_worker.forget();
            continue;
        }
        if (!turn) {
            qWarning().noquote() << "The pace cannot be shared:" << turn.error().message << turn.error().detail;
            co_return Alone;
        }
        co_await waitFor(turn->wait, stop);
        if (!turn->visit)
            continue;
        const auto left = turn->wait.count() > 0 ? co_await rest(rule.group) : 0ms;
        if (!stop.stop_requested() && left.count() == 0)
            co_return turn->visit;
        co_await leave(turn->visit);
        co_await waitFor(left, stop);
    }
    co_return std::nullopt;
}

QCoro::Task<Result<paces::Turn>> SharedPace::take(PaceRule rule)
{
    if (auto entered = co_await m_worker.enter(); !entered)
        co_return std::unexpected(std::move(entered).error());
    co_return co_await m_database.run([rule, worker = m_worker.id()](Connection &connection) {
        return paces::take(connection, worker, rule.group, rule.interval, rule.inFlight);
    });
}

/// A rest that the hosts have asked for, perhaps another program, since the turn was given.
QCoro::Task<milliseconds> SharedPace::rest(QString group)
{
    const auto left
        = co_await m_database.read([group](Connection &connection) { return paces::rest(connection, group); });
    co_return left.value_or(0ms);
}

QCoro::Task<> SharedPace::leave(Ticket ticket)
{
    if (ticket == Alone)
        co_return;
    const auto ended
        = co_await m_database.run([ticket](Connection &connection) { return paces::end(connection, ticket); });
    if (!ended)
        qWarning().noquote() << "A visit cannot be ended:" << ended.error().message << ended.error().detail;
}

void SharedPace::hold(const QString &group, milliseconds time)
{
    const auto ask = [group, time](Connection &connection) { return paces::hold(connection, group, time); };
    QCoro::connect(m_database.run(ask), &m_worker, [](const Result<> &held) {
        if (!held)
            qWarning().noquote() << "Others cannot be told to wait:" << held.error().message << held.error().detail;
    });
}
