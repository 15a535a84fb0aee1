#pragma once

#include "store/cell.h"
#include "store/connection.h"

#include <QMap>

/// Where the values of tables were read, for those who pass them on.
namespace origins {

/// How many pages of each kind of source ("wikipedia") the tables' values come from. Of a whole database: all.
Result<QMap<QString, qint64>> pages(Connection &connection, const QStringList &tables);
/// The articles among them: their address and revision, in the order of addresses.
Selection articles(Connection &connection, const QStringList &tables);

}
