#include "store/server.h"

#include "store/session.h"

using namespace Qt::Literals;
using server::Answer;
using server::Problem;

namespace {

using enum Problem;

/// By SQLSTATE.
Problem problemOf(const QString &state)
{
    static const QHash<QString, Problem> problems{
        {u"28P01"_s, WrongPassword}, {u"28000"_s, NotLetIn}, {u"3D000"_s, NoDatabase}, {u"42501"_s, NoRights},
        {u"53300"_s, Busy},          {u"57P01"_s, Busy},     {u"57P02"_s, Busy},       {u"57P03"_s, Busy}};
    return problems.value(state, Other);
}

bool isUnknownHost(const QString &message)
{
    return message.contains("could not translate host name"_L1);
}

/// Whether it was only a moment's trouble: a server that comes, or goes.
bool isOver(const Session &again)
{
    return again.isOpen() || !again.state().isEmpty();
}

/// Why there is no session though no server has refused it.
Problem problemOnTheWay(const Address &address, const QString &message)
{
    if (isUnknownHost(message))
        return NoHost;
    if (!Session::answers(address, u"disable"_s) || isOver(Session(address)))
        return NoServer;
    return Session::answers(address, u"require"_s) ? Untrusted : NoTls;
}

Problem problemOf(const Address &address, const Session &session)
{
    if (session.isRefusedAtOnce()) // by libpq itself
        return isUnknownHost(session.message()) ? NoHost : Options;
    if (session.needsPassword())
        return NeedsPassword;
    const QString state = session.state();
    return state.isEmpty() ? problemOnTheWay(address, session.message()) : problemOf(state);
}

QString sentence(Problem problem, const Session &session)
{
    switch (problem) {
    case None:
        return {};
    case Options:
        return u"The address has an option that cannot be used: %1"_s.arg(session.message());
    case NoServer:
        return u"The database server does not answer. Is it running, and is the address right?"_s;
    case NoHost:
        return u"There is no computer named %1. Is the name right, and is there a network?"_s.arg(session.host());
    case NoTls:
        return u"The server does not offer TLS, which the address demands. Let its owner switch it on, or demand less."_s;
    case Untrusted:
        return u"The server's certificate is not to be trusted: %1"_s.arg(session.message());
    case NeedsPassword:
        return u"The database server asks for the password of %1."_s.arg(session.user());
    case WrongPassword:
        return u"The database server does not accept this password of %1."_s.arg(session.user());
    case NotLetIn:
        return u"The database server does not let %1 in from here. Is the user's name right? "
               "Its pg_hba.conf says who may come, and whether only with TLS."_s.arg(session.user());
    case NoDatabase:
        return u"The database server has no database %1."_s.arg(session.database());
    case NoRights:
        return u"The user %1 may not use the database %2. Its owner can allow it: GRANT CONNECT ON DATABASE %2 TO %1"_s
            .arg(session.user(), session.database());
    case Busy:
        return u"The database server takes no more sessions now. Try again in a while."_s;
    case TooOld:
    case Encoding:
    case Other:
        return u"The database server did not open the database: %1"_s.arg(session.message());
    }
    return {};
}

/// What may be there later is waited for; all else a person has to change.
Error::Kind kindOf(Problem problem)
{
    switch (problem) {
    case NoServer:
    case NoHost:
    case Busy:
        return Error::Kind::Lost;
    case Options:
        return Error::Kind::Invalid;
    default:
        return Error::Kind::Storage;
    }
}

/// A session is open: whether we can work in it.
void look(Session &session, Answer &answer)
{
    const auto row = session.run(server::FactsSql);
    if (!row) {
        answer.problem = session.isOpen() ? Other : NoServer; // it can go away even now
        answer.error = row.error();
        answer.error.kind = kindOf(answer.problem);
        return;
    }
    answer.facts = server::factsFrom([&](int column) { return row->value(column); });
    answer.tls = session.tls();
    if (const auto obstacle = server::obstacle(answer.facts, answer.user)) {
        answer.problem = answer.facts.version < server::OldestVersion ? TooOld
            : answer.facts.encoding != "UTF8"_L1                      ? Encoding
                                                                      : NoRights;
        answer.error = *obstacle;
    }
}

QString quoted(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

Result<> cannotCreate(const Error &error, const QString &database, const QString &user)
{
    if (error.detail.startsWith("42P04"_L1) || error.detail.startsWith("23505"_L1))
        return {}; // another program was faster
    if (error.detail.startsWith("42501"_L1))
        return fail(
            Error::Kind::Storage,
            u"The user %1 may not make databases. Somebody who may can do it: CREATE DATABASE %2 OWNER %1"_s.arg(
                user, database),
            error.detail);
    return fail(Error::Kind::Storage, u"The database %1 could not be made."_s.arg(database), error.detail);
}

}

Answer server::ask(const Address &address)
{
    Session session(address);
    Answer answer{.database = session.database(), .user = session.user(), .host = session.host()};
    if (session.isOpen()) {
        look(session, answer);
        return answer;
    }
    answer.problem = problemOf(address, session);
    answer.error = {.kind = kindOf(answer.problem),
                    .message = sentence(answer.problem, session),
                    .detail = address::text(address) + u": "_s + session.message()};
    return answer;
}

/// Every server has at least one of these two to log in to.
Result<> server::create(const Address &address)
{
    const QString name = Session(address).database();
    Address other = address;
    other.database = u"postgres"_s;
    auto session = std::make_unique<Session>(other);
    if (!session->isOpen()) {
        other.database = u"template1"_s;
        session = std::make_unique<Session>(other);
    }
    if (!session->isOpen()) {
        const Problem problem = problemOf(other, *session);
        return fail(kindOf(problem), sentence(problem, *session), session->message());
    }
    const QString sql = u"CREATE DATABASE %1 TEMPLATE template0 ENCODING 'UTF8'"_s.arg(quoted(name));
    auto made = session->run(sql);
    if (!made && made.error().detail.startsWith("22023"_L1)) // the server's own language has another encoding
        made = session->run(sql + u" LOCALE 'C'"_s);
    return made ? Result<>() : cannotCreate(made.error(), name, session->user());
}
