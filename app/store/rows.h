#pragma once

#include <QHash>
#include <QSqlQuery>

#include <memory>
#include <unordered_map>

/// The rows a statement brought. Read once, from the first; ended, its prepared statement is free to be used again.
/// The same statement may run again while these are still read: it then gets a statement of its own.
class Rows
{
public:
    using Kept = std::unordered_map<QString, QSqlQuery>; ///< prepared statements that nobody uses now, by their SQL

    explicit Rows(QSqlQuery query, QString sql = {}, const std::shared_ptr<Kept> &kept = {});
    Rows(Rows &&) noexcept = default;
    Rows &operator=(Rows &&) = delete;
    ~Rows();

    bool next() { return m_query.next(); }
    QVariant value(int column) const { return m_query.value(column); }
    bool isNull(int column) const { return m_query.isNull(column); }
    int columns() const;
    QStringList names() const;
    int affected() const { return m_query.numRowsAffected(); }
    const QSqlQuery &query() const { return m_query; }
    const QString &sql() const { return m_sql; }

private:
    QSqlQuery m_query;
    QString m_sql;
    std::weak_ptr<Kept> m_kept; // empty for a statement that is not to be kept
};
