#include "wholefilepanel.h"

#include "action.h"
#include "editsession.h"
#include "editwording.h"
#include "jobbar.h"
#include "rowchoice.h"
#include "wording.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using wholefile::Findings;
using wholefile::Order;

namespace {

constexpr int AllRoom = 1'000; // as long as there is something to name

/// "249,990 new rows", "10 changed values"
QStringList changesOf(const Findings &findings)
{
    QStringList changes;
    if (findings.newRows || !findings.changed)
        changes.append(
            wording::counted(findings.newRows, WholeFilePanel::tr("1 new row"), WholeFilePanel::tr("%1 new rows")));
    if (findings.changed)
        changes.append(wording::counted(findings.changed, WholeFilePanel::tr("1 changed value"),
                                        WholeFilePanel::tr("%1 changed values")));
    return changes;
}

/// "250,000 lines: 249,990 new rows · 10 changed values · 3 cells cannot be meant and are left out"
QString summaryOf(const Findings &findings)
{
    const auto tr = [](const char *text) { return WholeFilePanel::tr(text); };
    QStringList parts = changesOf(findings);
    if (findings.unchanged)
        parts.append(
            wording::counted(findings.unchanged, tr("1 value stays as it is"), tr("%1 values stay as they are")));
    parts += editwording::leftOut(findings.faults, findings.notMade);
    if (!findings.aside.isEmpty())
        parts.append(tr("left aside: %1").arg(findings.aside.join(u", "_s)));
    return tr("%1 lines: %2").arg(wording::number(findings.lines), parts.join(u" · "_s));
}

}

WholeFilePanel::WholeFilePanel(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_summary(new QLabel(this))
    , m_faults(new QPlainTextEdit(this))
    , m_import(makeAction(this, u"importWhole"_s, tr("Import &all of it"), u"dialog-ok-apply"_s,
                          {Qt::CTRL | Qt::ALT | Qt::Key_I}))
    , m_bar(new JobBar(
          u"wholeFile"_s, tr("Progress of the file"),
          makeAction(this, u"stopWholeFile"_s, tr("Stop"), u"dialog-cancel"_s, {Qt::CTRL | Qt::ALT | Qt::Key_X}), this))
    , m_lane(session.database())
{
    m_summary->setObjectName(u"wholeFileSummary"_s);
    m_summary->setWordWrap(true);
    m_faults->setObjectName(u"wholeFileFaults"_s);
    m_faults->setAccessibleName(tr("Cells that cannot be meant"));
    m_faults->setReadOnly(true);
    m_faults->hide();
    m_import->setEnabled(false);
    addAction(m_import);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_bar);
    layout->addWidget(m_summary);
    layout->addWidget(m_faults, AllRoom);
    layout->addWidget(makeButton(m_import, this), 0, Qt::AlignLeading);
    layout->addStretch(1);
    connect(m_import, &QAction::triggered, this, &WholeFilePanel::import);
}

WholeFilePanel::~WholeFilePanel()
{
    m_bar->stop();
    m_lane.close();
}

bool WholeFilePanel::isWorking() const
{
    return m_bar->isRunning();
}

void WholeFilePanel::look(const Order &order)
{
    if (m_bar->isRunning())
        return;
    m_order = order;
    m_import->setEnabled(false);
    m_faults->hide();
    m_summary->setText(tr("More than %1 lines cannot be looked at one by one: the file is read through, and can then "
                          "be imported whole.")
                           .arg(wording::number(RowChoice::MostRows)));
    QCoro::connect(
        wholefile::look(m_bar->begin(tr("Reading the file through: %1"), {.name = order.table}), m_lane, order), this,
        &WholeFilePanel::takeFindings);
}

void WholeFilePanel::takeFindings(const Result<Findings> &findings)
{
    m_bar->end(
        findings.transform([](const Findings &) { return tr("The file was read through. Nothing changed yet."); }),
        tr("Stopped. Nothing was changed."));
    if (!findings)
        return;
    m_order.checksum = findings->checksum;
    showFindings(*findings);
    m_import->setEnabled(findings->newRows + findings->changed > 0);
}

void WholeFilePanel::showFindings(const Findings &findings)
{
    m_summary->setText(summaryOf(findings));
    QStringList faults;
    for (const pasting::Fault &fault : findings.firstFaults)
        faults.append(editwording::fault(fault));
    if (findings.faults > findings.firstFaults.size())
        faults.append(tr("… and %1 more").arg(wording::number(findings.faults - findings.firstFaults.size())));
    m_faults->setPlainText(faults.join(u'\n'));
    m_faults->setVisible(!faults.isEmpty());
}

void WholeFilePanel::import()
{
    m_import->setEnabled(false);
    m_order.who = m_session.who();
    QCoro::connect(
        wholefile::import(m_bar->begin(tr("Importing %1"), {.name = m_order.table}), m_session.database(), m_order),
        this, &WholeFilePanel::takeImported);
}

void WholeFilePanel::takeImported(const Result<Findings> &imported)
{
    const auto done = imported.transform([this](const Findings &findings) {
        return tr("Imported: %1. Undo takes back %2 lines at a time.")
            .arg(changesOf(findings).join(u", "_s), wording::number(m_order.linesOfAPart));
    });
    m_bar->end(done, tr("Stopped. Nothing was changed."));
    if (!imported)
        return m_import->setEnabled(imported.error().kind == Error::Kind::Cancelled);
    m_summary->clear();
    m_faults->hide();
    m_session.refresh();
    emit m_session.rowsChanged();
}
