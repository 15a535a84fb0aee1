#pragma once

#include "store/newest.h"

#include <QAbstractTableModel>

/// The titles that a crawl looked up last, and what became of them, the newest first.
class NewestModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Title, Article, State, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    /// Rows change in place: nothing moves, and a row that is chosen stays so.
    void show(const QList<newest::Found> &found);
    ItemId itemAt(int row) const { return m_found[row].item; }
    /// Whether it stands still, and says so.
    void setHeld(bool held);
    /// All that can stand in the column of states.
    static QStringList states();

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    void setSize(int rows);

    QList<newest::Found> m_found;
    bool m_isHeld = false;
};
