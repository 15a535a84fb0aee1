#include "tablehistory.h"

void TableHistory::go(const table::Query &query)
{
    m_queries = m_queries.first(m_place + 1);
    m_queries.append(query);
    m_place = m_queries.size() - 1;
}

void TableHistory::change(const table::Query &query)
{
    if (m_place < 0 || m_queries[m_place].table != query.table)
        return go(query);
    m_queries[m_place] = query;
}
