#include "filterheader.h"
#include "grid.h"
#include "tablespage.h"

using namespace Qt::Literals;

// The page's columns: as wide as what is in them at first, then as a person left them.

namespace {

QStringList namesOf(const TableShape &shape)
{
    QStringList names;
    for (const table::Field &field : shape.fields)
        names.append(field.name);
    return names;
}

}

void TablesPage::fitColumns()
{
    m_fitted = m_model->shape().query.table;
    for (int column = 0; column < m_model->columnCount(); ++column) {
        m_header->setSectionHidden(column, false);
        m_header->moveSection(m_header->visualIndex(column), column);
    }
    const auto layout = m_view ? std::exchange(m_view, std::nullopt) : m_layouts.layout(m_fitted);
    m_header->setFrozen(0);
    m_thumbnails->setEnabled(m_model->shape().columnOf(u"poster_url"_s) >= 0);
    m_thumbnails->setChecked(layout && layout->hasPosters && m_thumbnails->isEnabled());
    m_isFittedToRows = true;
    if (layout && arrange(*layout))
        return;
    m_isFittedToRows = m_model->shape().count > 0;
    m_grid->resizeColumnsToContents();
    const int letter = fontMetrics().averageCharWidth();
    for (int column = 0; column < m_model->columnCount(); ++column) {
        const QString &name = m_model->shape().fields[column].name;
        const bool isName = name == "title"_L1 || name == "name"_L1;
        const int width = std::clamp(m_grid->columnWidth(column), letter * 10, letter * (isName ? 44 : 28));
        m_grid->setColumnWidth(column, isName ? std::max(width, letter * 28) : width);
    }
    hideDoubles();
}

/// A film's first director stands among its directors, and how often a row was changed is the program's own business.
void TablesPage::hideDoubles()
{
    const QList<table::Field> &fields = m_model->shape().fields;
    for (qsizetype i = 0; i < fields.size(); ++i) {
        const bool isDouble = std::ranges::any_of(fields, [&](const table::Field &other) {
            return other.kind == table::Field::Kind::Relation && fields[i].kind == table::Field::Kind::Reference
                && other.table == fields[i].table;
        });
        m_grid->setColumnHidden(int(i), isDouble || fields[i].name == "row_version"_L1);
    }
}

/// Puts the columns as they were left, if they are still the same.
bool TablesPage::arrange(const TableLayouts::Layout &layout)
{
    if (layout.columns != namesOf(m_model->shape()) || !m_header->restoreState(layout.header))
        return false;
    m_header->setFrozen(layout.frozen);
    m_header->placeFields();
    return true;
}

/// The columns up to the current one stay.
void TablesPage::freeze()
{
    const QModelIndex current = m_grid->currentIndex();
    if (current.isValid())
        m_header->setFrozen(m_header->visualIndex(current.column()) + 1);
}

void TablesPage::unfreeze()
{
    m_header->setFrozen(0);
}

TableLayouts::Layout TablesPage::shownLayout() const
{
    const TableShape &shape = m_model->shape();
    return {.columns = namesOf(shape),
            .header = m_header->saveState(),
            .frozen = m_header->frozenColumns().places,
            .hasPosters = m_thumbnails->isChecked(),
            .query = shape.query,
            .row = std::max(0, m_grid->currentIndex().row() - m_model->newCount()),
            .column = m_grid->currentIndex().column()};
}

void TablesPage::keepLayout()
{
    const TableShape &shape = m_model->shape();
    if (shape.query.table.isEmpty() || m_fitted != shape.query.table || !m_isFittedToRows)
        return;
    TableLayouts::Layout layout = shownLayout(); // without what led here from one row
    layout.query.filters.removeIf([](const table::Filter &filter) { return filter.row.has_value(); });
    m_layouts.keep(layout);
}
