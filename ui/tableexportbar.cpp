#include "tableexportbar.h"

#include "action.h"
#include "exportwording.h"
#include "jobbar.h"
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
    , m_bar(new JobBar(
          u"export"_s, tr("Progress of the export"),
          makeAction(this, u"stopExport"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_E}), this))
    , m_openFolder(makeAction(this, u"openExportFolder"_s, tr("Open its folder"), u"document-open-folder"_s,
                              {Qt::CTRL | Qt::SHIFT | Qt::Key_D}))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_form);
    layout->addWidget(m_bar);
    connect(m_form, &TableExportForm::chosen, this, &TableExportBar::start);
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
    m_bar->stop();
    m_exporter.close();
}

void TableExportBar::offer(const exports::Order &shown)
{
    m_bar->dismiss();
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

bool TableExportBar::isRunning() const
{
    return m_bar->isRunning();
}

void TableExportBar::start(const exports::Order &order)
{
    if (isRunning())
        return;
    m_path = order.path;
    m_form->hide();
    const auto total = order.total ? std::optional(int(*order.total)) : std::nullopt;
    QCoro::connect(m_exporter.write(m_bar->begin(tr("Exporting %1"), {.total = total}), order), this,
                   [this](const Result<exports::Report> &report) { finish(report); });
}

void TableExportBar::finish(const Result<exports::Report> &report)
{
    const auto done = report.transform([&](const exports::Report &made) { return exportwording::done(made, m_path); });
    m_bar->end(done, tr("The export was stopped. No file was written."), m_openFolder);
    emit finished();
}
