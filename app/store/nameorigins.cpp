#include "store/nameorigins.h"

#include "store/enums.h"
#include "store/sql.h"

using namespace Qt::Literals;
using provenance::Origin;

namespace {

/// The rows that name somebody in films.
struct Naming
{
    QString table;
    QString key; ///< the column that refers to the named row
    QString what; ///< the name is there
};

const QHash<QString, Naming> Namings{
    {u"directors"_s, {u"movie_directors"_s, u"director_id"_s, u"director"_s}},
    {u"writers"_s, {u"movie_writers"_s, u"writer_id"_s, u"writer"_s}},
    {u"actors"_s, {u"\"cast\""_s, u"actor_id"_s, u"cast"_s}},
    {u"studios"_s, {u"movie_studios"_s, u"studio_id"_s, u"studio"_s}},
    {u"distributors"_s, {u"movie_distributors"_s, u"distributor_id"_s, u"distributor"_s}},
    {u"genres"_s, {u"movie_genres"_s, u"genre_id"_s, u"genre"_s}}};

}

Result<std::optional<Origin>> nameorigins::of(Connection &connection, const QString &table, qint64 row)
{
    const auto naming = Namings.constFind(table);
    if (naming == Namings.cend())
        return std::nullopt;
    return connection.first(
        u"SELECT s.kind, s.url, s.revision, s.read_at FROM %1 n JOIN sources s "
        "ON s.source_id = n.source_id WHERE n.%2 = ? ORDER BY s.source_id LIMIT 1"_s.arg(naming->table, naming->key),
        {row}, [&](const Rows &found) {
            Origin origin{.source = {.kind = enums::of<Source::Kind>(found.value(0).toString()),
                                     .name = naming->what,
                                     .url = QUrl(found.value(1).toString()),
                                     .at = sql::timeOf(found.value(3))}};
            if (const qint64 revision = found.value(2).toLongLong())
                origin.source.revision = revision;
            return origin;
        });
}
