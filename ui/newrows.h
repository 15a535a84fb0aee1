#pragma once

#include "store/staging.h"
#include "tablemodel.h"

class EditSession;

/// Rows that are staged and not saved, as the grid shows them before those of the table.
class NewRows : public QObject
{
    Q_OBJECT

public:
    NewRows(EditSession &session, TableModel &model);

    /// Rows of these fields, in the order in which they were typed, with the names of what they refer to.
    static Result<TableModel::Rows> read(Connection &connection, const QString &table,
                                         const QList<table::Field> &fields, const QList<staging::Staged> &staged);

public slots:
    void refresh();
    /// Tells its place as soon as it is there.
    void seek(const QString &standIn);

signals:
    void found(int row);
    void failed(const Error &error);

private:
    void take(const TableModel::Rows &rows);

    EditSession &m_session;
    TableModel &m_model;
    QString m_sought;
    int m_generation = 0; // an answer to an older question is dropped
};
