#pragma once

#include "jobs/worker.h"
#include "net/turnstile.h"
#include "store/paces.h"

class Database;

/// Turns that are handed out through the database: all who work on it are together as polite as one. Where it
/// cannot be written to, each keeps the pace for itself.
class SharedPace : public Turnstile
{
public:
    explicit SharedPace(Database &database);

    QCoro::Task<std::optional<Ticket>> enter(PaceRule rule, std::stop_token stop) override;
    QCoro::Task<> leave(Ticket ticket) override;
    void hold(const QString &group, std::chrono::milliseconds rest) override;

private:
    QCoro::Task<Result<paces::Turn>> take(PaceRule rule);
    QCoro::Task<std::chrono::milliseconds> rest(QString group);

    Database &m_database;
    Worker m_worker; // its visits end with it
};
