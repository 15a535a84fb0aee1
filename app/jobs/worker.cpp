#include "jobs/worker.h"

#include "jobs/processes.h"
#include "store/database.h"

#include <QCoreApplication>
#include <QCoroSignal>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr auto Pulse = workers::Life / 10;

struct Heard
{
    bool isAlive = false;
    QList<workers::Worker> present; ///< in the same crawl
};

/// The dead that this machine knows of need no time to be given up.
QList<WorkerId> deadAmong(const QList<workers::Worker> &all)
{
    QList<WorkerId> dead;
    for (const workers::Worker &one : all) {
        if (one.machine == processes::machine() && !processes::isRunning(one.process))
            dead.append(one.id);
    }
    return dead;
}

Result<> buryDead(Connection &connection)
{
    return workers::present(connection).and_then([&](const QList<workers::Worker> &all) {
        return workers::bury(connection, deadAmong(all));
    });
}

Result<Heard> listen(Connection &connection, const workers::Worker &self)
{
    const auto alive = workers::renew(connection, self.id).and_then([&](bool isAlive) {
        return buryDead(connection).transform([&] { return isAlive; });
    });
    if (!alive)
        return std::unexpected(alive.error());
    return workers::present(connection, self.crawl).transform([&](const QList<workers::Worker> &present) {
        return Heard{.isAlive = *alive, .present = present};
    });
}

Result<WorkerId> come(Connection &connection, const workers::Worker &self)
{
    return buryDead(connection).and_then([&] { return workers::enter(connection, self); });
}

void leave(Database &database, WorkerId worker)
{
    // Nobody waits for it: whatever goes wrong now, its time ends by itself.
    database.run([worker](Connection &connection) { return workers::leave(connection, worker); });
}

}

Worker::Worker(Database &database, workers::Task task, CrawlId crawl)
    : m_database(database)
    , m_self{.name = processes::nameOfThis(),
             .task = task,
             .crawl = crawl,
             .machine = processes::machine(),
             .process = QCoreApplication::applicationPid()}
{
    m_pulse.setInterval(Pulse);
    connect(&m_pulse, &QTimer::timeout, this, &Worker::renew);
}

Worker::~Worker()
{
    if (m_self.id)
        leave(m_database, m_self.id);
}

QCoro::Task<Result<>> Worker::enter()
{
    if (m_self.id)
        co_return {};
    begin();
    while (m_isEntering)
        co_await qCoro(this, &Worker::answered);
    co_return m_self.id ? Result<>() : std::unexpected(m_failure);
}

void Worker::begin()
{
    if (std::exchange(m_isEntering, true))
        return;
    const auto ask = [self = m_self](Connection &connection) { return come(connection, self); };
    QCoro::connect(m_database.run(ask), this, [this](const Result<WorkerId> &id) {
        m_isEntering = false;
        if (id) {
            m_self.id = *id;
            m_pulse.start();
            renew();
        } else {
            m_failure = id.error();
        }
        emit answered();
        emit beat();
    });
}

void Worker::forget()
{
    m_self.id = {};
    begin();
}

WorkerId Worker::release()
{
    m_pulse.stop();
    return std::exchange(m_self.id, WorkerId());
}

void Worker::renew()
{
    const auto ask = [self = m_self](Connection &connection) { return listen(connection, self); };
    QCoro::connect(m_database.run(ask), this, [this, id = m_self.id](const Result<Heard> &heard) {
        if (!heard || id != m_self.id)
            return; // the next beat tries again
        m_present = int(heard->present.size());
        if (!heard->isAlive)
            return forget();
        emit beat();
    });
}
