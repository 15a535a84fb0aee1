#pragma once

#include "store/tablecondition.h"
#include "store/tablefields.h"

/// SQL of a field of any kind, over the table `t`: a value of its own, the name behind a key, names in other rows.
namespace relation {

/// What a person reads; of a relation the name that comes first.
QString value(const Connection &connection, const table::Form &form, const table::Field &field);
Result<condition::Sql> holds(const Connection &connection, const table::Form &form, const table::Field &field,
                             const filter::Condition &condition);
/// "SELECT the keys of rows of this table" that a table between joins to those that `rows` selects.
QString joinedTo(const Connection &connection, const table::Field &field, const QString &rows);
condition::Sql contains(const Connection &connection, const table::Form &form, const table::Field &field,
                        const QString &word);
/// All names of a relation in one text, in their order, with `end` between them.
condition::Sql folded(const Connection &connection, const table::Form &form, const table::Field &field,
                      const QString &end);
/// Whether it refers to this very row.
condition::Sql isRow(const Connection &connection, const table::Form &form, const table::Field &field, qint64 row);

/// The names in a relation of several rows, by the rows' keys.
Result<QHash<qint64, table::Links>> links(Connection &connection, const table::Field &field, const QList<qint64> &rows);

}
