#pragma once

#include "editplace.h"

#include <QObject>
#include <QTimer>

class EditDelegate;
class EditDesk;
class QModelIndex;
class QTableView;
class TableModel;

/// Lets a person write in a grid of rows: its cells have editors, and the desk beside it knows where the person stands.
class EditGrid : public QObject
{
    Q_OBJECT

public:
    EditGrid(EditDesk &desk, QTableView &grid, const TableModel &model);

public slots:
    /// A cell that has no editor here may have one in the form.
    void writeBeside(const QModelIndex &index);

private:
    std::optional<EditPlace> placeOf(const QModelIndex &index) const;
    QString keyOf(int row) const;
    EditContext context() const;
    void addChosen(EditContext &context) const;
    void noteChosen();
    void chooseMore(int first, int last);
    QStringList columnsFrom(int column) const;

    EditDesk &m_desk;
    QTableView &m_grid;
    const TableModel &m_model;
    QTimer m_soon; // once for all that a click changes
    bool m_isAllChosen = false; // and so are rows that are found later
};
