#pragma once

#include "store/tablequery.h"

/// What was looked at, so that one can go back to it, and forth again.
class TableHistory
{
public:
    /// What is looked at now: what was ahead is forgotten.
    void go(const table::Query &query);
    /// The same table, narrowed or sorted: back leads past it.
    void change(const table::Query &query);

    bool canGoBack() const { return m_place > 0; }
    bool canGoForth() const { return m_place + 1 < m_queries.size(); }
    table::Query back() { return m_queries[--m_place]; }
    table::Query forth() { return m_queries[++m_place]; }

private:
    QList<table::Query> m_queries;
    qsizetype m_place = -1;
};
