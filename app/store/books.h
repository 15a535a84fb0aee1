#pragma once

#include "store/moviebook.h"
#include "store/namebook.h"
#include "store/sourcebook.h"

/// What the movies of one call refer to, found or made at once: looked up here, never kept longer than the call, since
/// other programs write too.
struct Books
{
    SourceBook sources;
    NameBook directors{{QStringLiteral("directors"), QStringLiteral("director_id"), QStringLiteral("dob")}};
    NameBook writers{{QStringLiteral("writers"), QStringLiteral("writer_id"), QStringLiteral("dob")}};
    NameBook studios{{QStringLiteral("studios"), QStringLiteral("studio_id"), QStringLiteral("founded"), false}};
    NameBook distributors{{QStringLiteral("distributors"), QStringLiteral("distributor_id"), {}, false}};
    NameBook actors{{QStringLiteral("actors"), QStringLiteral("actor_id"), QStringLiteral("dob")}};
    QHash<QString, qint64> genres; // 0 until found
    MovieBook movies;

    Result<> find(Connection &connection, const QList<Movie> &wanted);
};
