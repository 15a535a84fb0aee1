#pragma once

#include "data/movie.h"

#include <QList>
#include <QRegularExpression>

/// Dates within texts.
namespace dates {

struct Dated
{
    PartialDate date;
    qsizetype begin = 0; ///< in the text
    qsizetype end = 0;
};

/// All dates that a text names, in its order; those that no calendar has are left out.
QList<Dated> all(const QString &text);

}
