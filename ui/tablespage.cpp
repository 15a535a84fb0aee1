#include "tablespage.h"

#include "action.h"
#include "editdesk.h"
#include "filterheader.h"
#include "grid.h"
#include "inlinemessage.h"
#include "newrows.h"
#include "overviewpanel.h"
#include "store/database.h"
#include "tableexportbar.h"
#include "tablerecord.h"
#include "tablesmodel.h"
#include "tablewording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>

using namespace Qt::Literals;

namespace {

/// The tables and how many rows each has.
struct Overview
{
    QStringList names;
    QHash<QString, seek::Size> sizes;
};

Result<Overview> overview(Connection &connection)
{
    const auto names = table::names(connection);
    const auto others = table::others(connection);
    if (!names || !others)
        return std::unexpected(names ? others.error() : names.error());
    Overview overview{.names = *names + *others};
    for (const QString &name : std::as_const(overview.names)) {
        const auto size = seek::size(connection, name);
        if (!size)
            return std::unexpected(size.error());
        overview.sizes.insert(name, *size);
    }
    return overview;
}

}

void TablesPage::refresh()
{
    count(Then::Read);
}

void TablesPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_desk->refresh();
    m_often.start();
}

void TablesPage::hideEvent(QHideEvent *event)
{
    m_often.stop();
    keepLayout();
    QWidget::hideEvent(event);
}

void TablesPage::count(Then then)
{
    QCoro::connect(m_services.database.read(overview), this,
                   [this, then, generation = ++m_generation](const Result<Overview> &overview) {
                       if (generation != m_generation)
                           return;
                       if (!overview)
                           return emit failed(overview.error());
                       takeTables(overview->names, overview->sizes, then);
                   });
}

void TablesPage::takeTables(const QStringList &names, const QHash<QString, seek::Size> &sizes, Then then)
{
    const bool isFirst = m_tables->rowCount() == 0;
    m_tables->setTables(names, sizes);
    const TableShape &shape = m_model->shape();
    const seek::Size size = m_tables->sizeOf(shape.query.table);
    if (!isFirst && (then == Then::Read || (size.isExact && size.rows != shape.total)))
        showFound();
    if (!isFirst)
        return;
    m_list->resizeColumnToContents(TablesModel::Count);
    const QString last = m_layouts.lastTable();
    const int row = m_tables->rowOf(last.isEmpty() ? u"movies"_s : last);
    m_list->setCurrentIndex(m_tables->index(row < 0 ? 0 : row, TablesModel::Name));
}

void TablesPage::showTable()
{
    const QString table = m_tables->tableAt(m_list->currentIndex().row());
    if (table.isEmpty())
        return;
    keepLayout();
    const auto layout = m_layouts.layout(table);
    go(layout ? layout->query : table::Query{.table = table});
    if (layout)
        m_place = Place{.row = layout->row, .column = layout->column};
}

void TablesPage::go(const table::Query &query)
{
    m_overview->setChecked(false);
    m_history.go(query);
    ask(query);
}

void TablesPage::ask(const table::Query &query)
{
    keepLayout();
    m_view.reset();
    chooseTable(query.table);
    m_words->setText(query.words);
    m_words->setPlaceholderText(tablewording::find(query.table));
    m_words->setToolTip(tablewording::findWhere(query.table));
    m_soon.stop(); // that was no person's word
    m_header->forgetTyped();
    m_place.reset();
    m_reader->show(query);
    steer();
}

void TablesPage::chooseTable(const QString &table)
{
    const QSignalBlocker blocker(m_list->selectionModel());
    m_list->setCurrentIndex(m_tables->index(m_tables->rowOf(table), TablesModel::Name));
    m_list->viewport()->update();
}

void TablesPage::narrow()
{
    table::Query query = m_reader->query();
    query.words = m_words->text();
    if (m_model->shape().query.table == query.table)
        query.filters = m_header->takeFilters();
    m_history.change(query);
    m_place = topOf(query);
    m_reader->show(query);
    steer();
}

void TablesPage::showOrder(const QList<table::Order> &order)
{
    table::Query query = m_reader->query();
    if (query.table.isEmpty() || query.order == order)
        return;
    query.order = order;
    m_history.change(query);
    m_place = topOf(query);
    m_reader->show(query);
}

void TablesPage::showAll()
{
    table::Query query = m_reader->query();
    query.words.clear();
    query.filters.clear();
    go(query);
}

void TablesPage::goBack()
{
    if (m_history.canGoBack())
        ask(m_history.back());
}

void TablesPage::goForth()
{
    if (m_history.canGoForth())
        ask(m_history.forth());
}

void TablesPage::steer()
{
    m_back->setEnabled(m_history.canGoBack());
    m_forth->setEnabled(m_history.canGoForth());
    m_all->setEnabled(m_reader->query().isNarrowed());
}

void TablesPage::showFound()
{
    if (m_reader->query().table.isEmpty())
        return;
    keepPlace();
    m_reader->show(m_reader->query());
}

void TablesPage::keepPlace()
{
    const QModelIndex current = m_grid->currentIndex();
    m_place = Place{.row = current.row() - m_model->newCount(),
                    .column = current.column(),
                    .scroll = m_grid->verticalScrollBar()->value()};
}

/// The first row, in the column where one is; of another table there is none.
std::optional<TablesPage::Place> TablesPage::topOf(const table::Query &query) const
{
    if (m_model->shape().query.table != query.table)
        return std::nullopt;
    return Place{.row = 0, .column = m_grid->currentIndex().column(), .scroll = 0};
}

/// A row that was saved just now is the last one, where rows stand in their key's order.
bool TablesPage::isLastMeant()
{
    const table::Query &query = m_model->shape().query;
    return std::exchange(m_isLastWanted, false) && query.order.isEmpty() && !query.isNarrowed();
}

void TablesPage::restorePlace()
{
    auto place = std::exchange(m_place, std::nullopt);
    if (!place)
        return chooseFirst();
    if (isLastMeant())
        place = Place{.row = m_model->rowCount() - m_model->newCount() - 1, .column = place->column};
    const int row = place->row + m_model->newCount();
    const int across = m_grid->horizontalScrollBar()->value();
    if (row >= 0 && row < m_model->rowCount())
        m_grid->setCurrentIndex(m_model->index(row, place->column < 0 ? titleColumn() : place->column));
    if (place->scroll < 0)
        return m_grid->scrollTo(m_grid->currentIndex(), Grid::PositionAtCenter);
    m_grid->verticalScrollBar()->setValue(place->scroll);
    m_grid->horizontalScrollBar()->setValue(across); // the field one types in may stand far from the row's cell
}

int TablesPage::titleColumn() const
{
    return int(std::max<qsizetype>(0, m_model->shape().columnOf(u"title"_s)));
}

void TablesPage::chooseFirst()
{
    m_grid->scrollToTop();
    m_grid->setCurrentIndex(m_model->index(m_model->newCount(), titleColumn()));
}

void TablesPage::chooseNew(int row)
{
    const qsizetype name = std::max(m_model->shape().columnOf(u"title"_s), m_model->shape().columnOf(u"name"_s));
    const QModelIndex index = m_model->index(row, int(std::max<qsizetype>(0, name)));
    m_grid->setCurrentIndex(index);
    m_grid->scrollTo(index);
}

void TablesPage::take()
{
    const TableShape &shape = m_model->shape();
    m_message->hide();
    steerStop();
    if (m_fitted != shape.query.table)
        m_header->forgetTyped(); // it was said of another's columns
    m_header->show(shape.query.filters, shape.query.order);
    showCount();
    if (m_fitted != shape.query.table || m_view || (!m_isFittedToRows && shape.count > 0))
        fitColumns();
    restorePlace();
    showRecord();
    m_newRows->refresh();
}

/// What a person asked for and cannot be meant is said beside the grid; the rest is the window's to tell.
void TablesPage::tellFault(const Error &error)
{
    steerStop();
    showCount();
    if (error.kind == Error::Kind::Invalid)
        m_message->tellError(error);
    else
        emit failed(error);
}

/// Says, where an answer takes a while, that it is on its way, and how to go on without it.
void TablesPage::tellWaiting()
{
    steerStop();
    if (m_reader->isReading())
        m_count->setText(tr("Looking for the rows… Esc stops that."));
}

void TablesPage::steerStop()
{
    m_stopReading->setEnabled(m_reader->isReading() || m_panel->isCounting());
}

void TablesPage::stopReading()
{
    if (m_panel->isCounting())
        return m_overview->setChecked(false);
    m_reader->stop();
    steerStop();
    m_message->tell(InlineMessage::Kind::Information, tr("It was stopped. What is shown is what was there before."));
    showCount();
}

void TablesPage::showCount()
{
    const TableShape &shape = m_model->shape();
    m_count->setText(tablewording::count(shape, m_model->newCount()));
    m_nothing->setText(tablewording::nothing(shape));
    m_nothing->setVisible(m_model->rowCount() == 0 && shape.isExact);
    m_export->setEnabled(shape.count > 0 && !m_exportBar->isRunning());
    if (m_exportBar->isOffered())
        m_exportBar->setShown(shownOrder());
}

void TablesPage::showRecord()
{
    const QModelIndex current = m_grid->currentIndex();
    m_copy->setEnabled(current.isValid());
    const table::Row *row = current.isValid() ? m_model->rowAt(current.row()) : nullptr;
    if (row && !row->isGone())
        m_record->show(m_model->shape(), *row);
    else
        m_record->clear();
}

void TablesPage::copyCell()
{
    const QModelIndex current = m_grid->currentIndex();
    QGuiApplication::clipboard()->setText(current.data(Qt::EditRole).toString());
}

exports::Order TablesPage::shownOrder() const
{
    const TableShape &shape = m_model->shape();
    exports::Order order{.content = exports::Content::Shown,
                         .query = shape.query,
                         .total = shape.isExact ? std::optional(shape.count) : std::nullopt};
    order.query.columns.clear();
    for (int place = 0; place < m_model->columnCount(); ++place) {
        const int column = m_header->logicalIndex(place);
        if (column >= 0 && !m_grid->isColumnHidden(column))
            order.query.columns.append(shape.fields[column].name);
    }
    return order;
}

void TablesPage::exportTo(const QString &path)
{
    exports::Order order = shownOrder();
    order.path = path;
    m_export->setEnabled(false);
    m_exportBar->start(order);
}
