#pragma once

#include "store/tablefields.h"

#include <QStyledItemDelegate>

/// Shows the names of other rows as chips, as many as there is room for, and how many more there are.
class LinksDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

protected:
    /// The rows that a cell names.
    virtual table::Links linksOf(const QModelIndex &index) const;
};
