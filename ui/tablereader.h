#pragma once

#include "tablemodel.h"

class Database;

/// Answers what the grid asks: the shape of a table, then page after page. An answer to an older question is dropped.
class TableReader : public QObject
{
    Q_OBJECT

public:
    TableReader(Database &database, TableModel &model, QObject *parent = nullptr);

    void show(const table::Query &query);
    const table::Query &query() const { return m_query; } ///< what was asked for last

signals:
    void shown();
    void failed(const Error &error);

private:
    void readPage();

    Database &m_database;
    TableModel &m_model;
    table::Query m_query;
    int m_generation = 0;
    bool m_isReading = false;
};
