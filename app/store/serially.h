#pragma once

#include "store/connection.h"

/// Work of which several programs at once would do the same thing twice.
enum class Serial { Record = 1, AskAboutRivals = 2 };

/// Keeps others out until the transaction ends. Refused while another is inside: they would only wait, with all that
/// is behind them. SQLite has one writer anyhow.
inline Result<> alone(Connection &connection, Serial work)
{
    constexpr int Ours = 0x43494e45; // apart from the locks of other programs
    if (connection.engine() == Connection::Engine::SQLite)
        return {};
    const auto entered = connection.first(QStringLiteral("SELECT pg_try_advisory_xact_lock(?, ?)"), {Ours, int(work)},
                                          [](const Rows &row) { return row.value(0).toBool(); });
    if (entered && !entered->value_or(false))
        return fail(Error::Kind::Refused, QStringLiteral("Another program does this at the moment."));
    return entered.transform([](std::optional<bool>) { });
}

/// Waits until nobody else is inside, and keeps others out until the transaction ends. SQLite has one writer anyhow.
inline Result<> serially(Connection &connection, Serial work)
{
    constexpr int Ours = 0x43494e45; // apart from the locks of other programs
    if (connection.engine() == Connection::Engine::SQLite)
        return {};
    return connection.run(QStringLiteral("SELECT pg_advisory_xact_lock(?, ?)"), {Ours, int(work)});
}
