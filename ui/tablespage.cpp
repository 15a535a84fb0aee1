#include "tablespage.h"

#include "action.h"
#include "grid.h"
#include "store/database.h"
#include "tableexportbar.h"
#include "tablerecord.h"
#include "tablesmodel.h"
#include "tablewording.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
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
    auto names = table::names(connection);
    if (!names)
        return std::unexpected(names.error());
    Overview overview{.names = *names};
    for (const QString &name : *names) {
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
    m_often.start();
}

void TablesPage::hideEvent(QHideEvent *event)
{
    m_often.stop();
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
    m_list->setCurrentIndex(m_tables->index(m_tables->rowOf(u"movies"_s), TablesModel::Name));
}

void TablesPage::showTable()
{
    const QString table = m_tables->tableAt(m_list->currentIndex().row());
    if (table.isEmpty())
        return;
    m_words->clear();
    m_soon.stop();
    m_place.reset();
    m_grid->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_reader->show({.table = table});
}

void TablesPage::showWords()
{
    table::Query query = m_reader->query();
    query.words = m_words->text();
    m_place.reset();
    m_reader->show(query);
}

void TablesPage::showOrder(const QString &column, Qt::SortOrder order)
{
    table::Query query = m_reader->query();
    const QList<table::Order> wanted = column.isEmpty() ? QList<table::Order>() : QList{table::Order{column, order}};
    if (query.table.isEmpty() || query.order == wanted)
        return;
    query.order = wanted;
    m_place.reset();
    m_reader->show(query);
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
    m_place = Place{.row = current.row(), .column = current.column(), .scroll = m_grid->verticalScrollBar()->value()};
}

void TablesPage::restorePlace()
{
    const auto place = std::exchange(m_place, std::nullopt);
    if (!place)
        return chooseFirst();
    if (place->row < m_model->rowCount())
        m_grid->setCurrentIndex(m_model->index(place->row, place->column));
    m_grid->verticalScrollBar()->setValue(place->scroll);
}

void TablesPage::chooseFirst()
{
    m_grid->scrollToTop();
    const qsizetype title = m_model->shape().columnOf(u"title"_s);
    m_grid->setCurrentIndex(m_model->index(0, int(std::max<qsizetype>(0, title))));
}

void TablesPage::take()
{
    const TableShape &shape = m_model->shape();
    showCount();
    if (m_fitted != shape.query.table)
        fitColumns();
    restorePlace();
    showRecord();
}

void TablesPage::showCount()
{
    const TableShape &shape = m_model->shape();
    m_count->setText(tablewording::count(shape));
    m_nothing->setText(tablewording::nothing(shape));
    m_nothing->setVisible(shape.count == 0);
    m_grid->setVisible(shape.count > 0);
    m_export->setEnabled(shape.count > 0 && !m_exportBar->isRunning());
    if (m_exportBar->isOffered())
        m_exportBar->setShown(shownOrder());
}

void TablesPage::fitColumns()
{
    m_fitted = m_model->shape().query.table;
    m_grid->resizeColumnsToContents();
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString &name = m_model->shape().fields[column].name;
        const bool isName = name == "title"_L1 || name == "name"_L1;
        const int width = std::clamp(m_grid->columnWidth(column), letter * 8, letter * (isName ? 44 : 28));
        m_grid->setColumnWidth(column, isName ? std::max(width, letter * 28) : width);
    }
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
        const int column = m_grid->horizontalHeader()->logicalIndex(place);
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
