#pragma once

#include <QObject>

class CrawlRunner;
class QAction;

/// What can be done about a crawl: the same actions in the menu, in the strip and on the pages.
class CrawlActions : public QObject
{
    Q_OBJECT

public:
    explicit CrawlActions(CrawlRunner &runner, QObject *parent = nullptr);

    QAction *pause() const { return m_pause; } ///< or resume
    QAction *stop() const { return m_stop; }
    QAction *goOn() const { return m_goOn; }

private:
    void pauseOrResume();
    void goOnWithUnfinished();
    void update();

    CrawlRunner &m_runner;
    QAction *m_pause;
    QAction *m_stop;
    QAction *m_goOn;
};
