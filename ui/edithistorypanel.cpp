#include "edithistorypanel.h"

#include "action.h"
#include "edithistorymodel.h"
#include "editsession.h"
#include "flowlayout.h"
#include "rowtable.h"
#include "store/database.h"

#include <QHeaderView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;
using edithistory::Entry;

EditHistoryPanel::EditHistoryPanel(EditSession &session, QWidget *parent)
    : QWidget(parent)
    , m_session(session)
    , m_model(new EditHistoryModel(session, this))
    , m_list(new RowTable(u"editHistory"_s, tr("What people changed in this row, newest first"), m_model, this))
    , m_restore(makeAction(this, u"restoreValue"_s, tr("&Restore what was before"), u"edit-undo-history"_s,
                           {Qt::CTRL | Qt::ALT | Qt::Key_R}))
    , m_undoAct(
          makeAction(this, u"undoAct"_s, tr("&Undo all of that act"), u"edit-undo"_s, {Qt::CTRL | Qt::ALT | Qt::Key_U}))
{
    setObjectName(u"historyPanel"_s);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setHint(tr("Nobody has changed this row."));
    m_list->horizontalHeader()->setSectionResizeMode(EditHistoryModel::After, QHeaderView::Stretch);
    auto *buttons = new QWidget(this);
    auto *row = new FlowLayout(buttons);
    row->addWidget(makeButton(m_restore, buttons));
    row->addWidget(makeButton(m_undoAct, buttons));
    addActions({m_restore, m_undoAct});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addWidget(buttons);
    connect(m_restore, &QAction::triggered, this,
            [this] { m_session.restore(m_model->entryAt(m_list->currentIndex().row()).id); });
    connect(m_undoAct, &QAction::triggered, this,
            [this] { m_session.undoBatch(m_model->entryAt(m_list->currentIndex().row()).batch); });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &EditHistoryPanel::showButtons);
    connect(&session, &EditSession::rowsChanged, this, &EditHistoryPanel::reload);
    showButtons();
}

void EditHistoryPanel::show(const QString &table, const QString &key)
{
    if (table == m_table && key == m_key)
        return;
    m_table = table;
    m_key = key;
    reload();
}

void EditHistoryPanel::clear()
{
    ++m_generation;
    m_key.clear();
    m_model->setEntries({});
    showButtons();
}

void EditHistoryPanel::reload()
{
    if (m_key.isEmpty())
        return;
    const auto read
        = [table = m_table, key = m_key](Connection &connection) { return edithistory::of(connection, table, key); };
    QCoro::connect(m_session.database().read(read), this,
                   [this, generation = ++m_generation](const Result<QList<Entry>> &entries) {
                       if (generation != m_generation)
                           return;
                       if (!entries)
                           return emit m_session.failed(entries.error());
                       m_model->setEntries(*entries);
                       m_list->resizeColumnsToContents();
                       showButtons();
                   });
}

void EditHistoryPanel::showButtons()
{
    const QModelIndex current = m_list->currentIndex();
    m_restore->setEnabled(current.isValid());
    m_undoAct->setEnabled(current.isValid());
}
