#include "store/database.h"

#include "store/opening.h"

#include <QUuid>

using namespace Qt::Literals;

Database::Database(QString address)
    : m_address(std::move(address))
    , m_name(QUuid::createUuid().toString())
{
    m_thread.setMaxThreadCount(1);
    m_thread.setExpiryTimeout(-1);
}

Database::~Database()
{
    m_thread.start([this] { // a future's waitForFinished() would run it here, before work that still waits
        m_connection.reset();
        QSqlDatabase::removeDatabase(m_name);
    });
    m_thread.waitForDone();
}

Result<Connection *> Database::open()
{
    if (m_connection)
        return m_connection.get();
    auto connection = opening::open(m_address, m_name);
    if (!connection) {
        QSqlDatabase::removeDatabase(m_name); // the next try begins anew
        return std::unexpected(connection.error());
    }
    m_connection = *std::move(connection);
    return m_connection.get();
}
