#include "editgrid.h"

#include "editdelegate.h"
#include "editdesk.h"
#include "rownames.h"
#include "tablemodel.h"

#include <QHeaderView>
#include <QTableView>

using namespace Qt::Literals;
using table::Field;

namespace {

constexpr int MostBelow = 10'000; // rows, for a block that is pasted
constexpr int MostHere = TableModel::PageSize * TableModel::PagesKept; // chosen rows

}

EditGrid::EditGrid(EditDesk &desk, QTableView &grid, const TableModel &model)
    : QObject(&grid)
    , m_desk(desk)
    , m_grid(grid)
    , m_model(model)
{
    m_grid.setSelectionMode(QAbstractItemView::ExtendedSelection);
    auto *delegate
        = new EditDelegate(desk.session(), [this](const QModelIndex &index) { return placeOf(index); }, &grid);
    m_grid.setItemDelegate(delegate);
    connect(&desk.session().names(), &RowNames::known, m_grid.viewport(), qOverload<>(&QWidget::update));
    m_soon.setSingleShot(true);
    m_soon.setInterval(0);
    connect(&m_soon, &QTimer::timeout, this, [this] { m_desk.setContext(context()); });
    const auto soon = qOverload<>(&QTimer::start);
    connect(m_grid.selectionModel(), &QItemSelectionModel::currentChanged, &m_soon, soon);
    connect(m_grid.selectionModel(), &QItemSelectionModel::selectionChanged, &m_soon, soon);
    connect(m_grid.selectionModel(), &QItemSelectionModel::selectionChanged, this, &EditGrid::noteChosen);
    connect(&model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { chooseMore(first, last); });
    connect(&model, &QAbstractItemModel::modelReset, &m_soon, soon);
    connect(&model, &QAbstractItemModel::dataChanged, &m_soon, soon);
    connect(&desk, &EditDesk::stagedChanged, m_grid.viewport(), qOverload<>(&QWidget::update));
}

void EditGrid::writeBeside(const QModelIndex &index)
{
    m_soon.stop();
    m_desk.setContext(context());
    m_desk.writeLinks(m_model.shape().fields.value(index.column()).name);
}

QString EditGrid::keyOf(int row) const
{
    const table::Row *found = m_model.rowAt(row);
    return found ? editplace::text(found->key) : QString();
}

std::optional<EditPlace> EditGrid::placeOf(const QModelIndex &index) const
{
    const TableShape &shape = m_model.shape();
    const model::Table *table = model::own().table(shape.query.table);
    const table::Row *row = m_model.rowAt(index.row());
    const Field field = shape.fields.value(index.column());
    const model::Column *column = table && field.kind != Field::Kind::Relation ? table->column(field.name) : nullptr;
    if (!table || !row || row->isGone() || row->key.isEmpty())
        return std::nullopt;
    if (field.kind == Field::Kind::Relation)
        return EditPlace{.table = table->name,
                         .row = keyOf(index.row()),
                         .between = field.name,
                         .other = model::own().table(field.name)->column(field.to)};
    if (!column)
        return EditPlace{.table = table->name, .row = keyOf(index.row())};
    const bool isName = field.kind == Field::Kind::Reference;
    const QVariant value = (isName ? row->referred : row->cells).value(index.column());
    return EditPlace{.table = table->name,
                     .row = keyOf(index.row()),
                     .column = column,
                     .value = records::cell(value, *column),
                     .name = isName ? row->cells.value(index.column()).toString() : QString()};
}

QStringList EditGrid::columnsFrom(int column) const
{
    const QHeaderView *header = m_grid.horizontalHeader();
    QStringList names;
    for (int place = header->visualIndex(column); place >= 0 && place < header->count(); ++place) {
        const int logical = header->logicalIndex(place);
        if (!header->isSectionHidden(logical))
            names.append(m_model.shape().fields.value(logical).name);
    }
    return names;
}

EditContext EditGrid::context() const
{
    const QModelIndex current = m_grid.currentIndex();
    EditContext context{.table = m_model.shape().query.table};
    if (!current.isValid())
        return context;
    context.row = keyOf(current.row());
    context.columns = columnsFrom(current.column());
    addChosen(context);
    if (context.rows.isEmpty() && context.isAllHere() && !context.row.isEmpty())
        context.rows.append(context.row);
    for (int row = current.row(); row < m_model.rowCount() && context.rowsBelow.size() < MostBelow; ++row) {
        const QString key = keyOf(row);
        if (key.isEmpty())
            break;
        context.rowsBelow.append(key);
    }
    return context;
}

void EditGrid::noteChosen()
{
    const int count = m_model.rowCount();
    m_isAllChosen
        = count > 1 && rowranges::of(m_grid.selectionModel()->selection()) == QList<RowRange>{{.count = count}};
}

/// Who chose all rows while they were being counted means all of them.
void EditGrid::chooseMore(int first, int last)
{
    const bool isGrowth = first >= m_model.newCount() && last == m_model.rowCount() - 1;
    if (!m_isAllChosen || !isGrowth)
        return;
    const QItemSelection all(m_model.index(0, 0), m_model.index(last, m_model.columnCount() - 1));
    m_grid.selectionModel()->select(all, QItemSelectionModel::ClearAndSelect);
}

/// Where a row of them is not here, their places are told instead.
void EditGrid::addChosen(EditContext &context) const
{
    const QItemSelection selection = m_grid.selectionModel()->selection();
    const QList<RowRange> all = rowranges::of(selection);
    bool isAllHere = rowranges::count(all) <= MostHere;
    for (const RowRange &range : all) {
        const qint64 end = isAllHere ? range.first + range.count : std::min<qint64>(m_model.newCount(), range.count);
        for (qint64 row = range.first; row < end; ++row) {
            const QString key = keyOf(int(row));
            isAllHere = isAllHere && !key.isEmpty();
            if (!key.isEmpty())
                context.rows.append(key);
        }
    }
    if (!isAllHere)
        context.ranges = rowranges::of(selection, m_model.newCount());
}
