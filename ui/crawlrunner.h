#pragma once

#include "jobs/crawling.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

/// A crawl that was not finished, and how far it came.
struct Unfinished
{
    Crawl crawl;
    Tally tally;
};

/// Runs one crawl at a time, and tells all who watch how far it is.
class CrawlRunner : public QObject
{
    Q_OBJECT

public:
    explicit CrawlRunner(Services services, QObject *parent = nullptr);
    ~CrawlRunner() override;

    bool isRunning() const { return bool(m_job); }
    bool isPaused() const;
    const Progress &progress() const { return m_progress; }
    CrawlId crawl() const { return m_crawl; }
    /// The newest crawl that waits to be gone on with, while none runs.
    const std::optional<Unfinished> &unfinished() const { return m_unfinished; }

public slots:
    void start(const Gallery &gallery, const crawling::Options &options = {});
    void goOn(CrawlId crawl);
    /// Tries what failed again: in the crawl that runs, or by running that one once more.
    void retryFailed(const Crawl &crawl);
    void pause();
    void resume();
    /// Ends the work at its next row; the crawl stays paused and can be gone on with.
    void stop();
    /// Looks for a crawl of earlier that was not finished.
    void refresh();

signals:
    void started();
    void advanced(const Progress &progress); // at most ten times a second
    void noted(const Note &note);
    void pausedChanged(bool paused);
    void finished(const Result<Tally> &tally);
    void unfinishedChanged();
    void failed(const Error &error);

private:
    std::shared_ptr<Job> makeJob();
    void run(std::shared_ptr<Job> job, CrawlId crawl);
    void finish(const Result<Tally> &tally);
    void tell();

    Services m_services;
    std::shared_ptr<Job> m_job; // while running
    Progress m_progress;
    CrawlId m_crawl;
    std::optional<Unfinished> m_unfinished;
    QTimer m_soon; // until the next advanced()
    int m_generation = 0; // an answer to an older refresh is dropped
};
