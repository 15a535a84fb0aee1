#pragma once

#include "data/crawl.h"

#include <QAbstractTableModel>

/// What went wrong in a crawl and did not stop it, newest first.
class NotesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { At, Subject, Reason, ColumnCount };
    static constexpr int Limit = 1000; ///< older ones are dropped; the database keeps them

    using QAbstractTableModel::QAbstractTableModel;

    void setNotes(QList<Note> notes);
    void add(const Note &note);
    const Note &noteAt(int row) const { return m_notes[row]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Note> m_notes;
};
