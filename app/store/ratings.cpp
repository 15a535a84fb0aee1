#include "store/credits.h"
#include "store/replaced.h"
#include "store/sql.h"

#include <cmath>

using namespace Qt::Literals;

namespace {

struct Known
{
    qint64 id = 0;
    QString source;
    double score = 0;
    std::optional<int> votes;
    bool locked = false; // a person wrote in it
};

bool isReadable(const Rating &rating)
{
    return !rating.source.isEmpty() && std::isfinite(rating.score) && rating.score >= 0 && rating.score <= 10;
}

Result<QList<Known>> known(Connection &connection, MovieId movie)
{
    return connection.all(u"SELECT rating_id, source, score, votes, EXISTS (SELECT 1 FROM field_sources f WHERE "
                          "f.table_name = 'ratings' AND f.row_id = rating_id AND f.locked) FROM ratings "
                          "WHERE movie_id = ? ORDER BY rating_id"_s,
                          {movie.value}, [](const Rows &row) {
                              return Known{.id = row.value(0).toLongLong(),
                                           .source = row.value(1).toString(),
                                           .score = row.value(2).toDouble(),
                                           .votes = sql::optional<int>(row, 3),
                                           .locked = row.value(4).toBool()};
                          });
}

Result<> remove(Connection &connection, MovieId movie, const Known &rating, Pending &pending)
{
    if (rating.locked)
        return {};
    return replaced::takeAway(connection, pending, movie, u"ratings"_s, rating.id);
}

void append(Pending &pending, MovieId movie, const Fact<Rating> &fact, const Books &books)
{
    const Rating &rating = fact.value;
    pending.ratings.append({movie.value, rating.source, std::round(rating.score * 10) / 10, sql::orNull(rating.votes),
                            books.sources.id(fact.source)});
    if (const QString &text = fact.original.isEmpty() ? rating.original : fact.original; !text.isEmpty())
        pending.ratingTexts.insert({movie.value, rating.source}, text);
}

Result<> update(Connection &connection, MovieId movie, const Known &before, const Fact<Rating> &fact,
                const Books &books, Pending &pending)
{
    if (before.locked)
        return {};
    const Rating &rating = fact.value;
    const double score = std::round(rating.score * 10) / 10;
    const qint64 source = books.sources.id(fact.source);
    const QString key = QString::number(before.id);
    if (qRound(before.score * 10) != qRound(score * 10))
        replaced::set(pending, movie, u"ratings"_s, key, u"score"_s, before.score, score);
    if (before.votes != rating.votes)
        replaced::set(pending, movie, u"ratings"_s, key, u"votes"_s, sql::orNull(before.votes),
                      sql::orNull(rating.votes));
    pending.fieldSources.append({u"ratings"_s, before.id, u"score"_s, source, sql::text(rating.source),
                                 sql::text(fact.original.isEmpty() ? rating.original : fact.original)});
    return connection.run(
        u"UPDATE ratings SET score = ?, votes = ?, source_id = ? WHERE rating_id = ? AND "
        "(score <> ? OR votes IS DISTINCT FROM ? OR source_id IS DISTINCT FROM ?)"_s,
        {score, sql::orNull(rating.votes), source, before.id, score, sql::orNull(rating.votes), source});
}

}

Result<> credits::writeRatings(Connection &connection, const Target &target, const Movie &movie, const Books &books,
                               Pending &pending)
{
    if (target.locked.contains(u"ratings"_s))
        return {};
    auto rows = target.isNew ? QList<Known>() : known(connection, target.id);
    if (!rows)
        return std::unexpected(rows.error());
    QSet<QString> met;
    for (const auto &fact : movie.ratings) {
        if (!isReadable(fact.value) || met.contains(fact.value.source))
            continue;
        met.insert(fact.value.source);
        const auto before = std::ranges::find(*rows, fact.value.source, &Known::source);
        if (before == rows->end()) {
            append(pending, target.id, fact, books);
            continue;
        }
        if (auto done = update(connection, target.id, rows->takeAt(before - rows->begin()), fact, books, pending);
            !done)
            return done;
    }
    if (target.isShared)
        return {};
    return sql::each(*rows, [&](const Known &gone) { return remove(connection, target.id, gone, pending); });
}
