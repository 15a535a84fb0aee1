#include "importbar.h"

#include "action.h"
#include "jobbar.h"
#include "jobs/exporting.h"
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
    , m_bar(new JobBar(
          u"readBack"_s, tr("Progress of the import"),
          makeAction(this, u"stopReadingBack"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::ALT | Qt::Key_Comma}),
          this))
{
    m_ask->setToolTip(tr("Make a new, empty database the one that was exported whole"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    connect(m_ask, &QAction::triggered, this, &ImportBar::askForFolder);
}

ImportBar::~ImportBar()
{
    m_bar->stop();
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
    if (m_bar->isRunning())
        return;
    m_ask->setEnabled(false);
    QCoro::connect(importing::read(m_bar->begin(tr("Reading back %1"), {}), m_database, {.path = folder}), this,
                   [this, folder](const Result<exports::Report> &report) { finish(report, folder); });
}

void ImportBar::finish(const Result<exports::Report> &report, const QString &folder)
{
    m_ask->setEnabled(true);
    const auto done = report.transform([&](const exports::Report &read) {
        return tr("%1 rows were read from %2.").arg(wording::number(read.rows), QDir::toNativeSeparators(folder));
    });
    m_bar->end(done, tr("The import was stopped. Nothing was changed."));
    emit finished();
}
