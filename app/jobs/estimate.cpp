#include "jobs/estimate.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono;

namespace {

constexpr auto Memory = minutes(5);
constexpr auto Least = seconds(2); ///< before that nobody knows
constexpr double Doubt = 0.1; ///< what is added on both ends of the range

}

void Estimate::observe(int done, Clock::time_point now)
{
    m_points.push_back({.at = now, .done = done});
    while (m_points.size() > 2 && now - m_points.front().at > Memory)
        m_points.pop_front();
}

/// Titles a second over the last `span`; nothing before enough was seen.
std::optional<double> Estimate::rate(Clock::duration span) const
{
    if (m_points.empty())
        return {};
    const Point &newest = m_points.back();
    const auto first = std::ranges::find_if(m_points, [&](const Point &p) { return newest.at - p.at <= span; });
    const double time = duration<double>(newest.at - first->at).count();
    if (time < duration<double>(Least).count())
        return {};
    return (newest.done - first->done) / time;
}

double Estimate::perMinute() const
{
    return rate(minutes(1)).value_or(0) * 60;
}

std::optional<TimeLeft> Estimate::left(int remaining) const
{
    double slow = 0;
    double fast = 0;
    for (const Clock::duration span :
         {Clock::duration(seconds(20)), Clock::duration(minutes(1)), Clock::duration(Memory)}) {
        const auto found = rate(span);
        if (!found || *found <= 0)
            continue;
        slow = slow > 0 ? std::min(slow, *found) : *found;
        fast = std::max(fast, *found);
    }
    if (slow <= 0)
        return {};
    return TimeLeft{.least = seconds(std::lround(remaining / fast * (1 - Doubt))),
                    .most = seconds(std::lround(std::ceil(remaining / slow * (1 + Doubt))))};
}
