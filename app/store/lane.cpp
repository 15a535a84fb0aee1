#include "store/lane.h"

#include <QCoreApplication>
#include <QSemaphore>
#include <QUuid>

using namespace Qt::Literals;

Lane::Lane(Opener opener)
    : m_opener(std::move(opener))
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
    m_isClosed = true;
    while (m_inside > 0)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

Error Lane::closed()
{
    return {.kind = Error::Kind::Cancelled, .message = u"The database is closed."_s};
}

Result<Connection *> Lane::open()
{
    if (m_connection)
        return m_connection.get();
    auto connection = m_opener(m_name);
    if (!connection) {
        QSqlDatabase::removeDatabase(m_name); // the next try begins anew
        return std::unexpected(connection.error());
    }
    m_connection = *std::move(connection);
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
