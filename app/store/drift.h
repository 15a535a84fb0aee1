#pragma once

#include "store/model.h"

/// Where a database and a model do not agree.
namespace drift {

struct Difference
{
    enum class Kind {
        Missing, ///< in the database
        Changed, ///< other than in the model
        Unknown, ///< to the model
    };

    Kind kind = Kind::Missing;
    QString where; ///< "movies.runtime", "movies (constraint movies_pkey)"
    QString what; ///< "type is TEXT, INTEGER in the model"

    bool operator==(const Difference &) const = default;
};

/// Every difference, table by table and column by column; empty where both agree.
Result<QList<Difference>> between(Connection &connection, const model::Model &model);

/// One line a difference.
QStringList lines(const QList<Difference> &differences);

}
