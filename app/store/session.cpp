#include "store/session.h"

#include <QDeadlineTimer>
#include <QRegularExpression>

#include <clocale>
#include <poll.h>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// English messages on this thread, as long as it lives.
class Plainly
{
public:
    Plainly()
        : m_before(uselocale(m_plain))
    {
    }
    ~Plainly()
    {
        uselocale(m_before);
        freelocale(m_plain);
    }
    Q_DISABLE_COPY_MOVE(Plainly)

private:
    locale_t m_plain = newlocale(LC_ALL_MASK, "C", nullptr);
    locale_t m_before;
};

/// What libpq is given: names and values, each a text that lives as long as this.
class Options
{
public:
    explicit Options(const Address &address)
    {
        const auto all = address::sessionOptions(address);
        for (const auto &[name, value] : all.asKeyValueRange())
            add(name, value);
        add(u"host"_s, address.host);
        add(u"port"_s, address.port > 0 ? QString::number(address.port) : QString());
        add(u"user"_s, address.user);
        add(u"password"_s, address.password);
        add(u"dbname"_s, address.database);
    }

    QList<const char *> names() const { return pointers(m_names); }
    QList<const char *> values() const { return pointers(m_values); }

private:
    void add(const QString &name, const QString &value)
    {
        if (value.isEmpty())
            return;
        m_names.append(name.toUtf8());
        m_values.append(value.toUtf8());
    }

    static QList<const char *> pointers(const QByteArrayList &texts)
    {
        QList<const char *> pointers;
        for (const QByteArray &text : texts)
            pointers.append(text.constData());
        pointers.append(nullptr);
        return pointers;
    }

    QByteArrayList m_names;
    QByteArrayList m_values;
};

std::chrono::milliseconds patience(const Address &address)
{
    const int seconds = address::sessionOptions(address).value(u"connect_timeout"_s).toInt();
    return seconds > 0 ? std::chrono::seconds(seconds) : 10s;
}

}

Session::Session(const Address &address)
{
    const Plainly plainly;
    open(address);
}

void Session::open(const Address &address)
{
    const Options options(address);
    m_connection.reset(PQconnectStartParams(options.names().constData(), options.values().constData(), 0));
    PQsetErrorVerbosity(m_connection.get(), PQERRORS_VERBOSE); // with the SQLSTATE
    const bool isOver = PQstatus(m_connection.get()) == CONNECTION_BAD;
    m_isRefusedAtOnce = isOver && !message().startsWith("connection to server"_L1); // a socket can fail at once too
    if (!isOver)
        wait(patience(address));
}

void Session::wait(std::chrono::milliseconds most)
{
    const QDeadlineTimer deadline(most);
    auto next = PGRES_POLLING_WRITING;
    while (next != PGRES_POLLING_OK && next != PGRES_POLLING_FAILED && !deadline.hasExpired()) {
        pollfd socket{.fd = PQsocket(m_connection.get()),
                      .events = short(next == PGRES_POLLING_READING ? POLLIN : POLLOUT),
                      .revents = 0};
        if (::poll(&socket, 1, int(deadline.remainingTime())) > 0)
            next = PQconnectPoll(m_connection.get());
    }
}

bool Session::isOpen() const
{
    return PQstatus(m_connection.get()) == CONNECTION_OK;
}

bool Session::needsPassword() const
{
    return PQconnectionNeedsPassword(m_connection.get()) == 1;
}

QString Session::message() const
{
    return QString::fromUtf8(PQerrorMessage(m_connection.get())).simplified();
}

/// Of several tries, with TLS and without, the one that came furthest: "28000" says no more than that one was no use.
QString Session::state() const
{
    static const QRegularExpression pattern(u"[^\\s:]+:  ([0-9A-Z]{5}): "_s);
    const QString text = QString::fromUtf8(PQerrorMessage(m_connection.get()));
    QString state;
    for (const auto &match : pattern.globalMatch(text)) {
        if (state.isEmpty() || state == "28000"_L1)
            state = match.captured(1);
    }
    return state;
}

Result<QStringList> Session::run(const QString &sql)
{
    const Plainly plainly;
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection.get(), sql.toUtf8().constData()),
                                                               &PQclear);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK)
        return fail(Error::Kind::Storage, u"The database did not do what was asked of it."_s,
                    QString::fromLatin1(PQresultErrorField(result.get(), PG_DIAG_SQLSTATE)) + u": "_s + message());
    QStringList values;
    for (int column = 0; PQntuples(result.get()) > 0 && column < PQnfields(result.get()); ++column)
        values.append(QString::fromUtf8(PQgetvalue(result.get(), 0, column)));
    return values;
}

QString Session::database() const
{
    return QString::fromUtf8(PQdb(m_connection.get()));
}

QString Session::user() const
{
    return QString::fromUtf8(PQuser(m_connection.get()));
}

QString Session::host() const
{
    return QString::fromUtf8(PQhost(m_connection.get()));
}

QString Session::tls() const
{
    return QString::fromUtf8(PQsslAttribute(m_connection.get(), "protocol"));
}

bool Session::answers(Address address, const QString &sslMode)
{
    address.password.clear();
    // Where there is a root certificate, "require" would look at the server's.
    address.options.insert(
        {{u"sslmode"_s, sslMode}, {u"require_auth"_s, u"none"_s}, {u"sslrootcert"_s, u"/dev/null/none"_s}});
    const Options options(address);
    const auto answer = PQpingParams(options.names().constData(), options.values().constData(), 0);
    return answer == PQPING_OK || answer == PQPING_REJECT;
}
