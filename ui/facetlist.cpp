#include "facetlist.h"

#include "store/tablefilter.h"
#include "wording.h"

#include <QLabel>
#include <QListWidget>
#include <QScreen>
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
    , m_list(new QListWidget(this))
{
    setObjectName(u"facetList"_s);
    setFrameShape(StyledPanel);
    m_title->setObjectName(u"facetTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_list->setObjectName(u"facets"_s);
    m_list->setAccessibleName(tr("Values and how many rows have each"));
    m_list->setUniformItemSizes(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_title);
    layout->addWidget(m_list);
    connect(m_list, &QListWidget::itemChanged, this, &FacetList::choose);
}

void FacetList::open(const QPoint &place, const QString &title)
{
    m_facets.clear();
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
    m_facets = facets;
    m_title->setText(facets.isEmpty() ? tr("No values") : windowTitle());
    const auto conditions = filter::parse(filter);
    const QStringList ticked = conditions && conditions->size() == 1 ? conditions->first().values : QStringList();
    for (const table::Facet &facet : facets) {
        const QString name = facet.name.isEmpty() ? tr("No value") : facet.name;
        auto *item = new QListWidgetItem(tr("%1  (%2)").arg(name, wording::number(facet.count)), m_list);
        const bool isTicked = facet.filter == filter || (!facet.name.isEmpty() && ticked.contains(facet.name));
        item->setCheckState(isTicked ? Qt::Checked : Qt::Unchecked);
    }
    m_list->setCurrentRow(0);
}

void FacetList::tell(const QString &why)
{
    m_title->setText(why);
}

void FacetList::choose(QListWidgetItem *changed)
{
    QList<table::Facet> ticked;
    for (int row = 0; row < m_list->count(); ++row) {
        if (m_list->item(row)->checkState() == Qt::Checked)
            ticked.append(m_facets[row]);
    }
    const bool isList = std::ranges::all_of(ticked, isEqual) || std::ranges::all_of(ticked, isPart);
    if (!isList && ticked.size() > 1) { // ranges, or none: one at a time
        const QSignalBlocker blocker(m_list);
        for (int row = 0; row < m_list->count(); ++row)
            m_list->item(row)->setCheckState(m_list->item(row) == changed ? Qt::Checked : Qt::Unchecked);
        ticked = {m_facets[m_list->row(changed)]};
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
