#include "rowtable.h"

#include "hint.h"

#include <QHeaderView>

#include <limits>

RowTable::RowTable(const QString &name, const QString &title, QAbstractItemModel *model, QWidget *parent)
    : QTableView(parent)
{
    setObjectName(name);
    setAccessibleName(title);
    setModel(model);
    setSelectionBehavior(SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
}

void RowTable::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

void RowTable::fitColumns(int wide, double most)
{
    const int air = fontMetrics().averageCharWidth() * 2;
    const int widest = most < 1 ? std::max(int(viewport()->width() * most), fontMetrics().averageCharWidth() * 12)
                                : std::numeric_limits<int>::max();
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (column == wide)
            horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
        else
            setColumnWidth(
                column,
                std::min(widest,
                         std::max(sizeHintForColumn(column), horizontalHeader()->sectionSizeHint(column)) + air));
    }
}

void RowTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    hint::paint(*this, m_hint);
}
