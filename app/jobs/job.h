#pragma once

#include "data/crawl.h"
#include "jobs/estimate.h"

#include <QCoroTask>
#include <QObject>

#include <stop_token>

/// How far a long task is, as a person sees it.
struct Progress
{
    QString name; ///< "HBO Max (United States)"
    QString step; ///< what is being done: "Listing", "Matching", "Recording"
    int done = 0; ///< titles that are through: recorded, or waiting for a person
    std::optional<int> total; ///< titles in all, once known
    Tally tally;
    int requests = 0;
    double perMinute = 0; ///< titles, over the last minute
    std::optional<TimeLeft> left;
    int workers = 1; ///< programs that take part, this one too
    QString waiting; ///< why nothing happens: "www.wikidata.org asks us to wait. Trying again in 20 s."; empty while
                     ///< work goes on

    bool operator==(const Progress &) const = default;
};

/// A long task as a person sees it: how far it is, and ways to pause, resume and stop it.
class Job : public QObject
{
    Q_OBJECT

public:
    explicit Job(QObject *parent = nullptr);

    std::stop_token stopToken() const { return m_stop.get_token(); }
    bool isPaused() const { return m_paused; }
    const Progress &progress() const { return m_progress; }

    /// Comes back when work may go on: at once, after resume(), or when stopped (then false).
    QCoro::Task<bool> mayGoOn();
    void advance(const Progress &progress);
    void note(const Note &note);

public slots:
    void pause();
    void resume();
    void stop();

signals:
    void advanced(const Progress &progress);
    void noted(const Note &note);
    void pausedChanged(bool paused);
    void wakened(); // resumed or stopped

private:
    std::stop_source m_stop;
    Progress m_progress;
    bool m_paused = false;
};
