#pragma once

#include "store/editing.h"

#include <functional>

namespace editing {

/// Told after each row how many are written; an error of it ends the saving.
using Pace = std::function<Result<>(qint64 rows)>;

/// As the other, for more changes than a person would wait for in silence.
Result<Saved> save(Connection &connection, const QList<Change> &changes, const QString &who, const QString &what,
                   const Pace &pace);

}
