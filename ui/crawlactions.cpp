#include "crawlactions.h"

#include "action.h"
#include "crawlrunner.h"
#include "icons.h"

using namespace Qt::Literals;

CrawlActions::CrawlActions(CrawlRunner &runner, QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_pause(makeAction(this, u"pauseCrawl"_s, tr("&Pause"), u"media-playback-pause"_s, {Qt::CTRL | Qt::Key_P}))
    , m_stop(makeAction(this, u"stopCrawl"_s, tr("&Stop"), u"media-playback-stop"_s, {Qt::CTRL | Qt::Key_Period}))
    , m_goOn(makeAction(this, u"goOnCrawl"_s, tr("&Go on"), u"media-playback-start"_s, {Qt::CTRL | Qt::Key_G}))
{
    m_stop->setToolTip(tr("Stop: what is done is kept, and the crawl can be gone on with"));
    connect(m_pause, &QAction::triggered, this, &CrawlActions::pauseOrResume);
    connect(m_stop, &QAction::triggered, &runner, &CrawlRunner::stop);
    connect(m_goOn, &QAction::triggered, this, &CrawlActions::goOnWithUnfinished);
    for (const auto &changed : {&CrawlRunner::started, &CrawlRunner::unfinishedChanged})
        connect(&runner, changed, this, &CrawlActions::update);
    connect(&runner, &CrawlRunner::pausedChanged, this, &CrawlActions::update);
    connect(&runner, &CrawlRunner::finished, this, &CrawlActions::update);
    update();
}

void CrawlActions::pauseOrResume()
{
    if (m_runner.isPaused())
        m_runner.resume();
    else
        m_runner.pause();
}

void CrawlActions::goOnWithUnfinished()
{
    if (const auto &unfinished = m_runner.unfinished())
        m_runner.goOn(unfinished->crawl.id);
}

void CrawlActions::update()
{
    const bool paused = m_runner.isPaused();
    m_pause->setText(paused ? tr("&Resume") : tr("&Pause"));
    m_pause->setIcon(icons::named(paused ? u"media-playback-start"_s : u"media-playback-pause"_s));
    m_pause->setEnabled(m_runner.isRunning());
    m_stop->setEnabled(m_runner.isRunning());
    m_goOn->setEnabled(!m_runner.isRunning() && m_runner.unfinished());
}
