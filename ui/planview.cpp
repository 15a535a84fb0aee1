#include "planview.h"

#include <QHeaderView>
#include <QLocale>

using namespace Qt::Literals;
using console::Step;

namespace {

enum Column { Text, Detail, Expected, Cost, ColumnCount };

QString number(std::optional<double> value, int decimals)
{
    return value ? QLocale().toString(*value, 'f', decimals) : QString();
}

QTreeWidgetItem *itemOf(const Step &step)
{
    auto *item = new QTreeWidgetItem({step.text, step.detail, number(step.rows, 0), number(step.cost, 2)});
    item->setToolTip(Detail, step.detail);
    for (const Column column : {Expected, Cost})
        item->setTextAlignment(column, Qt::AlignRight | Qt::AlignVCenter);
    for (const Step &part : step.steps)
        item->addChild(itemOf(part));
    return item;
}

}

PlanView::PlanView(const QList<Step> &plan, QWidget *parent)
    : QTreeWidget(parent)
{
    setObjectName(u"planView"_s);
    setAccessibleName(tr("Plan"));
    setColumnCount(ColumnCount);
    setHeaderLabels({tr("Step"), tr("How"), tr("Rows"), tr("Cost")});
    setAlternatingRowColors(true);
    for (const Step &step : plan)
        addTopLevelItem(itemOf(step));
    expandAll();
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(Text, QHeaderView::Stretch);
    const bool isSqlite = std::ranges::none_of(plan, [](const Step &step) { return step.cost.has_value(); });
    for (const Column column : {Detail, Expected, Cost})
        setColumnHidden(column, isSqlite);
    setColumnWidth(Detail, fontMetrics().averageCharWidth() * 60);
    if (topLevelItemCount() > 0)
        setCurrentItem(topLevelItem(0));
}
