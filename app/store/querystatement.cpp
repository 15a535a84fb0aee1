#include "store/querystatement.h"

#include <QSqlError>
#include <QSqlRecord>

QueryStatement::QueryStatement(const QSqlDatabase &database, QString unprepared)
    : m_query(database)
    , m_unprepared(std::move(unprepared))
{
    // One row at a time would be cheaper, but PostgreSQL drops what is unread as soon as another statement runs.
    m_query.setForwardOnly(false);
}

SqlStatement::Prepared QueryStatement::prepare(const QSqlDatabase &database, const QString &sql)
{
    std::unique_ptr<QueryStatement> statement(new QueryStatement(database, {}));
    if (!statement->m_query.prepare(sql))
        return std::unexpected(statement->failure().value_or(Failure{}));
    return statement;
}

std::unique_ptr<SqlStatement> QueryStatement::unprepared(const QSqlDatabase &database, const QString &sql)
{
    return std::unique_ptr<SqlStatement>(new QueryStatement(database, sql));
}

bool QueryStatement::run(const QVariantList &values)
{
    if (!m_unprepared.isEmpty())
        return m_query.exec(m_unprepared);
    for (const QVariant &value : values)
        m_query.addBindValue(value);
    return m_query.exec();
}

int QueryStatement::columns() const
{
    return m_query.record().count();
}

QStringList QueryStatement::names() const
{
    QStringList names;
    const auto record = m_query.record();
    for (int i = 0; i < record.count(); ++i)
        names.append(record.fieldName(i));
    return names;
}

std::optional<SqlStatement::Failure> QueryStatement::failure() const
{
    const QSqlError error = m_query.lastError();
    if (!error.isValid())
        return std::nullopt;
    return Failure{.code = error.nativeErrorCode(), .text = error.text()};
}
