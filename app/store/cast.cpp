#include "store/credits.h"
#include "store/replaced.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

/// A row of the table "cast".
struct Part
{
    qint64 id = 0; // 0 for a new one
    qint64 actor = 0;
    QString role;
    std::optional<int> billing;
    qint64 source = 0;
    bool locked = false; // a person wrote in it
};

QList<Part> partsOf(const Movie &movie, const Books &books)
{
    QList<Part> parts;
    QSet<std::pair<qint64, QString>> met;
    for (const auto &[member, source, original] : movie.cast) {
        const Part part{.actor = books.actors.id(member.actor),
                        .role = member.role,
                        .billing = member.billing,
                        .source = books.sources.id(source)};
        if (!part.actor || met.contains({part.actor, part.role}))
            continue;
        met.insert({part.actor, part.role});
        parts.append(part);
    }
    return parts;
}

QVariantList rowOf(MovieId movie, const Part &part)
{
    return {movie.value, part.actor, sql::text(part.role), sql::orNull(part.billing), part.source};
}

Part readPart(const Rows &row)
{
    return {.id = row.value(0).toLongLong(),
            .actor = row.value(1).toLongLong(),
            .role = row.value(2).toString(),
            .billing = sql::optional<int>(row, 3),
            .source = row.value(4).toLongLong(),
            .locked = row.value(5).toBool()};
}

/// Takes the row out of `known` that is this part: the same role, else another role of the same actor.
Part taken(QList<Part> &known, const Part &part, bool sameRole)
{
    const auto same = std::ranges::find_if(
        known, [&](const Part &row) { return row.actor == part.actor && (!sameRole || row.role == part.role); });
    return same == known.end() ? Part{} : known.takeAt(same - known.begin());
}

/// Rows of one movie's cast become what a crawl says now.
class Writer
{
public:
    Writer(Connection &connection, MovieId movie, Pending &pending)
        : m_connection(connection)
        , m_movie(movie)
        , m_pending(pending)
    {
    }

    /// Pairs what is with what was, in two rounds, and returns what is new.
    Result<QList<Part>> match(QList<Part> parts, QList<Part> &known)
    {
        for (const bool sameRole : {true, false}) {
            QList<Part> left;
            for (const Part &part : std::as_const(parts)) {
                const Part before = taken(known, part, sameRole);
                if (!before.id)
                    left.append(part);
                else if (const auto done = update(before, part); !done)
                    return std::unexpected(done.error());
            }
            parts = left;
        }
        return parts;
    }

    Result<> remove(const Part &part)
    {
        if (part.locked)
            return {};
        return replaced::takeAway(m_connection, m_pending, m_movie, u"cast"_s, part.id);
    }

private:
    Result<> update(const Part &before, const Part &now)
    {
        if (before.locked || (before.role == now.role && before.billing == now.billing && before.source == now.source))
            return {};
        note(before, u"role"_s, sql::text(before.role), sql::text(now.role));
        note(before, u"billing_order"_s, sql::orNull(before.billing), sql::orNull(now.billing));
        return replaced::forgetSources(m_connection, u"cast"_s, before.id).and_then([&] {
            return m_connection.run(
                u"UPDATE \"cast\" SET role = ?, billing_order = ?, source_id = ? WHERE cast_id = ?"_s,
                {sql::text(now.role), sql::orNull(now.billing), now.source, before.id});
        });
    }

    void note(const Part &part, const QString &column, const QVariant &before, const QVariant &now)
    {
        if (before != now)
            replaced::set(m_pending, m_movie, u"cast"_s, QString::number(part.id), column, before, now);
    }

    Connection &m_connection;
    MovieId m_movie;
    Pending &m_pending;
};

}

Result<> credits::writeCast(Connection &connection, const Target &target, const Movie &movie, const Books &books,
                            Pending &pending)
{
    QList<Part> parts = partsOf(movie, books);
    if (!target.isNew && ((parts.isEmpty() && target.isShared) || target.locked.contains(u"cast"_s)))
        return {};
    if (!target.isNew) {
        auto known = connection.all(
            u"SELECT cast_id, actor_id, role, billing_order, source_id, EXISTS (SELECT 1 FROM field_sources f "
            "WHERE f.table_name = 'cast' AND f.row_id = cast_id AND f.locked) FROM \"cast\" WHERE movie_id = ? "
            "ORDER BY cast_id"_s,
            {target.id.value}, readPart);
        if (!known)
            return std::unexpected(known.error());
        Writer writer(connection, target.id, pending);
        const auto news = writer.match(parts, *known);
        const auto done = news.and_then([&](const QList<Part> &) {
            return sql::each(*known, [&](const Part &gone) { return writer.remove(gone); });
        });
        if (!done)
            return done;
        parts = *news;
    }
    for (const Part &part : std::as_const(parts))
        pending.cast.append(rowOf(target.id, part));
    return {};
}
