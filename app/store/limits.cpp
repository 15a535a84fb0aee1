#include "store/limits.h"

#include "store/enginehandle.h"

#include <QElapsedTimer>
#include <QLocale>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr int StepsBetween = 2000; ///< of SQLite's machine between two looks at the limits: some ten microseconds

/// Asks a server to end what it does, again and again: between two statements it does not listen.
void cancelUntil(const std::stop_token &over, PGcancel *cancel)
{
    std::mutex mutex;
    std::condition_variable_any rest;
    std::unique_lock lock(mutex);
    while (!over.stop_requested()) {
        std::array<char, 256> why{};
        PQcancel(cancel, why.data(), int(why.size())); // a server that cannot be reached ends the work as well
        rest.wait_for(lock, over, 20ms, [] { return false; });
    }
}

}

struct Limited::Watch
{
    Limits limits;
    QElapsedTimer clock;
    sqlite3 *sqlite = nullptr;
    PGcancel *cancel = nullptr;
    std::jthread cancelling; // once it was stopped
    std::optional<std::stop_callback<std::function<void()>>> onStop;

    bool isOver() const { return limits.stop.stop_requested() || clock.hasExpired(limits.time.count()); }
};

Limited::Limited(Connection &connection, const Limits &limits)
    : m_watch(std::make_unique<Watch>(limits))
{
    m_watch->clock.start();
    if (connection.engine() == Connection::Engine::SQLite) {
        m_watch->sqlite = enginehandle::sqlite(connection.driver());
        const auto isOver = [](void *watch) { return static_cast<const Watch *>(watch)->isOver() ? 1 : 0; };
        if (m_watch->sqlite)
            sqlite3_progress_handler(m_watch->sqlite, StepsBetween, isOver, m_watch.get());
        return;
    }
    std::ignore = connection.run(u"SET LOCAL statement_timeout = %1"_s.arg(limits.time.count()));
    PGconn *server = enginehandle::postgresql(connection.driver());
    m_watch->cancel = server ? PQgetCancel(server) : nullptr;
    if (m_watch->cancel)
        m_watch->onStop.emplace(
            limits.stop, [watch = m_watch.get()] { watch->cancelling = std::jthread(cancelUntil, watch->cancel); });
}

Limited::~Limited()
{
    if (m_watch->sqlite)
        sqlite3_progress_handler(m_watch->sqlite, 0, nullptr, nullptr);
    m_watch->onStop.reset();
    m_watch->cancelling = {};
    if (m_watch->cancel)
        PQfreeCancel(m_watch->cancel);
}

Error Limited::explained(const Error &error) const
{
    if (m_watch->limits.stop.stop_requested())
        return {.kind = Error::Kind::Cancelled, .message = u"It was stopped."_s, .detail = error.detail};
    if (error.kind != Error::Kind::Storage || !m_watch->isOver())
        return error;
    return {.kind = Error::Kind::Storage,
            .message = u"That took longer than %1 s, so it was ended. Ask for less."_s.arg(
                QLocale().toString(double(m_watch->limits.time.count()) / 1000, 'g', 3)),
            .detail = error.detail};
}
