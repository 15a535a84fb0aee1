#include "tableexportbar.h"

#include "action.h"
#include "inlinemessage.h"
#include "wording.h"

#include <QDesktopServices>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::Literals;

TableExportBar::TableExportBar(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_progress(new QWidget(this))
    , m_text(new QLabel(m_progress))
    , m_bar(new QProgressBar(m_progress))
    , m_message(new InlineMessage(u"exportMessage"_s, this))
    , m_stop(makeAction(this, u"stopExport"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}))
    , m_openFolder(makeAction(this, u"openExportFolder"_s, tr("Open its folder"), u"document-open-folder"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_D}))
{
    m_text->setObjectName(u"exportText"_s);
    m_bar->setObjectName(u"exportProgress"_s);
    m_bar->setAccessibleName(tr("Progress of the export"));
    m_bar->setTextVisible(false); // the text beside it says it
    auto *line = new QHBoxLayout(m_progress);
    line->setContentsMargins({});
    line->addWidget(m_text);
    line->addWidget(m_bar, 1);
    line->addWidget(makeButton(m_stop, m_progress));
    m_progress->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_progress);
    layout->addWidget(m_message);
    connect(m_stop, &QAction::triggered, this, &TableExportBar::stop);
    connect(m_openFolder, &QAction::triggered, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(m_path).absolutePath())); });
}

TableExportBar::~TableExportBar()
{
    stop();
}

void TableExportBar::start(const tableexport::Order &order)
{
    if (m_job)
        return;
    m_path = order.path;
    m_message->hide();
    m_progress->show();
    m_job = std::make_shared<Job>();
    connect(m_job.get(), &Job::advanced, this, &TableExportBar::advance);
    advance({.total = order.total});
    QCoro::connect(tableexport::toCsv(m_job, m_database, order), this,
                   [this](const Result<int> &rows) { finish(rows); });
}

void TableExportBar::stop()
{
    if (m_job)
        m_job->stop();
}

void TableExportBar::advance(const Progress &progress)
{
    m_text->setText(tr("Exporting %1").arg(wording::share(progress.done, progress.total)));
    m_bar->setRange(0, progress.total.value_or(0));
    m_bar->setValue(progress.done);
}

void TableExportBar::finish(const Result<int> &rows)
{
    m_job.reset();
    m_progress->hide();
    const QString path = QDir::toNativeSeparators(m_path);
    if (rows)
        m_message->tell(InlineMessage::Kind::Positive, tr("%1 rows are in %2").arg(wording::number(*rows), path),
                        m_openFolder);
    else if (rows.error().kind == Error::Kind::Cancelled)
        m_message->tell(InlineMessage::Kind::Information, tr("The export was stopped. No file was written."));
    else
        m_message->tellError(rows.error());
    emit finished();
}
