#pragma once

#include "data/result.h"
#include "store/tablequery.h"

#include <QJsonObject>

namespace table {

/// A query as it is kept in a file: for saved views and for the next start.
QJsonObject json(const Query &query);
/// Invalid where it is none of these.
Result<Query> queryOf(const QJsonObject &json);

}
