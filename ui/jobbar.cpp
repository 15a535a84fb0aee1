#include "jobbar.h"

#include "inlinemessage.h"
#include "jobs/job.h"
#include "progressline.h"

#include <QAction>
#include <QVBoxLayout>

using namespace Qt::Literals;

JobBar::JobBar(const QString &name, const QString &accessibleName, QAction *stop, QWidget *parent)
    : QWidget(parent)
    , m_line(new ProgressLine(name, accessibleName, stop, this))
    , m_message(new InlineMessage(name + u"Message"_s, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    connect(stop, &QAction::triggered, this, &JobBar::stop);
}

std::shared_ptr<Job> JobBar::begin(const QString &pattern, const Progress &progress)
{
    dismiss();
    m_job = std::make_shared<Job>();
    connect(m_job.get(), &Job::advanced, m_line, [this, pattern](const Progress &now) { m_line->tell(pattern, now); });
    m_line->tell(pattern, progress);
    return m_job;
}

void JobBar::end(const Result<QString> &done, const QString &stopped, QAction *next)
{
    m_job.reset();
    m_line->hide();
    if (done)
        m_message->tell(InlineMessage::Kind::Positive, *done, next);
    else if (done.error().kind == Error::Kind::Cancelled)
        m_message->tell(InlineMessage::Kind::Information, stopped);
    else
        m_message->tellError(done.error());
}

void JobBar::stop()
{
    if (m_job)
        m_job->stop();
}

void JobBar::dismiss()
{
    m_message->hide();
}
