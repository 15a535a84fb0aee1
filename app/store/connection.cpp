#include "store/connection.h"

#include "store/querystatement.h"
#include "store/sqlitestatement.h"

#include <QSqlDriver>
#include <QSqlError>

#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

/// Another program holds what is wanted.
bool isTaken(int sqliteCode)
{
    const int kind = sqliteCode & 0xff;
    return kind == SQLITE_BUSY || kind == SQLITE_LOCKED;
}

QString sqliteSentence(int code)
{
    switch (code & 0xff) { // the low byte is the kind, the rest the case
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return u"Another program is writing to the database. Try again when it is done."_s;
    case SQLITE_READONLY:
        return u"The database can only be read, so nothing was changed."_s;
    case SQLITE_IOERR:
        return u"The disk did not read or write the database."_s;
    case SQLITE_CORRUPT:
        return u"The database file is damaged."_s;
    case SQLITE_FULL:
        return u"There is no space left for the database. Nothing was lost; make room and go on."_s;
    case SQLITE_NOTADB:
        return u"The file is not a database."_s;
    default:
        return u"The database did not do what was asked of it."_s;
    }
}

/// By SQLSTATE: connection exceptions, and what a server says that is shut down, has crashed or is starting.
bool isLost(const QString &state)
{
    return state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57P0"_L1);
}

QString postgresqlSentence(const QString &state)
{
    if (state.startsWith("53"_L1))
        return u"The database server has no room left. Nothing was lost; make room and go on."_s;
    if (state == "25006"_L1)
        return u"The database can only be read, so nothing was changed."_s;
    if (state == "42501"_L1)
        return u"The database server does not allow this user to do that."_s;
    if (isLost(state))
        return u"The database server went away."_s;
    return u"The database did not do what was asked of it."_s;
}

/// The server ended one of two transactions that waited for each other: the same work succeeds when the other is done.
bool isInTheWay(const QString &state)
{
    return state == "40P01"_L1 || state == "40001"_L1;
}

}

Connection::Connection(const QSqlDatabase &database, Beginning beginning, Diagnosis diagnosis)
    : m_database(database)
    , m_beginning(std::move(beginning))
    , m_diagnosis(std::move(diagnosis))
    , m_engine(database.driverName() == "QPSQL"_L1 ? Engine::PostgreSQL : Engine::SQLite)
    , m_kept(std::make_shared<Rows::Kept>())
{
}

Result<> Connection::open()
{
    close();
    if (!m_database.open())
        return std::unexpected(m_diagnosis());
    m_isLost = false;
    return m_beginning ? m_beginning(*this) : Result<>();
}

void Connection::close()
{
    m_kept->clear();
    m_database.close();
}

QString Connection::quoted(const QString &name) const
{
    return m_database.driver()->escapeIdentifier(name, QSqlDriver::FieldName);
}

SqlStatement::Prepared Connection::prepared(const QString &sql)
{
    return m_engine == Engine::SQLite ? SqliteStatement::prepare(m_database, sql)
                                      : QueryStatement::prepare(m_database, sql);
}

/// One that is free, or a new one.
SqlStatement::Prepared Connection::statement(const QString &sql, const QVariantList &values)
{
    if (values.isEmpty() && m_engine == Engine::PostgreSQL) // which cannot prepare CREATE and the like
        return QueryStatement::unprepared(m_database, sql);
    if (auto kept = m_kept->extract(sql))
        return std::move(kept.mapped());
    return prepared(sql);
}

Result<Rows> Connection::execute(const QString &sql, const QVariantList &values)
{
    for (;;) {
        auto found = statement(sql, values);
        if (!found)
            return std::unexpected(error(found.error(), sql));
        const bool ok = (*found)->run(values);
        // What takes no values is as a rule run once. A failed statement is as good as before: kept too.
        Rows rows(*std::move(found), sql, values.isEmpty() ? nullptr : m_kept);
        if (ok)
            return rows;
        // Of a session that is gone already, Qt's driver says nothing.
        const auto failure = rows.statement().failure().value_or(SqlStatement::Failure{});
        Error why = error(failure, sql);
        const bool mayWait = m_engine == Engine::SQLite && m_depth == 0 && isTaken(failure.code.toInt());
        if (!mayWait || !m_patience || !m_patience(why))
            return std::unexpected(std::move(why));
    }
}

Result<> Connection::run(const QString &sql, const QVariantList &values)
{
    return execute(sql, values).transform([](const Rows &) { });
}

Result<qint64> Connection::insert(const QString &sql, const QVariantList &values)
{
    const auto key = first(sql, values, [](const Rows &row) { return row.value(0).toLongLong(); });
    if (!key)
        return std::unexpected(key.error());
    return key->value_or(0);
}

Result<> Connection::begin()
{
    if (m_isLost) {
        if (const auto back = comeBack(); !back)
            return back;
    }
    // A deferred transaction that reads before it writes would fail at once where another writes: take the lock first.
    return run(m_engine == Engine::SQLite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

Result<> Connection::commit()
{
    const auto written = transaction();
    const auto done = written.and_then([&](const QString &) { return run(u"COMMIT"_s); });
    if (done)
        return done;
    if (written && !written->isEmpty() && done.error().kind == Error::Kind::Lost) {
        const auto committed = wasCommitted(*written);
        if (!committed)
            return std::unexpected(committed.error());
        if (*committed)
            return {};
    }
    takeBack();
    return done;
}

/// Of a server's transaction that has written, its id: by it the server says after a cut whether it was committed.
Result<QString> Connection::transaction()
{
    if (m_engine == Engine::SQLite)
        return QString();
    return first(u"SELECT CAST(pg_current_xact_id_if_assigned() AS text)"_s, {},
                 [](const Rows &row) { return row.value(0).toString(); })
        .transform([](const std::optional<QString> &id) { return id.value_or(QString()); });
}

/// Asks until the server knows: its end of the old connection may still be at work. An error where that takes longer
/// than patience does.
Result<bool> Connection::wasCommitted(const QString &transaction)
{
    for (;;) {
        const auto status = comeBack().and_then([&] { return statusOf(transaction); });
        if (!status)
            return std::unexpected(status.error());
        if (*status != "in progress"_L1)
            return *status == "committed"_L1;
        const Error undecided{
            .kind = Error::Kind::Lost,
            .message = u"The database server went away while it was writing, and cannot say yet whether it did."_s,
            .detail = u"transaction %1"_s.arg(transaction)};
        if (!m_patience || !m_patience(undecided)) // and whoever asked is not to do it once more
            return fail(Error::Kind::Storage, undecided.message, undecided.detail);
    }
}

Result<QString> Connection::statusOf(const QString &transaction)
{
    const auto status = first(u"SELECT pg_xact_status(CAST(? AS xid8))"_s, {transaction},
                              [](const Rows &row) { return row.value(0).toString(); });
    if (!status && status.error().detail.contains("(22023)"_L1))
        return u"aborted"_s; // a server that crashed has never heard of it
    return status.transform([](const std::optional<QString> &text) { return text.value_or(QString()); });
}

/// Opens the session anew, as often as patience allows.
Result<> Connection::comeBack()
{
    for (;;) {
        const auto back = open();
        if (back || back.error().kind != Error::Kind::Lost || !m_patience || !m_patience(back.error()))
            return back;
    }
}

void Connection::takeBack()
{
    // A full disk or a lost server has ended the transaction already; then there is nothing to take back.
    std::ignore = run(u"ROLLBACK"_s);
}

Result<> Connection::ended(const Rows &rows)
{
    if (const auto failure = rows.statement().failure())
        return std::unexpected(error(*failure, rows.sql()));
    return {};
}

Error Connection::error(const SqlStatement::Failure &failure, const QString &sql)
{
    const bool onServer = m_engine == Engine::PostgreSQL;
    m_isLost = m_isLost || (onServer && isLost(failure.code));
    return {.kind = m_isLost || (onServer && isInTheWay(failure.code)) ? Error::Kind::Lost : Error::Kind::Storage,
            .message
            = m_engine == Engine::SQLite ? sqliteSentence(failure.code.toInt()) : postgresqlSentence(failure.code),
            .detail = u"%1 (%2) in: %3"_s.arg(failure.text, failure.code, sql.left(500))};
}
