#pragma once

#include "store/sqlstatement.h"

#include <QSqlQuery>

/// A statement by Qt's drivers.
class QueryStatement : public SqlStatement
{
public:
    static Prepared prepare(const QSqlDatabase &database, const QString &sql);
    /// For what cannot be prepared, and takes no values: PostgreSQL's CREATE and the like.
    static std::unique_ptr<SqlStatement> unprepared(const QSqlDatabase &database, const QString &sql);

    bool run(const QVariantList &values) override;
    bool next() override { return m_query.next(); }
    void finish() override { m_query.finish(); }
    QVariant value(int column) const override { return m_query.value(column); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    int columns() const override;
    QStringList names() const override;
    int affected() const override { return m_query.numRowsAffected(); }
    std::optional<Failure> failure() const override;

private:
    explicit QueryStatement(const QSqlDatabase &database, QString unprepared);

    QSqlQuery m_query;
    QString m_unprepared; // its text
};
