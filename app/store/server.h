#pragma once

#include "store/address.h"
#include "store/serverfacts.h"

/// PostgreSQL servers, asked by libpq itself: it tells in codes, which no language changes, why a session cannot be
/// opened.
namespace server {

enum class Problem {
    None,
    Options, ///< the address has one that libpq does not take, or names no service
    NoServer, ///< nothing answers there
    NoHost, ///< the host's name is not known
    NoTls, ///< it is demanded, and not offered
    Untrusted, ///< the server's certificate
    NeedsPassword,
    WrongPassword,
    NotLetIn, ///< pg_hba.conf, or no such user
    NoDatabase,
    NoRights,
    Busy, ///< no more sessions, or it is starting: it may be there later
    TooOld,
    Encoding,
    Other,
};

/// What came of trying to open a session.
struct Answer
{
    Problem problem = Problem::None;
    Error error; ///< of the problem
    Facts facts; ///< of a server that let us in
    QString database; ///< as libpq has resolved it, from services and the environment too
    QString user;
    QString host;
    QString tls; ///< "TLSv1.3", empty for none
};

/// Opens a session and closes it again. Waits for at most some ten seconds.
Answer ask(const Address &address);

/// Makes the database that the address names, for titles of every language.
Result<> create(const Address &address);

}
