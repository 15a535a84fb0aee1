#include "progressline.h"

#include "action.h"
#include "elidedlabel.h"
#include "jobs/job.h"
#include "wording.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

constexpr int LeastLetters = 8; // what grows beside it moves nothing else
constexpr int NarrowLetters = 75; // the time that is left has no room beside the bar

}

ProgressLine::ProgressLine(const QString &name, const QString &accessibleName, QAction *stop, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_text(new ElidedLabel(this))
    , m_bar(new QProgressBar(this))
{
    m_text->setObjectName(name + u"Text"_s);
    m_bar->setObjectName(name + u"Progress"_s);
    m_bar->setAccessibleName(accessibleName);
    m_bar->setTextVisible(false); // the text beside it says it
    m_bar->setMinimumWidth(fontMetrics().averageCharWidth() * LeastLetters);
    auto *bar = new QHBoxLayout;
    bar->addWidget(m_bar, 1);
    if (stop)
        bar->addWidget(makeButton(stop, this));
    m_layout->setContentsMargins({});
    m_layout->addWidget(m_text);
    m_layout->addLayout(bar, 1);
    hide();
}

void ProgressLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = width() < fontMetrics().averageCharWidth() * NarrowLetters;
    m_layout->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void ProgressLine::tell(const QString &text, int done, std::optional<int> total)
{
    m_text->setText(text);
    m_bar->setRange(0, total.value_or(0));
    m_bar->setValue(done);
    show();
}

void ProgressLine::tell(const QString &pattern, const Progress &progress)
{
    const QString text = pattern.arg(wording::share(progress.done, progress.total));
    tell(progress.left ? tr("%1 · %2 left").arg(text, wording::timeLeft(*progress.left)) : text, progress.done,
         progress.total);
}
