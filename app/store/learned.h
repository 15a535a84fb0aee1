#pragma once

#include "data/match.h"
#include "store/connection.h"

/// Weights of the matcher that were fitted on a person's decisions, and the decisions to fit them on.
namespace learned {

struct Row
{
    qint64 id = 0;
    QByteArray weights; ///< JSON, as Weights reads it
    QByteArray base; ///< digest of the weights that they were fitted from
    int titles = 0; ///< that they were fitted on
    QString who;
    QDateTime at;
};

/// The newest that was not taken back.
Result<std::optional<Row>> current(Connection &connection);
Result<> keep(Connection &connection, const Row &row);
/// What was learned before it holds again.
Result<> takeBack(Connection &connection, qint64 id);

/// Titles that people have decided one by one, the newest first.
Result<QList<Match>> lessons(Connection &connection, int limit);

}
