#pragma once

#include "store/connection.h"

/// What people typed has a source as well: themselves.
namespace persons {

/// The source of all that this act of a person wrote.
Result<qint64> source(Connection &connection, const QString &who, qint64 batch);

}
