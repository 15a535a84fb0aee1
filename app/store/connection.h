#pragma once

#include "data/result.h"
#include "store/rows.h"

#include <QSqlDatabase>
#include <QVariantList>

#include <functional>
#include <memory>
#include <type_traits>

/// A connection, used on its own thread only. Statements come back as results; prepared ones are kept and used again.
class Connection
{
public:
    enum class Engine { SQLite, PostgreSQL };

    /// Where the server went away, or another goes on writing to the file: waits a while, and says whether to try
    /// again.
    using Patience = std::function<bool(const Error &)>;

    /// Asked why a session cannot be opened. Only a server that may be there later is Lost.
    using Diagnosis = std::function<Error()>;

    /// What a session begins with: runs at open() and whenever it has to be opened again.
    using Beginning = std::function<Result<>(Connection &)>;

    explicit Connection(const QSqlDatabase &database, Beginning beginning = {}, Diagnosis diagnosis = {});

    Result<> open();
    /// Until the next open(). No answer may be in use any more.
    void close();
    /// Without it, a server that goes away is an error.
    void setPatience(Patience patience) { m_patience = std::move(patience); }

    Engine engine() const { return m_engine; }
    QString quoted(const QString &name) const;
    /// For what only the library behind it can do.
    QSqlDriver *driver() const { return m_database.driver(); }

    /// Runs one statement. Values are bound; a statement with values is prepared once a connection.
    Result<Rows> execute(const QString &sql, const QVariantList &values = {});

    /// Runs one statement whose rows are not of interest.
    Result<> run(const QString &sql, const QVariantList &values = {});

    /// The key of the row that `sql` (an INSERT … RETURNING key) has made.
    Result<qint64> insert(const QString &sql, const QVariantList &values);

    /// Every row of a query, each as `from` reads it.
    template<typename From>
    auto all(const QString &sql, const QVariantList &values, From from)
        -> Result<QList<std::invoke_result_t<From, const Rows &>>>
    {
        auto rows = execute(sql, values);
        if (!rows)
            return std::unexpected(rows.error());
        QList<std::invoke_result_t<From, const Rows &>> list;
        while (rows->next())
            list.append(from(*rows));
        return ended(*rows).transform([&] { return std::move(list); });
    }

    /// The first row of a query, if it has one.
    template<typename From>
    auto first(const QString &sql, const QVariantList &values, From from)
        -> Result<std::optional<std::invoke_result_t<From, const Rows &>>>
    {
        auto rows = execute(sql, values);
        if (!rows)
            return std::unexpected(rows.error());
        std::optional<std::invoke_result_t<From, const Rows &>> found;
        if (rows->next())
            found = from(*rows);
        return ended(*rows).transform([&] { return std::move(found); });
    }

    /// Runs the work in one transaction, and takes it back if the work fails. Inside another it is part of that one.
    /// Where the server goes away before it is committed, the work runs again when the server is back: once in all.
    template<typename Work>
    std::invoke_result_t<Work> atomically(Work work)
    {
        if (m_depth > 0)
            return work();
        for (int left = Tries;; --left) {
            auto done = once(work);
            if (done || done.error().kind != Error::Kind::Lost || !m_patience || left == 1)
                return done;
        }
    }

    /// The same on a server. In a file, where nothing goes away, the work takes its transactions as it needs them.
    template<typename Work>
    std::invoke_result_t<Work> wholly(Work work)
    {
        return m_engine == Engine::PostgreSQL ? atomically(work) : work();
    }

private:
    static constexpr int Tries = 5; // work that the server does not survive ends as well

    template<typename Work>
    std::invoke_result_t<Work> once(Work &work)
    {
        if (const auto begun = begin(); !begun)
            return std::unexpected(begun.error());
        ++m_depth;
        auto done = work();
        --m_depth;
        if (!done) {
            takeBack();
            return done;
        }
        return commit().and_then([&] { return std::move(done); });
    }

    Result<> begin();
    Result<> commit();
    void takeBack();
    Result<> comeBack();
    Result<QString> transaction();
    Result<bool> wasCommitted(const QString &transaction);
    Result<QString> statusOf(const QString &transaction);
    Result<> ended(const Rows &rows);
    SqlStatement::Prepared prepared(const QString &sql);
    SqlStatement::Prepared statement(const QString &sql, const QVariantList &values);
    Error error(const SqlStatement::Failure &failure, const QString &sql);

    QSqlDatabase m_database;
    Beginning m_beginning;
    Diagnosis m_diagnosis;
    Patience m_patience;
    Engine m_engine;
    bool m_isLost = false; // the session ended; another has to be opened
    std::shared_ptr<Rows::Kept> m_kept;
    int m_depth = 0;
};
