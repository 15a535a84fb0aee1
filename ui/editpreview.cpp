#include "editpreview.h"

#include "action.h"
#include "editsession.h"
#include "editwording.h"
#include "stagedlist.h"
#include "store/typed.h"
#include "wording.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using pasting::Preview;

namespace {

/// New rows of two blocks are not to be taken for each other.
QList<editing::Change> withOwnStandIns(QList<editing::Change> changes)
{
    const QString own = typed::newStandIn() + u'-';
    const auto renamed = [&](QString key) { return typed::isNew(key) ? key.replace(0, 4, own) : key; };
    for (editing::Change &change : changes) {
        change.row = renamed(change.row);
        if (change.after)
            change.after = renamed(*change.after);
        for (records::Cell &cell : change.values) {
            if (cell)
                cell = renamed(*cell);
        }
    }
    return changes;
}

}

EditPreview::EditPreview(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_summary(new QLabel(this))
    , m_list(new StagedList(session, u"previewList"_s, tr("What would change"), this))
    , m_faults(new QPlainTextEdit(this))
    , m_stage(makeAction(this, u"stagePreview"_s, tr("&Type them in"), u"dialog-ok-apply"_s,
                         {Qt::CTRL | Qt::ALT | Qt::Key_P}))
{
    m_summary->setObjectName(u"previewSummary"_s);
    m_summary->setWordWrap(true);
    m_faults->setObjectName(u"previewFaults"_s);
    m_faults->setAccessibleName(tr("Cells that cannot be meant"));
    m_faults->setReadOnly(true);
    m_faults->setMaximumHeight(fontMetrics().lineSpacing() * 6);
    addAction(m_stage);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_summary);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_faults);
    layout->addWidget(makeButton(m_stage, this), 0, Qt::AlignLeading);
    connect(m_stage, &QAction::triggered, this, &EditPreview::stage);
    clear();
}

void EditPreview::clear()
{
    show({});
    m_summary->setText(tr("What would change is listed here before anything does."));
}

void EditPreview::show(const Preview &preview)
{
    m_changes = preview.changes;
    QList<staging::Staged> rows;
    for (const editing::Change &change : m_changes)
        rows.append({.change = change});
    m_list->show(rows);
    QStringList faults;
    for (const pasting::Fault &fault : preview.faults + preview.notices)
        faults.append(editwording::fault(fault));
    m_faults->setPlainText(faults.join(u'\n'));
    m_faults->setVisible(!faults.isEmpty());
    m_stage->setEnabled(!m_changes.isEmpty());
    QStringList parts{wording::counted(m_changes.size(), tr("1 change"), tr("%1 changes"))};
    parts += editwording::leftOut(preview.faults.size(), preview.notMade);
    if (preview.unchanged)
        parts.append(wording::counted(preview.unchanged, tr("1 cell stays as it is"), tr("%1 cells stay as they are")));
    m_summary->setText(parts.join(u" · "));
}

void EditPreview::stage()
{
    m_session.stage(withOwnStandIns(std::exchange(m_changes, {})));
    clear();
    emit staged();
}
