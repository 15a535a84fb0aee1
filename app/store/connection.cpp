#include "store/connection.h"

#include <QSqlDriver>
#include <QSqlError>

using namespace Qt::Literals;

namespace {

QString sqliteSentence(int code)
{
    switch (code & 0xff) { // the low byte is the kind, the rest the case
    case 5:
    case 6:
        return u"Another program is writing to the database. Try again when it is done."_s;
    case 8:
        return u"The database can only be read, so nothing was changed."_s;
    case 10:
        return u"The disk did not read or write the database."_s;
    case 11:
        return u"The database file is damaged."_s;
    case 13:
        return u"There is no space left for the database. Nothing was lost; make room and go on."_s;
    case 26:
        return u"The file is not a database."_s;
    default:
        return u"The database did not do what was asked of it."_s;
    }
}

QString postgresqlSentence(const QString &state)
{
    if (state.startsWith("53"_L1))
        return u"The database server has no room left. Nothing was lost; make room and go on."_s;
    if (state == "25006"_L1)
        return u"The database can only be read, so nothing was changed."_s;
    if (state == "42501"_L1)
        return u"The database server does not allow this user to do that."_s;
    if (state.isEmpty() || state.startsWith("08"_L1) || state.startsWith("57"_L1))
        return u"The database server went away."_s;
    return u"The database did not do what was asked of it."_s;
}

}

Connection::Connection(const QSqlDatabase &database)
    : m_database(database)
    , m_engine(database.driverName() == "QPSQL"_L1 ? Engine::PostgreSQL : Engine::SQLite)
    , m_kept(std::make_shared<Rows::Kept>())
{
}

QString Connection::quoted(const QString &name) const
{
    return m_database.driver()->escapeIdentifier(name, QSqlDriver::FieldName);
}

/// A prepared statement: one that is free, or a new one.
Result<QSqlQuery> Connection::statement(const QString &sql)
{
    if (auto kept = m_kept->extract(sql))
        return std::move(kept.mapped());
    QSqlQuery query(m_database);
    // One row at a time is cheaper, but PostgreSQL drops what is unread as soon as another statement runs.
    query.setForwardOnly(m_engine == Engine::SQLite);
    if (!query.prepare(sql))
        return std::unexpected(error(query, sql));
    return query;
}

Result<Rows> Connection::execute(const QString &sql, const QVariantList &values)
{
    if (values.isEmpty()) { // PostgreSQL cannot prepare CREATE and the like
        QSqlQuery query(m_database);
        query.setForwardOnly(m_engine == Engine::SQLite);
        if (!query.exec(sql))
            return std::unexpected(error(query, sql));
        return Rows(std::move(query));
    }
    auto query = statement(sql);
    if (!query)
        return std::unexpected(query.error());
    for (const QVariant &value : values)
        query->addBindValue(value);
    const bool ok = query->exec();
    Rows rows(*std::move(query), sql, m_kept); // a failed statement is as good as before: kept too
    if (!ok)
        return std::unexpected(error(rows.query(), sql));
    return rows;
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
    // A deferred transaction that reads before it writes would fail at once where another writes: take the lock first.
    return run(m_engine == Engine::SQLite ? u"BEGIN IMMEDIATE"_s : u"BEGIN"_s);
}

Result<> Connection::commit()
{
    auto done = run(u"COMMIT"_s);
    if (!done)
        takeBack();
    return done;
}

void Connection::takeBack()
{
    // A full disk or a lost server has ended the transaction already; then there is nothing to take back.
    std::ignore = run(u"ROLLBACK"_s);
}

Result<> Connection::ended(const Rows &rows) const
{
    if (rows.query().lastError().isValid())
        return std::unexpected(error(rows.query(), rows.sql()));
    return {};
}

Error Connection::error(const QSqlQuery &query, const QString &sql) const
{
    const QSqlError error = query.lastError();
    const QString code = error.nativeErrorCode();
    return {.kind = Error::Kind::Storage,
            .message = m_engine == Engine::SQLite ? sqliteSentence(code.toInt()) : postgresqlSentence(code),
            .detail = u"%1 (%2) in: %3"_s.arg(error.text(), code, sql.left(500))};
}
