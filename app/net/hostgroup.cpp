#include "net/hostgroup.h"

#include "net/wait.h"

#include <QCoroSignal>

using namespace std::chrono;

HostGroup::HostGroup(milliseconds interval, int inFlight)
    : m_pace(interval)
    , m_limit(inFlight)
{
}

void HostGroup::configure(milliseconds interval, int inFlight)
{
    m_pace.setInterval(interval);
    m_limit = inFlight;
}

void HostGroup::holdFor(milliseconds time)
{
    m_pace.holdUntil(Pace::Clock::now() + time);
}

QCoro::Task<bool> HostGroup::enter(std::stop_token stop)
{
    const std::stop_callback early(
        stop, [this] { QMetaObject::invokeMethod(this, &HostGroup::freed, Qt::QueuedConnection); });
    while (m_inside >= m_limit && !stop.stop_requested())
        co_await qCoro(this, &HostGroup::freed);
    ++m_inside;
    while (!stop.stop_requested()) {
        const auto wait = ceil<milliseconds>(m_pace.take(Pace::Clock::now()));
        if (wait.count() == 0)
            co_return true;
        co_await waitFor(wait, stop);
    }
    leave();
    co_return false;
}

void HostGroup::leave()
{
    --m_inside;
    emit freed();
}
