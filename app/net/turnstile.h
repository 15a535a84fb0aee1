#pragma once

#include <QCoroTask>
#include <QString>

#include <chrono>
#include <optional>
#include <stop_token>

struct PaceRule;

/// Hands out turns to ask a group of hosts, where several programs share its pace.
class Turnstile
{
public:
    using Ticket = qint64;

    virtual ~Turnstile() = default;
    /// Comes back when it is one's turn; without a ticket if it was stopped before. The ticket is to be given back.
    virtual QCoro::Task<std::optional<Ticket>> enter(PaceRule rule, std::stop_token stop) = 0;
    virtual QCoro::Task<> leave(Ticket ticket) = 0;
    /// The hosts asked for a rest: nobody gets a turn meanwhile.
    virtual void hold(const QString &group, std::chrono::milliseconds rest) = 0;
};
