#include "action.h"
#include "facetlist.h"
#include "filterheader.h"
#include "grid.h"
#include "overviewpanel.h"
#include "store/tablefilter.h"
#include "store/typed.h"
#include "tablespage.h"
#include "tablewording.h"

#include <QLineEdit>
#include <QMenu>
#include <QStackedWidget>
#include <QWidgetAction>

using namespace Qt::Literals;
using namespace std::chrono_literals;

// The page's menus: of a column, of a row, of the saved views.

namespace {

constexpr qsizetype MostNames = 20; ///< of a cell, in a menu
constexpr auto LongestCount = 60s;

table::Query queryFor(const table::Field &field, qint64 row, const QString &name)
{
    return {.table = field.table, .filters = {{.column = field.key, .text = name, .row = row}}};
}

QMenu *makeMenu(const QString &name, QWidget *parent)
{
    auto *menu = new QMenu(parent);
    menu->setObjectName(name);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

}

void TablesPage::showHeaderMenu(const QPoint &place)
{
    const int section = m_header->frozenColumns().sectionAt(place.x());
    if (section < 0)
        return;
    const QString column = m_header->columnOf(section);
    QMenu *menu = makeMenu(u"headerMenu"_s, this);
    menu->addAction(tr("Sort &up"), this, [this, column] { showOrder({{column}}); });
    menu->addAction(tr("Sort &down"), this, [this, column] { showOrder({{column, Qt::DescendingOrder}}); });
    menu->addSeparator();
    menu->addAction(tr("Choose &values…"), this, [this, section] { chooseValues(section); });
    menu->addAction(tr("Only &empty"), this, [this, section] { m_header->setFilter(section, u"="_s); });
    menu->addAction(tr("Only &filled"), this, [this, section] { m_header->setFilter(section, u"<>"_s); });
    menu->addAction(m_all);
    menu->addSeparator();
    const int places = m_header->visualIndex(section) + 1;
    menu->addAction(tr("&Freeze up to here"), this, [this, places] { m_header->setFrozen(places); });
    menu->addAction(m_unfreeze);
    menu->addAction(tr("&Hide this column"), this, [this, section] { m_grid->setColumnHidden(section, true); });
    addColumns(menu->addMenu(tr("&Columns")));
    if (m_thumbnails->isEnabled())
        menu->addAction(m_thumbnails);
    menu->popup(m_header->mapToGlobal(place));
}

void TablesPage::addColumns(QMenu *menu)
{
    for (int place = 0; place < m_header->count(); ++place) {
        const int section = m_header->logicalIndex(place);
        QAction *action = menu->addAction(m_model->headerData(section, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!m_grid->isColumnHidden(section));
        connect(action, &QAction::toggled, this,
                [this, section](bool isShown) { m_grid->setColumnHidden(section, !isShown); });
    }
}

void TablesPage::showRowMenu(const QPoint &place)
{
    QMenu *menu = makeMenu(u"rowMenu"_s, this);
    menu->addActions(m_grid->actions());
    const QModelIndex index = m_grid->indexAt(place);
    if (index.isValid())
        addNames(menu, index);
    menu->popup(m_grid->viewport()->mapToGlobal(place));
}

/// The rows that a cell names, each one click away.
void TablesPage::addNames(QMenu *menu, const QModelIndex &index)
{
    const table::Row *row = m_model->rowAt(index.row());
    if (!row || row->isGone())
        return;
    const table::Field field = m_model->shape().fields[index.column()];
    auto links = index.data(TableModel::LinksRole).value<table::Links>();
    const QVariant &key = row->referred[index.column()];
    if (!key.isNull() && !typed::isNew(key.toString()))
        links = {{.row = key.toLongLong(), .name = row->cells[index.column()].toString()}};
    if (!links.isEmpty())
        menu->addSeparator();
    for (const table::Link &link : links.first(std::min(MostNames, links.size())))
        menu->addAction(tablewording::showing(link.name), this,
                        [this, field, link] { go(queryFor(field, link.row, link.name)); });
}

void TablesPage::followName()
{
    const QModelIndex index = m_grid->currentIndex();
    if (!index.isValid())
        return;
    QMenu *menu = makeMenu(u"nameMenu"_s, this);
    addNames(menu, index);
    const QList<QAction *> names = menu->actions();
    if (names.size() > 2)
        return menu->popup(m_grid->viewport()->mapToGlobal(m_grid->visualRect(index).bottomLeft()));
    if (!names.isEmpty())
        names.constLast()->trigger();
    menu->deleteLater();
}

void TablesPage::chooseValues(int section)
{
    if (section < 0)
        return;
    m_counting.request_stop();
    m_counting = {};
    const QString column = m_header->columnOf(section);
    const QPoint place(m_header->frozenColumns().placeOf(section), m_header->height());
    m_facets->open(m_header->mapToGlobal(place), m_model->headerData(section, Qt::Horizontal).toString());
    disconnect(m_facets, &FacetList::chosen, this, nullptr);
    connect(m_facets, &FacetList::chosen, this,
            [this, section](const QString &filter) { m_header->setFilter(section, filter); });
    const auto ask = [query = m_reader->query(), column](Connection &connection) {
        return table::facets(connection, query, column);
    };
    QCoro::connect(m_aside.read({.stop = m_counting.get_token(), .time = LongestCount}, ask), this,
                   [this, section, stop = m_counting.get_token()](const Result<QList<table::Facet>> &facets) {
                       if (stop.stop_requested())
                           return;
                       if (facets)
                           m_facets->show(*facets, m_header->field(section)->text());
                       else
                           m_facets->tell(facets.error().message);
                   });
}

void TablesPage::showOverview(bool isWanted)
{
    m_sights->setCurrentIndex(isWanted ? 1 : 0);
    if (isWanted)
        m_panel->read(m_reader->query().table);
    else
        m_panel->stop();
    steerStop();
}

void TablesPage::fillViews()
{
    m_views->clear();
    for (const QString &name : m_layouts.views()) {
        QMenu *view = m_views->addMenu(QString(name).replace(u'&', u"&&"_s));
        view->addAction(tr("&Show"), this, [this, name] { showView(name); });
        view->addAction(tr("&Remove"), this, [this, name] { m_layouts.removeView(name); });
    }
    m_views->addSeparator();
    auto *name = new QLineEdit(m_views);
    name->setObjectName(u"viewName"_s);
    name->setAccessibleName(tr("Name for this view"));
    name->setPlaceholderText(tr("Name for this view, then Enter"));
    name->setMinimumWidth(fontMetrics().horizontalAdvance(name->placeholderText())
                          + fontMetrics().averageCharWidth() * 4);
    auto *entry = new QWidgetAction(m_views);
    entry->setDefaultWidget(name);
    m_views->addAction(entry);
    connect(name, &QLineEdit::returnPressed, this, [this, name] {
        saveView(name->text().trimmed());
        m_views->close();
    });
    name->setFocus();
}

void TablesPage::showView(const QString &name)
{
    const auto view = m_layouts.view(name);
    if (!view)
        return;
    go(view->query);
    if (!view->columns.isEmpty())
        m_view = view;
}

void TablesPage::saveView(const QString &name)
{
    if (name.isEmpty() || m_reader->query().table.isEmpty())
        return;
    TableLayouts::Layout view = shownLayout();
    view.query = m_reader->query();
    m_layouts.keepView(name, view);
}
