#pragma once

#include "store/address.h"

#include <libpq-fe.h>

#include <memory>

/// A session of libpq's own, for what Qt's driver does not tell. Its messages are in English, whatever the person's
/// language: they are for the log, and to be told apart.
class Session
{
public:
    /// Tries to open one. Waits for at most the address's connect_timeout, at each of the server's addresses.
    explicit Session(const Address &address);

    bool isOpen() const;
    /// The options were not taken; no server was asked.
    bool isRefusedAtOnce() const { return m_isRefusedAtOnce; }
    bool needsPassword() const;
    QString message() const;
    /// The SQLSTATE of why it is not open, empty where the server has not said one.
    QString state() const;

    /// A row's values, of the first row; the error's detail begins with the SQLSTATE.
    Result<QStringList> run(const QString &sql);

    QString database() const;
    QString user() const;
    QString host() const;
    QString tls() const;

    /// Whether a server answers there, letting us in or not. No password is sent.
    static bool answers(Address address, const QString &sslMode);

private:
    void open(const Address &address);
    void wait(std::chrono::milliseconds most);

    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection{nullptr, &PQfinish};
    bool m_isRefusedAtOnce = false;
};
