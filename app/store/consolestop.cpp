#include "store/consolestop.h"

#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>

using namespace Qt::Literals;

namespace {

constexpr int Often = 1000; // instructions of SQLite's machine between two looks: some microseconds

int isStopped(void *why)
{
    return *static_cast<const std::atomic<ConsoleStop::Why> *>(why) == ConsoleStop::Why::None ? 0 : 1;
}

/// What Qt's driver of this name speaks through; null for another driver.
template<typename Handle>
Handle *handleOf(const QSqlDatabase &database, QLatin1StringView driver)
{
    const QVariant handle = database.driver()->handle();
    return database.driverName() == driver && handle.isValid() ? *static_cast<Handle *const *>(handle.constData())
                                                               : nullptr;
}

}

void ConsoleStop::watch(const QSqlDatabase &database)
{
    if (auto *sqlite = handleOf<sqlite3>(database, "QSQLITE"_L1))
        sqlite3_progress_handler(sqlite, Often, isStopped, &m_why);
    auto *server = handleOf<PGconn>(database, "QPSQL"_L1);
    const std::scoped_lock lock(m_mutex);
    m_server = server ? std::shared_ptr<void>(PQgetCancel(server),
                                              [](void *cancel) { PQfreeCancel(static_cast<PGcancel *>(cancel)); })
                      : nullptr;
}

void ConsoleStop::stop(Why why)
{
    auto none = Why::None;
    m_why.compare_exchange_strong(none, why); // the first reason counts
}

void ConsoleStop::askServer()
{
    std::shared_ptr<void> server;
    {
        const std::scoped_lock lock(m_mutex);
        server = m_server;
    }
    std::array<char, 256> problem{};
    if (server && *this) // a server that cannot be reached has ended it by itself
        std::ignore = PQcancel(static_cast<PGcancel *>(server.get()), problem.data(), int(problem.size()));
}
