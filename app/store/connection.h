#pragma once

#include "data/result.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

/// A connection, used on its own thread only. Statements come back as results; prepared ones are kept and used again.
class Connection
{
public:
    enum class Engine { SQLite, PostgreSQL };

    explicit Connection(const QSqlDatabase &database);

    Engine engine() const { return m_engine; }
    QString quoted(const QString &name) const;

    /// Runs one statement. Values are bound; a statement with values is prepared once a connection.
    Result<QSqlQuery> execute(const QString &sql, const QVariantList &values = {});

    /// The key of the row that `sql` (an INSERT … RETURNING key) has made.
    Result<qint64> insert(const QString &sql, const QVariantList &values);

    /// Runs the work in one transaction, and takes it back if the work fails. Inside another it is part of that one.
    Result<> atomically(auto work)
    {
        if (m_depth > 0)
            return work();
        if (const auto begun = begin(); !begun)
            return begun;
        ++m_depth;
        Result<> done = work();
        --m_depth;
        return end(std::move(done));
    }

private:
    Result<> begin();
    Result<> end(Result<> done);

    QSqlDatabase m_database;
    Engine m_engine;
    QHash<QString, QSqlQuery> m_prepared;
    int m_depth = 0;
};
