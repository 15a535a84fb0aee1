#include "grid.h"

#include "hint.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScrollBar>

namespace {

constexpr int RowsMeasured = 100; ///< for the width of a column

}

Grid::Grid(QWidget *parent)
    : QTableView(parent)
{
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerItem);
    verticalHeader()->hide();
    for (auto *corner : findChildren<QAbstractButton *>(Qt::FindDirectChildrenOnly))
        corner->hide(); // it belongs to the vertical header
    setShowGrid(false);
    setWordWrap(false);
    setAlternatingRowColors(true);
    setTabKeyNavigation(false);
    fitRowHeight();
}

void Grid::fitRowHeight()
{
    m_rowHeight = int(fontMetrics().lineSpacing() * m_rowLines);
}

/// The row at the top stays there.
void Grid::setRowLines(double lines)
{
    m_rowLines = lines;
    fitRowHeight();
    updateGeometries();
    viewport()->update();
}

void Grid::setModel(QAbstractItemModel *model)
{
    QTableView::setModel(model);
    verticalHeader()->setModel(&m_noRows);
}

void Grid::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

void Grid::setFrozen(int places)
{
    m_frozen = places;
    updateEditorGeometries();
    viewport()->update();
}

int Grid::rowsSeen() const
{
    return std::max(1, viewport()->height() / m_rowHeight);
}

void Grid::reset()
{
    QTableView::reset();
    m_first = std::min(m_first, std::max(0, rowCount() - rowsSeen()));
    updateGeometries();
    viewport()->update();
}

QRect Grid::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || isColumnHidden(index.column()))
        return {};
    const qint64 top = qint64(index.row() - m_first) * m_rowHeight;
    const int far = viewport()->height() * 2;
    return {frozen().placeOf(index.column()), int(std::clamp<qint64>(top, -far, far)), columnWidth(index.column()),
            m_rowHeight};
}

QModelIndex Grid::indexAt(const QPoint &point) const
{
    const int row = m_first + point.y() / m_rowHeight;
    const int column = frozen().sectionAt(point.x());
    return point.y() < 0 || column < 0 || row >= rowCount() ? QModelIndex() : model()->index(row, column);
}

void Grid::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid())
        return;
    const int seen = rowsSeen();
    int first = m_first;
    if (hint == PositionAtCenter)
        first = index.row() - seen / 2;
    else if (hint == PositionAtTop || index.row() < first)
        first = index.row();
    else if (hint == PositionAtBottom || index.row() >= first + seen)
        first = index.row() - seen + 1;
    verticalScrollBar()->setValue(first);
    if (frozen().holds(index.column()))
        return;
    const QRect room = frozen().scrollingArea(viewport()->rect());
    const int left = columnViewportPosition(index.column());
    const int right = left + columnWidth(index.column());
    const int mirrored = isRightToLeft() ? -1 : 1;
    if (left < room.left() || columnWidth(index.column()) > room.width())
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + mirrored * (left - room.left()));
    else if (right > room.right() + 1)
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() + mirrored * (right - room.right() - 1));
}

/// An editor goes under the columns that stay.
void Grid::updateEditorGeometries()
{
    QTableView::updateEditorGeometries();
    const QModelIndex current = currentIndex();
    QWidget *editor = m_frozen > 0 && current.isValid() ? indexWidget(current) : nullptr;
    if (!editor)
        return;
    const QRect room = frozen().scrollingArea(viewport()->rect());
    if (frozen().holds(current.column()) || room.contains(editor->geometry()))
        editor->clearMask();
    else
        editor->setMask(room.translated(-editor->pos()));
}

void Grid::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        horizontalHeader()->setOffset(horizontalScrollBar()->value());
    if (dy != 0)
        m_first = verticalScrollBar()->value();
    updateEditorGeometries();
    viewport()->update();
}

void Grid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    updateGeometries();
}

void Grid::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) {
        fitRowHeight();
        updateGeometries();
    }
}

bool Grid::edit(const QModelIndex &index, EditTrigger trigger, QEvent *event)
{
    const bool isMeant = trigger == DoubleClicked || trigger == EditKeyPressed;
    if (isMeant && index.isValid() && !index.flags().testFlag(Qt::ItemIsEditable))
        emit writingWanted(index);
    return QTableView::edit(index, trigger, event);
}

void Grid::updateGeometries()
{
    QHeaderView *header = horizontalHeader();
    const int height = header->isHidden() ? 0 : std::max(header->minimumHeight(), header->sizeHint().height());
    setViewportMargins(0, height, 0, 0);
    const QRect inside = viewport()->geometry();
    header->setGeometry(inside.left(), inside.top() - height, inside.width(), height);
    QScrollBar *across = horizontalScrollBar();
    across->setPageStep(inside.width());
    across->setSingleStep(fontMetrics().averageCharWidth() * 4);
    across->setRange(0, std::max(0, header->length() - inside.width()));
    if (header->offset() != across->value())
        header->setOffset(across->value());
    verticalScrollBar()->setPageStep(rowsSeen());
    verticalScrollBar()->setSingleStep(1);
    verticalScrollBar()->setRange(0, std::max(0, rowCount() - rowsSeen()));
    m_first = verticalScrollBar()->value();
    // NOLINTNEXTLINE(bugprone-parent-virtual-call): QTableView's own asks the header that is not there
    QAbstractItemView::updateGeometries();
}

void Grid::rowsInserted(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsInserted(parent, start, end);
    updateGeometries();
    viewport()->update();
}

void Grid::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    QTableView::rowsAboutToBeRemoved(parent, start, end);
    scheduleDelayedItemsLayout();
}

void Grid::paintEvent(QPaintEvent *event)
{
    if (rowCount() == 0)
        return hint::paint(*this, m_hint);
    QPainter painter(viewport());
    const QRect staying = frozen().area(viewport()->rect());
    if (staying.isEmpty())
        return paintRows(painter, event->rect());
    const QRect scrolling = frozen().scrollingArea(viewport()->rect());
    if (scrolling.intersects(event->rect()))
        paintRows(painter, scrolling & event->rect());
    painter.fillRect(staying & event->rect(), palette().base()); // over what styles paint beyond that
    if (staying.intersects(event->rect()))
        paintRows(painter, staying & event->rect());
    paintEdge(painter);
}

void Grid::paintRows(QPainter &painter, const QRect &dirty) const
{
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int last = std::min(rowCount() - 1, m_first + dirty.bottom() / m_rowHeight);
    for (int row = m_first + dirty.top() / m_rowHeight; row <= last; ++row)
        paintRow(painter, option, row, dirty);
}

/// Between the columns that stay and those that scroll.
void Grid::paintEdge(QPainter &painter) const
{
    const QRect staying = frozen().area(viewport()->rect());
    const int x = isRightToLeft() ? staying.left() : staying.right();
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawLine(x, 0, x, staying.bottom());
}

void Grid::paintRow(QPainter &painter, QStyleOptionViewItem &option, int row, const QRect &dirty) const
{
    const QStyle::State plain = option.state & ~(QStyle::State_Selected | QStyle::State_HasFocus);
    option.features.setFlag(QStyleOptionViewItem::Alternate, alternatingRowColors() && row % 2 == 1);
    for (int column = 0; column < model()->columnCount(); ++column) {
        const QModelIndex index = model()->index(row, column);
        option.rect = visualRect(index);
        if (option.rect.isEmpty() || !option.rect.intersects(dirty) || !isSeenIn(column, dirty))
            continue;
        option.state = plain;
        option.state.setFlag(QStyle::State_Selected, selectionModel()->isSelected(index));
        option.state.setFlag(QStyle::State_HasFocus, hasFocus() && index == currentIndex());
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

/// What scrolls is not seen among what stays, and the other way round.
bool Grid::isSeenIn(int column, const QRect &part) const
{
    return m_frozen == 0 || frozen().holds(column) == frozen().area(viewport()->rect()).contains(part.topLeft());
}

/// The first that is not hidden, from a place on.
int Grid::shownColumn(int place, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (; place >= 0 && place < header->count(); place += step) {
        if (!header->isSectionHidden(header->logicalIndex(place)))
            return header->logicalIndex(place);
    }
    return -1;
}

int Grid::columnBeside(int column, int step) const
{
    const int beside = shownColumn(horizontalHeader()->visualIndex(column) + step, step);
    return beside < 0 ? column : beside;
}

int Grid::rowFor(CursorAction action, int row) const
{
    const int last = rowCount() - 1;
    switch (action) {
    case MoveUp:
        return std::max(0, row - 1);
    case MoveDown:
        return std::min(last, row + 1);
    case MovePageUp:
        return std::max(0, row - rowsSeen());
    case MovePageDown:
        return std::min(last, row + rowsSeen());
    default:
        return row;
    }
}

QModelIndex Grid::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    if (rowCount() == 0 || model()->columnCount() == 0)
        return {};
    const QModelIndex current = currentIndex();
    const int row = std::max(0, current.row());
    const int column = std::max(0, current.column());
    const int forth = isRightToLeft() ? -1 : 1;
    const bool isWhole = modifiers.testFlag(Qt::ControlModifier);
    switch (action) {
    case MoveLeft:
    case MovePrevious:
        return model()->index(row, columnBeside(column, action == MoveLeft ? -forth : -1));
    case MoveRight:
    case MoveNext:
        return model()->index(row, columnBeside(column, action == MoveRight ? forth : 1));
    case MoveHome:
        return isWhole ? model()->index(0, column) : model()->index(row, shownColumn(0, 1));
    case MoveEnd:
        return isWhole ? model()->index(rowCount() - 1, column)
                       : model()->index(row, shownColumn(horizontalHeader()->count() - 1, -1));
    default:
        return model()->index(rowFor(action, row), column);
    }
}

void Grid::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags flags)
{
    const QModelIndex first = indexAt({std::max(0, rect.left()), rect.top()});
    QModelIndex last = indexAt({rect.right(), rect.bottom()});
    if (!first.isValid() || !last.isValid())
        last = first;
    if (!first.isValid() || !selectionModel())
        return;
    const QModelIndex top = model()->index(std::min(first.row(), last.row()), std::min(first.column(), last.column()));
    const QModelIndex end = model()->index(std::max(first.row(), last.row()), std::max(first.column(), last.column()));
    selectionModel()->select(QItemSelection(top, end), flags);
}

QRegion Grid::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    const int end = m_first + rowsSeen() + 1;
    for (const QItemSelectionRange &range : selection) {
        const int first = std::max(range.top(), m_first);
        const int last = std::min(range.bottom(), end);
        if (first <= last)
            region += QRect(0, (first - m_first) * m_rowHeight, viewport()->width(), (last - first + 1) * m_rowHeight);
    }
    return region;
}

int Grid::horizontalOffset() const
{
    return horizontalHeader()->offset();
}

int Grid::verticalOffset() const
{
    return m_first * m_rowHeight;
}

bool Grid::isIndexHidden(const QModelIndex &index) const
{
    return isColumnHidden(index.column());
}

int Grid::sizeHintForColumn(int column) const
{
    if (!model())
        return -1;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    int width = 0;
    const int last = std::min(rowCount(), m_first + std::min(rowsSeen() + 1, RowsMeasured));
    for (int row = m_first; row < last; ++row) {
        const QModelIndex index = model()->index(row, column);
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width + 1;
}
