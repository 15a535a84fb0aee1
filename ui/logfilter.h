#pragma once

#include "logmodel.h"

#include <QSortFilterProxyModel>

/// The lines of a level and worse that contain some words.
class LogFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setLevel(LogEntry::Level least)
    {
        m_least = least;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override
    {
        const QModelIndex index = sourceModel()->index(row, LogModel::Text, parent);
        return index.data(LogModel::LevelRole).toInt() >= int(m_least)
            && QSortFilterProxyModel::filterAcceptsRow(row, parent);
    }

private:
    LogEntry::Level m_least = LogEntry::Level::Traffic;
};
