#include "crawlstatus.h"

#include "action.h"
#include "crawlactions.h"
#include "crawlrunner.h"
#include "heading.h"
#include "tallyview.h"
#include "wording.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::Literals;

CrawlStatus::CrawlStatus(CrawlRunner &runner, CrawlActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_runner(runner)
    , m_name(new Heading(u"crawlName"_s, this))
    , m_step(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_line(new QLabel(this))
    , m_tally(new TallyView(this))
{
    m_step->setObjectName(u"crawlStep"_s);
    m_line->setObjectName(u"crawlLine"_s);
    m_bar->setObjectName(u"crawlBar"_s);
    m_bar->setAccessibleName(tr("Share of titles that are through"));
    m_bar->setTextVisible(false); // the line below says it
    auto *layout = new QGridLayout(this);
    layout->setContentsMargins({});
    layout->setColumnStretch(0, 1);
    layout->addWidget(m_name, 0, 0);
    layout->addWidget(makeButton(actions.pause(), this), 0, 1);
    layout->addWidget(makeButton(actions.stop(), this), 0, 2);
    layout->addWidget(m_step, 1, 0, 1, 3);
    layout->addWidget(m_bar, 2, 0, 1, 3);
    layout->addWidget(m_line, 3, 0, 1, 3);
    layout->addWidget(m_tally, 4, 0, 1, 3);
    connect(&runner, &CrawlRunner::advanced, this, &CrawlStatus::showProgress);
    connect(&runner, &CrawlRunner::pausedChanged, this, [this] { showProgress(m_runner.progress()); });
    connect(&runner, &CrawlRunner::finished, this, [this] { showProgress(m_runner.progress()); });
    connect(&runner, &CrawlRunner::started, this, [this] { showProgress(m_runner.progress()); });
}

void CrawlStatus::showProgress(const Progress &progress)
{
    m_name->setText(progress.name);
    m_step->setText(stepOf(progress));
    m_bar->setRange(0, progress.total.value_or(m_runner.isRunning() ? 0 : 1));
    m_bar->setValue(progress.done);
    m_line->setText(
        tr("%1 · requests: %2").arg(wording::line(progress, m_runner.isPaused()), wording::number(progress.requests)));
    m_tally->showTally(progress.tally);
}

QString CrawlStatus::stepOf(const Progress &progress) const
{
    if (!m_runner.isRunning())
        return tr("Ended");
    return m_runner.isPaused() ? tr("Paused") : progress.step;
}
