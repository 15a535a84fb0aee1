#pragma once

#include "store/evolution.h"

/// Writes the next migration: from where the last one leads to the model as it is now.
namespace newmigration {

struct Written
{
    QStringList files; ///< empty where the model is as the last migration leaves it
    QStringList lost; ///< tables and columns that it takes away
    QStringList byHand; ///< triggers that a person has to write
};

/// `schema` is the folder of movie_db.json and migrations/. Nothing is written where `ask` gives no answer.
Result<Written> write(const QString &schema, const QString &message, const evolution::Ask &ask);

}
