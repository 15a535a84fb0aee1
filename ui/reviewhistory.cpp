#include "reviewhistory.h"

#include "action.h"
#include "reviewhistorymodel.h"
#include "store/database.h"
#include "store/decisionrows.h"
#include "store/library.h"

#include <QHeaderView>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals;

ReviewHistory::ReviewHistory(Database &database, QWidget *parent)
    : QWidget(parent)
    , m_database(database)
    , m_model(new ReviewHistoryModel(this))
    , m_toggle(makeAction(this, u"reviewHistory"_s, tr("&History of this title"), u"view-history"_s, {Qt::Key_H}))
    , m_takeBack(
          makeAction(this, u"takeBack"_s, tr("&Take this decision back"), u"edit-undo"_s, {Qt::CTRL | Qt::Key_U}))
    , m_fold(makeButton(m_toggle, this))
    , m_table(new QTableView(this))
    , m_body(new QWidget(this))
{
    m_toggle->setCheckable(true);
    m_fold->setAutoRaise(true);
    makeTable();
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins({});
    body->addWidget(m_table, 1);
    body->addWidget(makeButton(m_takeBack, m_body), 0, Qt::AlignLeading);
    m_body->setVisible(false);
    m_takeBack->setEnabled(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_fold, 0, Qt::AlignLeading);
    layout->addWidget(m_body);
    connect(m_toggle, &QAction::toggled, m_body, &QWidget::setVisible);
    connect(m_toggle, &QAction::toggled, this, &ReviewHistory::refresh);
    connect(m_takeBack, &QAction::triggered, this,
            [this] { emit takeBackWanted(m_model->decisionAt(m_table->currentIndex().row()).id); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewHistory::showButton);
}

void ReviewHistory::makeTable()
{
    m_table->setObjectName(u"history"_s);
    m_table->setAccessibleName(tr("What was decided, newest first"));
    m_table->setModel(m_model);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(false);
    m_table->setWordWrap(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(ReviewHistoryModel::Reason, QHeaderView::Stretch);
    m_table->setFixedHeight(fontMetrics().lineSpacing() * 8);
}

void ReviewHistory::show(ItemId item)
{
    if (item == m_item)
        return;
    m_item = item;
    m_model->setHistory({}, {});
    refresh();
}

void ReviewHistory::refresh()
{
    const int generation = ++m_generation;
    showButton();
    if (!m_toggle->isChecked() || !m_item)
        return;
    const auto ask = [item = m_item](Connection &connection) { return library::history(connection, item); };
    QCoro::connect(m_database.run(ask), this, [this, generation](const Result<QList<Decision>> &history) {
        if (generation != m_generation)
            return;
        if (!history)
            return emit failed(history.error());
        take(*history);
    });
}

void ReviewHistory::take(const QList<Decision> &history)
{
    m_model->setHistory(history, decisionrows::standing(history).takenBack);
    m_table->setCurrentIndex(m_model->index(0, 0));
    showButton();
}

void ReviewHistory::showButton()
{
    const QModelIndex current = m_table->currentIndex();
    m_takeBack->setEnabled(m_toggle->isChecked() && current.isValid() && !m_model->isTakenBack(current.row()));
}
