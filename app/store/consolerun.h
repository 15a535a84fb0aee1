#pragma once

#include "store/consoleanswer.h"
#include "store/consolestop.h"

/// Runs one statement of a person's on an open connection.
namespace consolerun {

/// What it runs on.
struct Place
{
    QSqlDatabase database;
    Connection::Engine engine;
    const ConsoleStop &stop;
    std::atomic<qint64> &rows; ///< how many have been read
};

using Ran = std::expected<console::Outcome, console::Trouble>;

Ran run(const Place &place, const statements::Statement &statement, qint64 mostRows);
Ran plan(const Place &place, const statements::Statement &statement);
/// A statement of ours, such as BEGIN; its fault is told as one of `at`.
std::optional<console::Trouble> own(const Place &place, const QString &sql, const statements::Statement &at);

}
