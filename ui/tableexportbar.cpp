#include "tableexportbar.h"

#include "action.h"
#include "exportwording.h"
#include "inlinemessage.h"
#include "tableexportform.h"
#include "wording.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>
#include <QUrl>

using namespace Qt::Literals;

TableExportBar::TableExportBar(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_exporter(database)
    , m_form(new TableExportForm(this))
    , m_text(new QLabel(this))
    , m_bar(new QProgressBar(this))
    , m_progress(nullptr)
    , m_message(new InlineMessage(u"exportMessage"_s, this))
    , m_stop(makeAction(this, u"stopExport"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}))
    , m_openFolder(makeAction(this, u"openExportFolder"_s, tr("Open its folder"), u"document-open-folder"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_D}))
{
    m_progress = makeProgress();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    connect(m_form, &TableExportForm::chosen, this, &TableExportBar::start);
    connect(m_stop, &QAction::triggered, this, &TableExportBar::stop);
    connect(m_openFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath())); });
}

TableExportBar::~TableExportBar()
{
    close();
}

void TableExportBar::close()
{
    blockSignals(true); // whoever listens is going too
    stop();
    m_exporter.close();
}

QWidget *TableExportBar::makeProgress()
{
    auto *progress = new QWidget(this);
    m_text->setObjectName(u"exportText"_s);
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false); // the text beside it says it
    auto *line = new QHBoxLayout(progress);
    line->setContentsMargins({});
    line->addWidget(m_text);
    line->addWidget(m_bar, 1);
    line->addWidget(makeButton(m_stop, progress));
    progress->hide();
    return progress;
}

void TableExportBar::offer(const exports::Order &shown)
{
    m_message->hide();
    m_form->offer(shown);
}

bool TableExportBar::isOffered() const
{
    return m_form->isVisible();
}

void TableExportBar::setShown(const exports::Order &shown)
{
    m_form->setShown(shown);
}

void TableExportBar::start(const exports::Order &order)
{
    if (m_job)
        return;
    m_path = order.path;
    m_form->hide();
    m_message->hide();
    m_progress->show();
    m_job = std::make_shared<Job>();
    connect(m_job.get(), &Job::advanced, this, &TableExportBar::advance);
    advance({.total = order.total ? std::optional(int(*order.total)) : std::nullopt});
    QCoro::connect(m_exporter.write(m_job, order), this,
                   [this](const Result<exports::Report> &report) { finish(report); });
}

void TableExportBar::stop()
{
    if (m_job)
        m_job->stop();
}

void TableExportBar::advance(const Progress &progress)
{
    QString text = tr("Exporting %1").arg(wording::share(progress.done, progress.total));
    if (progress.left)
        text = tr("%1 · %2 left").arg(text, wording::timeLeft(*progress.left));
    m_text->setText(text);
    m_bar->setRange(0, progress.total.value_or(0));
    m_bar->setValue(progress.done);
}

void TableExportBar::finish(const Result<exports::Report> &report)
{
    m_job.reset();
    m_progress->hide();
    if (report)
        m_message->tell(InlineMessage::Kind::Positive, exportwording::done(*report, m_path), m_openFolder);
    else if (report.error().kind == Error::Kind::Cancelled)
        m_message->tell(InlineMessage::Kind::Information, tr("The export was stopped. No file was written."));
    else
        m_message->tellError(report.error());
    emit finished();
}
