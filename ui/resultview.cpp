#include "resultview.h"

#include "action.h"
#include "hint.h"
#include "resultmodel.h"
#include "resultorder.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

using namespace Qt::Literals;

namespace {

QString cellText(const QModelIndex &index)
{
    const QVariant value = index.data(Qt::EditRole);
    return value.isValid() && value.typeId() != QMetaType::QByteArray && value.typeId() != QMetaType::QDateTime
        ? value.toString()
        : value.isValid() ? index.data().toString()
                          : QString();
}

QByteArray bytesOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? value.toByteArray() : value.toString().toUtf8();
}

}

ResultView::ResultView(const console::Outcome &outcome, QWidget *parent)
    : QTableView(parent)
    , m_rows(new ResultOrder(this))
{
    m_rows->setSourceModel(new ResultModel(outcome, this));
    setObjectName(u"resultGrid"_s);
    setAccessibleName(tr("Rows"));
    setModel(m_rows);
    horizontalHeader()->setSortIndicatorClearable(true);
    horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    setSortingEnabled(true);
    setTabKeyNavigation(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setSelectionMode(ContiguousSelection);
    setCornerButtonEnabled(false);
    verticalHeader()->setDefaultSectionSize(fontMetrics().lineSpacing() * 3 / 2);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    makeActions();
    fitColumns();
    if (m_rows->rowCount() > 0)
        setCurrentIndex(m_rows->index(0, 0));
}

void ResultView::makeActions()
{
    auto *copy = makeAction(this, u"copyCells"_s, tr("&Copy"), u"edit-copy"_s, QKeySequence::Copy);
    auto *open = makeAction(this, u"openValue"_s, tr("&Show whole"), u"document-preview"_s, {Qt::Key_F4});
    for (QAction *action : {copy, open})
        action->setShortcutContext(Qt::WidgetShortcut);
    addActions({copy, open});
    setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(copy, &QAction::triggered, this, &ResultView::copy);
    connect(open, &QAction::triggered, this, &ResultView::openValue);
    connect(this, &QAbstractItemView::doubleClicked, this, &ResultView::openValue);
}

void ResultView::fitColumns()
{
    horizontalHeader()->setResizeContentsPrecision(50);
    resizeColumnsToContents();
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_rows->columnCount(); ++column)
        setColumnWidth(column, std::clamp(columnWidth(column), letter * 6, letter * 50));
}

QString ResultView::chosenText() const
{
    QStringList lines;
    for (const QItemSelectionRange &range : selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            QStringList cells;
            for (int column = range.left(); column <= range.right(); ++column)
                cells.append(cellText(m_rows->index(row, column)));
            lines.append(cells.join(u'\t'));
        }
    }
    return lines.join(u'\n');
}

void ResultView::copy() const
{
    QGuiApplication::clipboard()->setText(chosenText());
}

void ResultView::openValue()
{
    const QVariant value = currentIndex().data(Qt::EditRole);
    if (!value.isValid())
        return;
    const QString column = m_rows->headerData(currentIndex().column(), Qt::Horizontal).toString();
    emit valueWanted(tr("%1, row %2").arg(column).arg(m_rows->numberOf(currentIndex())), bytesOf(value));
}

void ResultView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    hint::paint(*this, tr("The statement found no rows."));
}
