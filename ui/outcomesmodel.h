#pragma once

#include "store/consoleanswer.h"

#include <QAbstractTableModel>

/// What each statement of a run came to.
class OutcomesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Text, Came, Took, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void show(const console::Answer &answer);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    console::Answer m_answer;
};
