#pragma once

#include "store/staging.h"

#include <QAbstractTableModel>

class EditSession;

/// Changes that are typed and not saved, in their order, each with the statement that it means.
class StagedModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { What, Where, Before, After, Sql, ColumnCount };

    explicit StagedModel(EditSession &session, QObject *parent = nullptr);

    void setStaged(const QList<staging::Staged> &staged);
    const staging::Staged &stagedAt(int row) const { return m_staged[row]; }
    QString sqlAt(int row) const { return editing::sql(m_staged[row].change); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const editing::Change &change, Column column) const;

    EditSession &m_session;
    QList<staging::Staged> m_staged;
};
