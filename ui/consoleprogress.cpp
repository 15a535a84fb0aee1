#include "consoleprogress.h"

#include "action.h"
#include "consolewording.h"
#include "store/console.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::Literals;
using namespace std::chrono_literals;

ConsoleProgress::ConsoleProgress(Console &console, QWidget *parent)
    : QWidget(parent)
    , m_console(console)
    , m_stop(makeAction(this, u"stopStatement"_s, tr("&Cancel"), u"dialog-cancel"_s, {Qt::Key_Escape}))
    , m_text(new QLabel(this))
{
    setObjectName(u"consoleProgress"_s);
    auto *bar = new QProgressBar(this);
    bar->setObjectName(u"consoleBar"_s);
    bar->setAccessibleName(tr("A statement runs"));
    bar->setRange(0, 0);
    bar->setTextVisible(false);
    m_text->setObjectName(u"consoleRunning"_s);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_text);
    layout->addWidget(bar, 1);
    layout->addWidget(makeButton(m_stop, this));
    m_often.setInterval(200ms);
    m_soon.setInterval(150ms);
    m_soon.setSingleShot(true);
    m_stop->setEnabled(false);
    connect(m_stop, &QAction::triggered, this, [this] { m_console.stop(); });
    connect(&m_often, &QTimer::timeout, this, &ConsoleProgress::tell);
    connect(&m_soon, &QTimer::timeout, this, &QWidget::show);
    hide();
}

void ConsoleProgress::begin()
{
    m_since.start();
    m_stop->setEnabled(true);
    m_often.start();
    m_soon.start();
    tell();
}

void ConsoleProgress::end()
{
    m_often.stop();
    m_soon.stop();
    m_stop->setEnabled(false);
    hide();
}

void ConsoleProgress::tell()
{
    const auto since = consolewording::duration(std::chrono::milliseconds(m_since.elapsed()));
    const qint64 rows = m_console.rowsRead();
    m_text->setText(rows > 0 ? tr("Running for %1 · %2 so far").arg(since, consolewording::rows(rows))
                             : tr("Running for %1").arg(since));
}
