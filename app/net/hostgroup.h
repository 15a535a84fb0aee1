#pragma once

#include "net/pace.h"

#include <QCoroTask>
#include <QObject>

#include <stop_token>

/// Hosts that share one pace and a number of requests at once.
class HostGroup : public QObject
{
    Q_OBJECT

public:
    HostGroup(std::chrono::milliseconds interval, int inFlight);

    void configure(std::chrono::milliseconds interval, int inFlight);
    void holdFor(std::chrono::milliseconds time);

    /// Waits for a place and a slot. False if it was stopped; else leave() gives the place back.
    QCoro::Task<bool> enter(std::stop_token stop);
    void leave();

signals:
    void freed();

private:
    Pace m_pace;
    int m_limit;
    int m_inside = 0;
};
