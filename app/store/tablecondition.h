#pragma once

#include "store/connection.h"
#include "store/tablefilter.h"

/// What a person typed, as SQL.
namespace condition {

/// A part of a statement with what is bound to its marks.
struct Sql
{
    QString text;
    QVariantList values;
};

/// As what values are compared.
enum class Kind { Text, Number, Day, Moment, Truth, Bytes };
/// By the type as the database names it ("NUMERIC(15, 2)").
Kind kindOf(const QString &type);

/// Whether the SQL value `sql` is as wanted. An error where the condition's value is none of that kind.
Result<Sql> of(const Connection &connection, const QString &sql, Kind kind, const filter::Condition &condition);

/// How texts are ordered, case aside, as SQL behind one.
QString collation(const Connection &connection);

}
