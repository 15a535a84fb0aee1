#pragma once

#include "data/ids.h"
#include "store/pending.h"
#include "store/records.h"

/// What a crawl writes over or takes away is noted, so that it can be read in the film's history and brought back.
namespace replaced {

/// A value that is another now.
void set(Pending &pending, MovieId movie, const QString &table, const QString &key, const QString &column,
         const QVariant &before, const QVariant &now);

/// A row that goes, as it is.
void remove(Pending &pending, MovieId movie, const records::Record &row);
/// Takes a row away, with its sources.
Result<> takeAway(Connection &connection, Pending &pending, MovieId movie, const QString &table, qint64 key);
/// What a person wrote in a row and opened again is a person's no more once a machine has written.
Result<> forgetSources(Connection &connection, const QString &table, qint64 key);

}
