#pragma once

#include "store/connection.h"

/// Rows that hang on movies, gathered so that many are written by one statement.
struct Pending
{
    QList<QVariantList> directors, writers, studios, distributors; ///< movie, its other side, position, source
    QList<QVariantList> genres; ///< movie, genre, source
    QList<QVariantList> cast; ///< movie, actor, role, billing, source
    QList<QVariantList> ratings; ///< movie, source's name, score, votes, source
    QHash<std::pair<qint64, QString>, QString> ratingTexts; ///< by movie and source's name
    QList<QVariantList> fieldSources; ///< table, row, column, source, field, original
    QList<QVariantList> unread; ///< movie, column, text, source, field
    QList<QVariantList> replaced; ///< kind, table, row, column, before, after, record's table and key: see replaced.h

    /// Writes them all and forgets them.
    Result<> write(Connection &connection);
};
