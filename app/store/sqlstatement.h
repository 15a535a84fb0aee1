#pragma once

#include <QStringList>
#include <QVariantList>

#include <expected>
#include <memory>
#include <optional>

/// A statement of a connection, prepared once and run any number of times. What the engines do differently ends here.
class SqlStatement
{
public:
    /// What the engine says of it, and by which code of its own.
    struct Failure
    {
        QString code;
        QString text;
    };
    using Prepared = std::expected<std::unique_ptr<SqlStatement>, Failure>;

    SqlStatement() = default;
    virtual ~SqlStatement() = default;
    Q_DISABLE_COPY_MOVE(SqlStatement)

    /// Runs it up to its first row. False where it failed.
    virtual bool run(const QVariantList &values) = 0;
    /// Goes to the first row, then to each next. False after the last, and where it failed.
    virtual bool next() = 0;
    /// Ends it: what was not read is of no interest.
    virtual void finish() = 0;

    virtual QVariant value(int column) const = 0;
    virtual bool isNull(int column) const = 0;
    virtual int columns() const = 0;
    virtual QStringList names() const = 0;
    virtual int affected() const = 0; ///< rows
    virtual std::optional<Failure> failure() const = 0;
};
