#include "store/lane.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QUuid>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr auto Rest = 500ms; // between two looks for a server that went away

}

Lane::Lane(Opener opener, Watcher watcher, Trust trust)
    : m_opener(std::move(opener))
    , m_watcher(std::move(watcher))
    , m_trust(std::move(trust))
    , m_name(QUuid::createUuid().toString())
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

Lane::~Lane()
{
    m_thread.start([this] { // a future's waitForFinished() would run it here, before work that still waits
        m_connection.reset();
        QSqlDatabase::removeDatabase(m_name);
    });
    m_thread.waitForDone();
}

void Lane::close()
{
    m_closing.request_stop();
    while (m_inside > 0)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

bool Lane::waitForServer(const Error &why)
{
    if (!std::exchange(m_isWaiting, true))
        m_watcher(why);
    std::unique_lock lock(m_mutex);
    m_rest.wait_for(lock, m_closing.get_token(), Rest, [] { return false; });
    return !m_closing.stop_requested();
}

void Lane::goOn()
{
    if (std::exchange(m_isWaiting, false))
        m_watcher(std::nullopt);
}

Error Lane::closed()
{
    return {.kind = Error::Kind::Cancelled, .message = u"The database is closed."_s};
}

Result<Connection *> Lane::open()
{
    if (m_connection)
        return m_connection.get();
    for (;;) {
        auto connection = m_opener(m_name);
        if (connection) {
            m_connection = *std::move(connection);
            break;
        }
        QSqlDatabase::removeDatabase(m_name); // the next try begins anew
        if (connection.error().kind != Error::Kind::Lost || !m_trust() || !waitForServer(connection.error())) {
            goOn();
            return std::unexpected(connection.error());
        }
    }
    m_connection->setPatience([this](const Error &why) { return waitForServer(why); });
    m_isOpen = true;
    return m_connection.get();
}

Result<> Lane::waitUntilOpen()
{
    if (m_isOpen)
        return {};
    Result<> opened;
    QSemaphore done;
    m_thread.start([&] {
        opened = open().transform([](Connection *) { });
        done.release();
    });
    done.acquire();
    return opened;
}
