#pragma once

#include "store/connection.h"
#include "store/tablequery.h"

namespace table {

/// Rows of another table that refer to one row: "12 films of this director".
struct Referrers
{
    Query query; ///< by which they are shown
    QString what; ///< they are, as the tables are called: "movies", "ratings"
    QString as; ///< what the row is to them: "director", "movie"
    qint64 count = 0;
};

/// By table, those there are. `name` is the row's own, for the filter by which they are shown.
Result<QList<Referrers>> referrers(Connection &connection, const QString &table, qint64 row, const QString &name);

}
