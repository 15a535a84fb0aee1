#include "importbar.h"

#include "action.h"
#include "inlinemessage.h"
#include "jobs/exporting.h"
#include "progressline.h"
#include "store/database.h"
#include "wording.h"

#include <QDir>
#include <QFileDialog>
#include <QVBoxLayout>

using namespace Qt::Literals;

ImportBar::ImportBar(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_ask(makeAction(this, u"readBack"_s, tr("Read an export &back…"), u"document-import"_s,
                       {Qt::CTRL | Qt::SHIFT | Qt::Key_B}))
    , m_stop(
          makeAction(this, u"stopReadingBack"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::ALT | Qt::Key_Comma}))
    , m_line(new ProgressLine(u"readBack"_s, tr("Progress of the import"), m_stop, this))
    , m_message(new InlineMessage(u"readBackMessage"_s, this))
{
    m_ask->setToolTip(tr("Make a new, empty database the one that was exported whole"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_line);
    layout->addWidget(m_message);
    connect(m_ask, &QAction::triggered, this, &ImportBar::askForFolder);
    connect(m_stop, &QAction::triggered, this, &ImportBar::stop);
}

ImportBar::~ImportBar()
{
    stop();
}

void ImportBar::askForFolder()
{
    auto *dialog = new QFileDialog(this, tr("Choose the folder of a whole export (CSV, TSV, JSON or JSON Lines)"));
    dialog->setObjectName(u"readBackDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, &ImportBar::start);
    dialog->open();
}

void ImportBar::start(const QString &folder)
{
    if (m_job)
        return;
    m_folder = folder;
    m_ask->setEnabled(false);
    m_message->dismiss();
    m_job = std::make_shared<Job>();
    const auto advance = [this](const Progress &progress) { m_line->tell(tr("Reading back %1"), progress); };
    connect(m_job.get(), &Job::advanced, this, advance);
    advance({});
    QCoro::connect(importing::read(m_job, m_database, {.path = folder}), this,
                   [this](const Result<exports::Report> &report) { finish(report); });
}

void ImportBar::stop()
{
    if (m_job)
        m_job->stop();
}

void ImportBar::finish(const Result<exports::Report> &report)
{
    m_job.reset();
    m_line->hide();
    m_ask->setEnabled(true);
    if (report)
        m_message->tell(
            InlineMessage::Kind::Positive,
            tr("%1 rows were read from %2.").arg(wording::number(report->rows), QDir::toNativeSeparators(m_folder)));
    else if (report.error().kind == Error::Kind::Cancelled)
        m_message->tell(InlineMessage::Kind::Information, report.error().message);
    else
        m_message->tellError(report.error());
    emit finished();
}
