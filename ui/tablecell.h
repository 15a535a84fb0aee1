#pragma once

#include <QString>
#include <QVariant>

/// Values of any table as a person reads them.
namespace tablecell {

/// What a column holds.
enum class Kind {
    Text,
    Key, ///< a number that names a row: never grouped
    Year,
    Number,
    Money,
    Date,
    Moment, ///< UTC in the rows, local to the person
    Address, ///< of the web
};

/// `type` as the database names it ("NUMERIC(15, 2)").
Kind kind(const QString &column, const QString &type);
bool isNumber(Kind kind);

/// Whole, in the person's language; "" for the unknown.
QString text(const QVariant &value, Kind kind);
/// "release_date" as "Release date".
QString title(const QString &column);

}
