#include "tableexportbar.h"

#include "action.h"
#include "exportwording.h"
#include "inlinemessage.h"
#include "progressline.h"
#include "tableexportform.h"

#include <QDesktopServices>
#include <QFileInfo>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::Literals;

TableExportBar::TableExportBar(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_exporter(database)
    , m_form(new TableExportForm(this))
    , m_stop(makeAction(this, u"stopExport"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}))
    , m_progress(new ProgressLine(u"export"_s, tr("Progress of the export"), m_stop, this))
    , m_message(new InlineMessage(u"exportMessage"_s, this))
    , m_openFolder(makeAction(this, u"openExportFolder"_s, tr("Open its folder"), u"document-open-folder"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_D}))
{
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
    m_progress->tell(tr("Exporting %1"), progress);
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
