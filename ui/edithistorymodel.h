#pragma once

#include "store/edithistory.h"

#include <QAbstractTableModel>

class EditSession;

/// What people changed in a record, the newest first.
class EditHistoryModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Who, What, Before, After, ColumnCount };

    explicit EditHistoryModel(EditSession &session, QObject *parent = nullptr);

    void setEntries(const QList<edithistory::Entry> &entries);
    const edithistory::Entry &entryAt(int row) const { return m_entries[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QString textOf(const edithistory::Entry &entry, Column column) const;

    QString shown(const edithistory::Entry &entry, const records::Cell &cell) const;

    EditSession &m_session;
    QList<edithistory::Entry> m_entries;
};
