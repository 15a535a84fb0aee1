#pragma once

#include "store/sqlstatement.h"

#include <QSqlDatabase>

struct sqlite3;
struct sqlite3_stmt;

/// A statement by SQLite's own functions, on the connection that Qt has opened: a row costs a third of what it costs
/// through Qt's driver.
class SqliteStatement : public SqlStatement
{
public:
    static Prepared prepare(const QSqlDatabase &database, const QString &sql);

    bool run(const QVariantList &values) override;
    bool next() override;
    void finish() override;
    QVariant value(int column) const override;
    bool isNull(int column) const override;
    int columns() const override;
    QStringList names() const override;
    int affected() const override { return m_affected; }
    std::optional<Failure> failure() const override { return m_failure; }

private:
    struct Finalizing
    {
        void operator()(sqlite3_stmt *statement) const;
    };
    explicit SqliteStatement(sqlite3_stmt *statement);

    void step();
    bool bindAll();
    int bind(int place, const QVariant &value, char *&room);
    int bindText(int place, const QString &text, char *&room);

    std::unique_ptr<sqlite3_stmt, Finalizing> m_statement;
    QVariantList m_values; // SQLite reads their bytes where they lie
    QByteArray m_texts; // those of their texts, as UTF-8
    std::optional<Failure> m_failure;
    int m_affected = 0;
    enum class Place { Before, Ahead, On, After } m_place = Place::Before; // Ahead: run() has met the first row
};
