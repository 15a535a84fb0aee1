#pragma once

#include "data/movie.h"

#include <QVariant>

/// A movie's values as columns of its row, each with where it comes from.
namespace fields {

struct Field
{
    QString column;
    QVariant value; ///< null where the column cannot hold what is known (a year is no date)
    const Source *source = nullptr; ///< null for columns that belong to another (a currency)
    QString original;
};

/// The columns of `movies` that a movie fills by itself, in the order of Columns.
QList<Field> of(const Movie &movie);

/// Every column that fields and people fill, in the order in which rows are written.
const QStringList &columns();

}
