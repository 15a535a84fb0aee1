#pragma once

#include <QSortFilterProxyModel>

/// The rows of a statement in the order of a column, as SQLite compares: NULL, numbers, texts, bytes. As they came,
/// where no column is chosen.
class ResultOrder : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// The number of a row among those that the statement brought, from 1.
    int numberOf(const QModelIndex &index) const { return mapToSource(index).row() + 1; }

protected:
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;
};
