#include "store/consolesession.h"

#include "store/consolerun.h"
#include "store/opening.h"

#include <QUuid>

using namespace Qt::Literals;
using console::Answer;
using console::Question;
using console::Trouble;
using console::Way;
using consolerun::Place;
using statements::Nature;
using statements::Statement;

ConsoleSession::ConsoleSession(QString address, Access access, ConsoleStop &stop, std::atomic<qint64> &rows)
    : m_address(std::move(address))
    , m_access(access)
    , m_stop(stop)
    , m_rows(rows)
    , m_name(QUuid::createUuid().toString())
{
}

ConsoleSession::~ConsoleSession()
{
    m_connection.reset();
    QSqlDatabase::removeDatabase(m_name);
}

/// A database that is newer than the program is refused here as everywhere.
Result<std::unique_ptr<Connection>> ConsoleSession::connect() const
{
    auto connection = m_access == Access::ReadOnly ? opening::openToRead(m_address, m_name)
                                                   : opening::openAsItIs(m_address, m_name);
    if (!connection)
        return connection;
    if (const auto fits = migrations::version(**connection); !fits)
        return std::unexpected(fits.error());
    return connection;
}

Result<> ConsoleSession::open()
{
    if (m_connection)
        return {};
    if (m_address == ":memory:"_L1) // another connection would be to another database
        return fail(Error::Kind::Invalid, u"A database that is only in memory has no console."_s);
    auto connection = connect();
    if (!connection) {
        QSqlDatabase::removeDatabase(m_name);
        return std::unexpected(connection.error());
    }
    m_connection = *std::move(connection);
    return {};
}

/// What comes before the statements. Behind a server's first query its transaction cannot be made one that writes.
QStringList ConsoleSession::before(const Question &question) const
{
    const bool onServer = m_connection->engine() == Connection::Engine::PostgreSQL;
    const bool isAlone
        = statements::nature(question.statements.first().text, m_connection->engine()) == Nature::Session;
    if (question.way == Way::Write && isAlone)
        return {};
    if (question.way == Way::Write || question.way == Way::Try)
        return {onServer ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s};
    return onServer ? QStringList{u"BEGIN READ ONLY"_s, u"SELECT 1"_s} : QStringList{};
}

std::optional<Trouble> ConsoleSession::each(const Question &question, Answer &answer)
{
    const Place place{QSqlDatabase::database(m_name, false), m_connection->engine(), m_stop, m_rows};
    for (const Statement &statement : question.statements) {
        auto ran = question.way == Way::Plan ? consolerun::plan(place, statement)
                                             : consolerun::run(place, statement, question.mostRows);
        if (!ran)
            return ran.error();
        answer.outcomes.append(*std::move(ran));
    }
    return std::nullopt;
}

Result<Answer> ConsoleSession::answer(const Question &question)
{
    Answer answer{.way = question.way};
    if (question.statements.isEmpty())
        return answer;
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    m_stop.watch(QSqlDatabase::database(m_name, false));
    const QStringList first = before(question);
    for (const QString &sql : first) {
        if (!answer.trouble)
            answer.trouble = own(sql, question);
    }
    if (!answer.trouble)
        answer.trouble = each(question, answer);
    end(question, answer, first.isEmpty());
    return answer;
}

void ConsoleSession::end(const Question &question, Answer &answer, bool hasNoTransaction)
{
    answer.isKept = question.way == Way::Write && !answer.trouble;
    const bool isOpen = QSqlDatabase::database(m_name, false).isOpen();
    if (isOpen && !hasNoTransaction) {
        const auto trouble = own(answer.isKept ? u"COMMIT"_s : u"ROLLBACK"_s, question);
        if (trouble && answer.isKept) {
            answer.trouble = trouble;
            answer.isKept = false;
        }
    }
    // A server that went away: the next question opens another session.
    const bool onServer = m_connection->engine() == Connection::Engine::PostgreSQL;
    if (!isOpen || (onServer && answer.trouble && own(u"SELECT 1"_s, question))) {
        m_connection.reset();
        QSqlDatabase::removeDatabase(m_name);
    }
}

std::optional<Trouble> ConsoleSession::own(const QString &sql, const Question &question)
{
    return consolerun::own({QSqlDatabase::database(m_name, false), m_connection->engine(), m_stop, m_rows}, sql,
                           question.statements.first());
}
