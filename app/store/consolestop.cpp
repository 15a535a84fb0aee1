#include "store/consolestop.h"

#include "store/enginehandle.h"

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

}

void ConsoleStop::watch(const QSqlDatabase &database)
{
    if (auto *sqlite = enginehandle::sqlite(database.driver()))
        sqlite3_progress_handler(sqlite, Often, isStopped, &m_why);
    auto *server = enginehandle::postgresql(database.driver());
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
