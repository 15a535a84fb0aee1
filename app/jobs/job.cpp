#include "jobs/job.h"

#include <QCoroSignal>

Job::Job(QObject *parent)
    : QObject(parent)
{
}

QCoro::Task<bool> Job::mayGoOn()
{
    while (m_paused && !m_stop.stop_requested())
        co_await qCoro(this, &Job::wakened);
    co_return !m_stop.stop_requested();
}

void Job::advance(const Progress &progress)
{
    m_progress = progress;
    emit advanced(m_progress);
}

void Job::note(const Note &note)
{
    emit noted(note);
}

void Job::pause()
{
    if (m_paused)
        return;
    m_paused = true;
    emit pausedChanged(true);
}

void Job::resume()
{
    if (!m_paused)
        return;
    m_paused = false;
    emit pausedChanged(false);
    emit wakened();
}

void Job::stop()
{
    m_stop.request_stop();
    emit wakened();
}
