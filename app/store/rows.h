#pragma once

#include "store/sqlstatement.h"

#include <QHash>

#include <memory>
#include <unordered_map>

/// The rows a statement brought. Read once, from the first; ended, its prepared statement is free to be used again.
/// The same statement may run again while these are still read: it then gets a statement of its own.
class Rows
{
public:
    /// Prepared statements that nobody uses now, by their SQL.
    using Kept = std::unordered_map<QString, std::unique_ptr<SqlStatement>>;

    explicit Rows(std::unique_ptr<SqlStatement> statement, QString sql = {}, const std::shared_ptr<Kept> &kept = {});
    Rows(Rows &&) noexcept = default;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next() { return m_statement->next(); }
    QVariant value(int column) const { return m_statement->value(column); }
    bool isNull(int column) const { return m_statement->isNull(column); }
    int columns() const { return m_statement->columns(); }
    QStringList names() const { return m_statement->names(); }
    int affected() const { return m_statement->affected(); }
    const SqlStatement &statement() const { return *m_statement; }
    const QString &sql() const { return m_sql; }

private:
    std::unique_ptr<SqlStatement> m_statement;
    QString m_sql;
    std::weak_ptr<Kept> m_kept; // empty for a statement that is not to be kept
};
