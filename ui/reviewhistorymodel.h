#pragma once

#include "data/match.h"

#include <QAbstractTableModel>
#include <QSet>

/// Everything that was decided about an item, newest first.
class ReviewHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Who, From, Decided, Reason, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setHistory(const QList<Decision> &oldestFirst, const QSet<DecisionId> &takenBack);
    const Decision &decisionAt(int row) const { return m_decisions[row]; }
    bool isTakenBack(int row) const { return m_takenBack.contains(m_decisions[row].id); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(int row, Column column) const;
    QString what(int row) const;

    QList<Decision> m_decisions;
    QSet<DecisionId> m_takenBack;
};
