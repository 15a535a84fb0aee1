#pragma once

#include <chrono>
#include <deque>
#include <optional>

/// A time left, as an honest range.
struct TimeLeft
{
    std::chrono::seconds least{0};
    std::chrono::seconds most{0};

    bool operator==(const TimeLeft &) const = default;
};

/// Learns from how far a task was when, and says how long the rest will take.
class Estimate
{
public:
    using Clock = std::chrono::steady_clock;

    void observe(int done, Clock::time_point now);
    double perMinute() const; ///< over the last minute
    std::optional<TimeLeft> left(int remaining) const;

private:
    std::optional<double> rate(Clock::duration span) const;

    struct Point
    {
        Clock::time_point at;
        int done;
    };
    std::deque<Point> m_points; // of the last minutes, oldest first
};
