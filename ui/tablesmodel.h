#pragma once

#include "store/tableseek.h"

#include <QAbstractTableModel>
#include <QHash>

/// The tables with their counts: those of the movies, then, behind a heading, those the program keeps for itself.
class TablesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Count, ColumnCount };
    static constexpr int MovieTables = 10; ///< as the first version had them

    using QAbstractTableModel::QAbstractTableModel;

    /// The same tables again only change their counts.
    void setTables(const QStringList &names, const QHash<QString, seek::Size> &sizes);
    QString tableAt(int row) const { return m_tables.value(row); } ///< empty for the heading
    int rowOf(const QString &table) const { return int(m_tables.indexOf(table)); }
    seek::Size sizeOf(const QString &table) const { return m_sizes.value(table); }
    bool isHeading(int row) const { return tableAt(row).isEmpty(); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QStringList m_tables; // with an empty one where the heading stands
    QHash<QString, seek::Size> m_sizes;
};
