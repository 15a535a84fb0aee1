#include "store/listener.h"

#include "store/notices.h"
#include "store/opening.h"

#include <QSqlDriver>
#include <QTimer>
#include <QUuid>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr auto Pulse = 2s; // the driver does not tell when the server is gone

/// Lives on the listener's thread, with its connection.
class Ear : public QObject
{
    Q_OBJECT

public:
    explicit Ear(QString address)
        : m_address(std::move(address))
        , m_name(QUuid::createUuid().toString())
        , m_pulse(new QTimer(this))
    {
        m_pulse->setInterval(Pulse);
        connect(m_pulse, &QTimer::timeout, this, &Ear::check);
    }
    ~Ear() override { close(); }

    void begin()
    {
        m_pulse->start();
        open();
    }

signals:
    void decided(qint64 item);
    void began();

private:
    void open()
    {
        auto opened = opening::openToRead(m_address, m_name);
        if (!opened)
            return close(); // the next beat tries again
        m_connection = *std::move(opened);
        QSqlDriver *driver = m_connection->driver();
        connect(driver, &QSqlDriver::notification, this,
                [this](const QString &, QSqlDriver::NotificationSource, const QVariant &payload) {
                    emit decided(payload.toString().toLongLong());
                });
        driver->subscribeToNotification(notices::Decided) ? emit began() : close();
    }

    void close()
    {
        m_connection.reset();
        QSqlDatabase::removeDatabase(m_name);
    }

    void check()
    {
        if (m_connection && m_connection->run(u"SELECT 1"_s))
            return;
        close();
        open();
    }

    QString m_address;
    QString m_name;
    std::unique_ptr<Connection> m_connection;
    QTimer *m_pulse;
};

bool isOnServer(const QString &address)
{
    const auto parsed = address::parse(address);
    return parsed && parsed->engine == Connection::Engine::PostgreSQL;
}

}

Listener::Listener(const QString &address, QObject *parent)
    : QObject(parent)
{
    if (!isOnServer(address))
        return;
    auto *ear = new Ear(address);
    ear->moveToThread(&m_thread);
    connect(&m_thread, &QThread::started, ear, &Ear::begin);
    connect(&m_thread, &QThread::finished, ear, &QObject::deleteLater);
    connect(ear, &Ear::decided, this, &Listener::decided);
    connect(ear, &Ear::began, this, &Listener::began);
    m_thread.start();
}

Listener::~Listener()
{
    m_thread.quit();
    m_thread.wait();
}

#include "listener.moc"
