#pragma once

#include "store/tablefacets.h"

namespace table {

/// The values of one column, the most frequent first; of dates the newest.
struct Chart
{
    QString column;
    QString header;
    QList<Facet> facets;
};

/// How many rows say something in a column, and how many more than the journal had room for; they are kept whole.
struct Share
{
    QString column;
    QString header;
    qint64 filled = 0;
    int room = 0; ///< characters, 0 for any
    qint64 longer = 0;
};

/// A table at a glance.
struct Overview
{
    QString table;
    qint64 rows = 0;
    QList<Chart> charts;
    QList<Share> shares;
};
Result<Overview> overview(Connection &connection, const QString &table);

}
