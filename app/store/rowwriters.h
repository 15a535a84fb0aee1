#pragma once

#include "store/rowwriter.h"
#include "store/table.h"

/// The writer of each engine.
namespace rowwriter {

Result<std::unique_ptr<RowWriter>> intoSqlite(Connection &connection, const QString &table,
                                              const QList<Selection::Field> &columns);
Result<std::unique_ptr<RowWriter>> intoPostgresql(Connection &connection, const QString &table,
                                                  const QList<Selection::Field> &columns);

}
