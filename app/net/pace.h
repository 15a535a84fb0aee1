#pragma once

#include <algorithm>
#include <chrono>

/// Keeps the requests to one group of hosts at least an interval apart, and still while the group asked for a rest.
class Pace
{
public:
    using Clock = std::chrono::steady_clock;

    explicit Pace(Clock::duration interval = {})
        : m_interval(interval)
    {
    }

    /// Takes the slot if it is free now; else says how long to wait before trying again.
    Clock::duration take(Clock::time_point now)
    {
        if (now < m_next)
            return m_next - now;
        m_next = now + m_interval;
        return {};
    }

    void holdUntil(Clock::time_point time) { m_next = std::max(m_next, time); }
    void setInterval(Clock::duration interval) { m_interval = interval; }

private:
    Clock::duration m_interval;
    Clock::time_point m_next;
};
