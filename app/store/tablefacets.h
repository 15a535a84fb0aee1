#pragma once

#include "store/tablequery.h"

#include "store/connection.h"

namespace table {

/// One value of a column, or a range of them, and how many rows have it.
struct Facet
{
    QString name; ///< "Drama", "1990–1999"; empty for rows without a value
    QString filter; ///< what is to be typed under the column for just these rows
    qint64 count = 0;
    QList<Facet> parts; ///< of a decade its years, the earliest first

    bool operator==(const Facet &) const = default;
};

/// The most frequent values among the rows that the query's other columns want: of a date the decades with their years,
/// of a list in a text its parts, of a fraction the whole numbers.
Result<QList<Facet>> facets(Connection &connection, const Query &query, const QString &column, qint64 most = 200);

}
