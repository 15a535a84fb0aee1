#pragma once

#include "store/tablefields.h"

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
    Truth,
    Links, ///< table::Links: names of other rows
};

/// `type` as the database names it ("NUMERIC(15, 2)").
Kind kind(const QString &column, const QString &type);
Kind kind(const table::Field &field);
bool isNumber(Kind kind);

/// Whole, in the person's language; "" for the unknown.
QString text(const QVariant &value, Kind kind);
/// "release_date" as "Release date".
QString title(const QString &column);
/// The same of what the column refers to: "Director" for a movie's director_id; its own where another is called so.
QString title(const QString &table, const QString &column);
/// What a row without a name is called: "Ratings 2"; one that several keys make, by its table alone.
QString rowTitle(const QString &table, const QString &key);
/// What a column means and its unit, as the model says; "" for one that it does not know.
QString meaning(const QString &table, const QString &column);

}
