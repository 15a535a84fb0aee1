#pragma once

#include "data/crawl.h"

#include <QFrame>

class CrawlActions;
class CrawlRunner;
class ElidedLabel;
class InlineMessage;
class QLabel;
class QProgressBar;
struct Progress;

/// How far the crawl is, below every page; also what became of it, and what waits to be gone on with.
class ProgressStrip : public QFrame
{
    Q_OBJECT

public:
    ProgressStrip(CrawlRunner &runner, CrawlActions &actions, QWidget *parent = nullptr);

private:
    QWidget *makeRunning(CrawlActions &actions);
    void showRunning();
    void showProgress(const Progress &progress);
    void showResult(const Result<Tally> &tally);
    void showUnfinished();

    CrawlRunner &m_runner;
    CrawlActions &m_actions;
    InlineMessage *m_message;
    ElidedLabel *m_name;
    ElidedLabel *m_line;
    QProgressBar *m_bar;
    QWidget *m_running;
};
