#include "facetlist.h"

#include "store/tablefilter.h"
#include "wording.h"

#include <QLabel>
#include <QScreen>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::Literals;

namespace {

bool isEqual(const table::Facet &facet)
{
    return facet.filter == filter::anyOf({facet.name});
}

bool isPart(const table::Facet &facet)
{
    return facet.filter == facet.name;
}

}

FacetList::FacetList(QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_title(new QLabel(this))
    , m_list(new QTreeWidget(this))
{
    setObjectName(u"facetList"_s);
    setFrameShape(StyledPanel);
    m_title->setObjectName(u"facetTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_list->setObjectName(u"facets"_s);
    m_list->setAccessibleName(tr("Values and how many rows have each"));
    m_list->setUniformRowHeights(true);
    m_list->setHeaderHidden(true);
    m_list->setColumnCount(1);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    connect(m_list, &QTreeWidget::itemChanged, this, &FacetList::choose);
}

void FacetList::open(const QPoint &place, const QString &title)
{
    m_facets.clear();
    m_items.clear();
    m_list->clear();
    m_title->setText(tr("%1: counting…").arg(title));
    setWindowTitle(title);
    const QSize size(fontMetrics().averageCharWidth() * 44, fontMetrics().height() * 20);
    const QRect screen = parentWidget()->screen()->availableGeometry();
    setGeometry(QRect(place, size)
                    .translated(std::min(0, screen.right() - place.x() - size.width()),
                                std::min(0, screen.bottom() - place.y() - size.height())));
    QFrame::show();
    m_list->setFocus();
}

void FacetList::show(const QList<table::Facet> &facets, const QString &filter)
{
    const QSignalBlocker blocker(m_list);
    m_title->setText(facets.isEmpty() ? tr("No values") : windowTitle());
    m_filter = filter;
    const auto conditions = filter::parse(filter);
    const bool isList = conditions && conditions->size() == 1 && conditions->first().sign != filter::Sign::Between;
    m_ticked = isList ? conditions->first().values : QStringList();
    for (const table::Facet &facet : facets)
        add(facet, nullptr);
    m_list->setRootIsDecorated(std::ranges::any_of(facets, [](const auto &facet) { return !facet.parts.isEmpty(); }));
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

/// A decade of which a year is ticked is open.
void FacetList::add(const table::Facet &facet, QTreeWidgetItem *decade)
{
    const QString name = facet.name.isEmpty() ? tr("No value") : facet.name;
    auto *item = decade ? new QTreeWidgetItem(decade) : new QTreeWidgetItem(m_list);
    item->setText(0, tr("%1  (%2)").arg(name, wording::number(facet.count)));
    const bool isTicked = facet.filter == m_filter || (!facet.name.isEmpty() && m_ticked.contains(facet.name));
    item->setCheckState(0, isTicked ? Qt::Checked : Qt::Unchecked);
    m_facets.append(facet);
    m_items.append(item);
    if (decade && isTicked)
        decade->setExpanded(true);
    for (const table::Facet &part : facet.parts)
        add(part, item);
}

const table::Facet &FacetList::facetOf(const QTreeWidgetItem *item) const
{
    return m_facets[m_items.indexOf(item)];
}

void FacetList::tell(const QString &why)
{
    m_title->setText(why);
}

void FacetList::choose(QTreeWidgetItem *changed)
{
    QList<table::Facet> ticked;
    for (const QTreeWidgetItem *item : std::as_const(m_items)) {
        if (item->checkState(0) == Qt::Checked)
            ticked.append(facetOf(item));
    }
    const bool isList = std::ranges::all_of(ticked, isEqual) || std::ranges::all_of(ticked, isPart);
    if (!isList && ticked.size() > 1) { // ranges, or none: one at a time
        const QSignalBlocker blocker(m_list);
        for (QTreeWidgetItem *item : std::as_const(m_items))
            item->setCheckState(0, item == changed ? Qt::Checked : Qt::Unchecked);
        ticked = {facetOf(changed)};
    }
    emit chosen(filterOf(ticked));
}

QString FacetList::filterOf(const QList<table::Facet> &chosen)
{
    if (chosen.size() <= 1)
        return chosen.isEmpty() ? QString() : chosen.first().filter;
    QStringList names;
    for (const table::Facet &facet : chosen)
        names.append(facet.name);
    return std::ranges::all_of(chosen, isPart) ? names.join(u'|') : filter::anyOf(names);
}
