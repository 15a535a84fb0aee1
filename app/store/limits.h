#pragma once

#include "store/connection.h"

#include <chrono>
#include <stop_token>

/// How long work may take, and who may end it before.
struct Limits
{
    std::stop_token stop; ///< asked on any thread
    std::chrono::milliseconds time{30'000}; ///< for every statement on a server, for all of the work in a file
};

/// Holds a connection to its limits for as long as this lives: its statements end early, with an error.
class Limited
{
public:
    Limited(Connection &connection, const Limits &limits);
    ~Limited();
    Q_DISABLE_COPY_MOVE(Limited)

    /// Why a statement failed, if it was for the limits: Cancelled where somebody wanted it.
    Error explained(const Error &error) const;

private:
    struct Watch;
    std::unique_ptr<Watch> m_watch;
};

namespace limits {

/// Runs work that ends at its limits. On a server it has to stand in a transaction, as in a lane.
template<typename Work>
std::invoke_result_t<Work> within(Connection &connection, const Limits &limits, Work work)
{
    if (limits.stop.stop_requested())
        return fail(Error::Kind::Cancelled, QStringLiteral("It was stopped."));
    const Limited limited(connection, limits);
    auto outcome = work();
    if (!outcome)
        return std::unexpected(limited.explained(outcome.error()));
    return outcome;
}

}
