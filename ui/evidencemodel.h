#pragma once

#include "match/score.h"

#include <QAbstractTableModel>

/// Why a candidate may be the one: each signal with how well both sides agree, in words and with both values.
class EvidenceModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Agreement, Weight, Finding, Ours, Theirs, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setReasons(QList<score::Reason> reasons);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// The agreement's display is a percentage; its edit role the number from 0 to 1.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const score::Reason &reason, Column column) const;

    QList<score::Reason> m_reasons;
};
