#pragma once

#include "jobs/job.h"

#include <QWidget>

class CrawlActions;
class CrawlRunner;
class Heading;
class QLabel;
class QProgressBar;
class TallyView;

/// The crawl that runs, or ran last: its step, its share, its counts, its pace.
class CrawlStatus : public QWidget
{
    Q_OBJECT

public:
    CrawlStatus(CrawlRunner &runner, CrawlActions &actions, QWidget *parent = nullptr);

private:
    void showProgress(const Progress &progress);
    QString stepOf(const Progress &progress) const;

    CrawlRunner &m_runner;
    Heading *m_name;
    QLabel *m_step;
    QProgressBar *m_bar;
    QLabel *m_line;
    TallyView *m_tally;
};
