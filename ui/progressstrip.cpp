#include "progressstrip.h"

#include "action.h"
#include "crawlactions.h"
#include "crawlrunner.h"
#include "elidedlabel.h"
#include "inlinemessage.h"
#include "wording.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::Literals;

ProgressStrip::ProgressStrip(CrawlRunner &runner, CrawlActions &actions, QWidget *parent)
    : QFrame(parent)
    , m_runner(runner)
    , m_actions(actions)
    , m_message(new InlineMessage(u"stripMessage"_s, this))
    , m_name(new ElidedLabel(this))
    , m_line(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
    , m_running(makeRunning(actions))
{
    setObjectName(u"progressStrip"_s);
    setAccessibleName(tr("Progress of the crawl"));
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_message);
    layout->addWidget(m_running);
    m_message->setFrameShape(NoFrame);
    m_message->setAutoFillBackground(false);
    m_message->layout()->setContentsMargins({});

    connect(&runner, &CrawlRunner::started, this, &ProgressStrip::showRunning);
    connect(&runner, &CrawlRunner::advanced, this, &ProgressStrip::showProgress);
    connect(&runner, &CrawlRunner::pausedChanged, this, [this] { showProgress(m_runner.progress()); });
    connect(&runner, &CrawlRunner::finished, this, &ProgressStrip::showResult);
    connect(&runner, &CrawlRunner::unfinishedChanged, this, &ProgressStrip::showUnfinished);
    connect(m_message, &InlineMessage::dismissed, this, [this] { setVisible(m_runner.isRunning()); });
    m_running->hide();
    hide();
}

QWidget *ProgressStrip::makeRunning(CrawlActions &actions)
{
    m_name->setObjectName(u"stripName"_s);
    m_line->setObjectName(u"stripLine"_s);
    m_bar->setObjectName(u"stripBar"_s);
    m_bar->setAccessibleName(tr("Share of titles that are through"));
    m_bar->setTextVisible(false);

    auto *running = new QWidget(this);
    auto *layout = new QHBoxLayout(running);
    layout->setContentsMargins({});
    layout->addWidget(m_name, 2);
    layout->addWidget(m_bar, 3);
    layout->addWidget(m_line, 4);
    layout->addWidget(makeButton(actions.pause(), running));
    layout->addWidget(makeButton(actions.stop(), running));
    return running;
}

void ProgressStrip::showRunning()
{
    m_message->hide();
    m_running->show();
    show();
    showProgress(m_runner.progress());
}

void ProgressStrip::showProgress(const Progress &progress)
{
    m_name->setText(progress.name);
    m_bar->setRange(0, progress.total.value_or(0));
    m_bar->setValue(progress.done);
    m_line->setText(wording::line(progress, m_runner.isPaused()));
}

void ProgressStrip::showResult(const Result<Tally> &tally)
{
    m_running->hide();
    if (tally)
        m_message->tell(InlineMessage::Kind::Positive, wording::outcome(m_runner.progress().name, *tally));
    else if (tally.error().kind != Error::Kind::Cancelled)
        m_message->tellError(tally.error());
    setVisible(!m_message->isHidden());
}

void ProgressStrip::showUnfinished()
{
    const auto &unfinished = m_runner.unfinished();
    if (!unfinished)
        return;
    m_message->tell(InlineMessage::Kind::Information, wording::offer(*unfinished), m_actions.goOn());
    show();
}
