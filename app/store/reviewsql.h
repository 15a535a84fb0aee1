#pragma once

#include "store/connection.h"
#include "store/reviewfilter.h"

/// A review's filter as SQL over items i.
namespace reviewsql {

struct Condition
{
    QString join; ///< of the gallery
    QStringList terms;
    QVariantList values;

    QString sql() const { return join + u"WHERE " + terms.join(u" AND ") + u' '; }
};
Condition conditionOf(const Connection &connection, const reviewing::Filter &filter);

/// Words of a title, each of which has to be in it.
void addWords(Condition &condition, const Connection &connection, const QString &words);

}
