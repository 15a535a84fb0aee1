#pragma once

#include "store/provenance.h"
#include "store/records.h"
#include "store/tablereferrers.h"

/// A record with all that a form shows of it.
struct EditRecord
{
    /// A row that links the record with another.
    struct Link
    {
        QString row; ///< its key
        QString other; ///< key of the other side
        QString name;
        QString role; ///< of a part in the cast
        records::Cell place; ///< in the cast list

        bool operator==(const Link &) const = default;
    };
    /// Links of one kind.
    struct Links
    {
        QString table; ///< "movie_genres"
        QString column; ///< of the other side: "genre_id"
        QList<Link> links;

        bool operator==(const Links &) const = default;
    };

    /// Whether a table between links the records of this one with others.
    static bool hasLinks(const QString &table, const QString &between);

    std::optional<records::Record> row; ///< none if it is not there (any more)
    QHash<QString, QString> names; ///< of referred rows, by column
    QHash<QString, provenance::Origin> origins; ///< by column
    QList<Links> links;
    QList<table::Referrers> referrers; ///< rows that refer to it

    /// Called with a connection; a row that is not made yet has nothing.
    static Result<EditRecord> read(Connection &connection, const QString &table, const QString &key);
};
