#pragma once

#include "store/tablefacets.h"

#include <QFrame>

class QLabel;
class QTreeWidget;
class QTreeWidgetItem;

/// The values of a column with how many rows have each, to be ticked: pops up under its header. A decade opens to its
/// years.
class FacetList : public QFrame
{
    Q_OBJECT

public:
    explicit FacetList(QWidget *parent = nullptr);

    /// Opens empty, until the values are there.
    void open(const QPoint &place, const QString &title);
    /// `filter` is what stands under the column now: its values are ticked.
    void show(const QList<table::Facet> &facets, const QString &filter);
    void tell(const QString &why);

    /// What is to stand under the column for the ticked values.
    static QString filterOf(const QList<table::Facet> &chosen);

signals:
    void chosen(const QString &filter);

private:
    void add(const table::Facet &facet, QTreeWidgetItem *decade);
    const table::Facet &facetOf(const QTreeWidgetItem *item) const;
    void choose(QTreeWidgetItem *changed);

    QLabel *m_title;
    QTreeWidget *m_list;
    QString m_filter; // what stands under the column
    QStringList m_ticked; // values in it
    QList<table::Facet> m_facets; // one an item
    QList<QTreeWidgetItem *> m_items;
};
