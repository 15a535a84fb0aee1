#pragma once

#include "store/consoleanswer.h"

#include <QAbstractTableModel>

/// The rows that a statement brought, as values.
class ResultModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    explicit ResultModel(console::Outcome outcome, QObject *parent = nullptr);

    const console::Outcome &outcome() const { return m_outcome; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// NULL, an empty text and zero look different. EditRole is the value itself.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    console::Outcome m_outcome;
};
