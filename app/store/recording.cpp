#include "store/books.h"
#include "store/credits.h"
#include "store/enums.h"
#include "store/keptkeys.h"
#include "store/library.h"
#include "store/movierow.h"
#include "store/recorded.h"
#include "store/serially.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

/// An item that is to become a movie.
struct Goal
{
    ItemId item;
    QString title;
    QString verdict;
    DecisionId decision;
    MovieId movie; // so far
};
using Goals = QHash<ItemId, Goal>;

Result<Goals> goals(Connection &connection, const QList<library::Recorded> &movies)
{
    QVariantList items;
    for (const auto &one : movies)
        items.append(one.item.value);
    Goals goals;
    const auto keep = [&](const Rows &row) {
        const ItemId item{row.value(0).toLongLong()};
        goals.insert(item,
                     {.item = item,
                      .title = row.value(1).toString(),
                      .verdict = row.value(2).toString(),
                      .decision = {row.value(3).toLongLong()},
                      .movie = {row.value(4).toLongLong()}});
        return 0;
    };
    return sql::where(connection,
                      u"SELECT item_id, title, verdict, decision_id, movie_id FROM items WHERE item_id IN %1"_s, items,
                      keep)
        .transform([&](const QList<int> &) { return goals; });
}

/// While the web answered, a person may have decided otherwise: then this movie is not wanted any more.
bool isWanted(const Goal &goal, const library::Recorded &recorded)
{
    static const QSet<QString> verdicts{u"open"_s, enums::text(Verdict::AcceptedByMachine),
                                        enums::text(Verdict::Accepted), enums::text(Verdict::NoArticle)};
    return goal.item && verdicts.contains(goal.verdict) && (!recorded.decision || recorded.decision == goal.decision);
}

/// Writes movies one after the other; what hangs on them is written together at the end.
class Writer
{
public:
    Writer(Connection &connection, Books &books)
        : m_connection(connection)
        , m_books(books)
    {
    }

    Result<> write(const Goal &goal, const Movie &movie)
    {
        const auto known = m_books.movies.find(movie, goal.movie);
        const auto id = known ? update(goal, *known, movie) : insert(goal, movie);
        if (!id)
            return std::unexpected(id.error());
        m_books.movies.know(movie, *id);
        return link(goal, *id);
    }

    Result<> end() { return m_pending.write(m_connection); }

private:
    Result<MovieId> insert(const Goal &goal, const Movie &movie)
    {
        return movierow::insert(m_connection, movie, goal.title, m_books, m_pending).and_then([&](MovieId id) {
            m_made.insert(id);
            return credits::write(m_connection, {.id = id}, movie, m_books, m_pending).transform([&] { return id; });
        });
    }

    Result<MovieId> update(const Goal &goal, MovieId id, const Movie &movie)
    {
        if (m_made.contains(id)) { // twice in one call: what hangs on it has to be there
            if (const auto done = end(); !done)
                return std::unexpected(done.error());
        }
        const auto target = targetOf(goal, id);
        if (!target)
            return std::unexpected(target.error());
        return release(movie, id)
            .and_then([&] { return movierow::update(m_connection, *target, movie, m_books, m_pending); })
            .and_then([&] { return credits::write(m_connection, *target, movie, m_books, m_pending); })
            .transform([&] { return id; });
    }

    Result<credits::Target> targetOf(const Goal &goal, MovieId id)
    {
        credits::Target target{.id = id, .isNew = false};
        const auto locked = m_connection.all(
            u"SELECT column_name FROM field_sources WHERE table_name = 'movies' AND row_id = ? AND locked"_s,
            {id.value}, [](const Rows &row) { return row.value(0).toString(); });
        const auto others = m_connection.first(u"SELECT 1 FROM items WHERE movie_id = ? AND item_id <> ? LIMIT 1"_s,
                                               {id.value, goal.item.value}, [](const Rows &) { return true; });
        if (!locked || !others)
            return std::unexpected(locked ? others.error() : locked.error());
        target.locked = {locked->begin(), locked->end()};
        target.isShared = others->has_value();
        return target;
    }

    /// An article is one movie's: another row that has it gives it up.
    Result<> release(const Movie &movie, MovieId id)
    {
        const auto rival = m_books.movies.rivalFor(movie, id);
        if (!rival)
            return {};
        return m_connection.run(u"UPDATE movies SET article = NULL WHERE movie_id = ?"_s, {rival->value});
    }

    Result<> link(const Goal &goal, MovieId id)
    {
        const auto done = m_connection.run(
            u"UPDATE items SET movie_id = ?, stage = ?, retry_at = 0, error = NULL WHERE item_id = ?"_s,
            {id.value, enums::text(Stage::Recorded), goal.item.value});
        if (!done || !goal.movie || goal.movie == id)
            return done;
        return recorded::removeUnused(m_connection, goal.movie);
    }

    Connection &m_connection;
    Books &m_books;
    Pending m_pending;
    QSet<MovieId> m_made;
};

Result<> writeAll(Connection &connection, const QList<library::Recorded> &movies, const Goals &goals)
{
    QList<Movie> wanted;
    QList<MovieId> linked;
    for (const auto &one : movies) {
        const Goal goal = goals.value(one.item);
        if (!isWanted(goal, one))
            continue;
        wanted.append(one.movie);
        if (goal.movie)
            linked.append(goal.movie);
    }
    Books books;
    const auto found
        = books.find(connection, wanted).and_then([&] { return books.movies.look(connection, wanted, linked); });
    if (!found)
        return found;
    Writer writer(connection, books);
    for (const auto &one : movies) {
        const Goal goal = goals.value(one.item);
        if (!isWanted(goal, one))
            continue;
        if (auto done = writer.write(goal, one.movie); !done)
            return done;
    }
    return writer.end();
}

}

Result<> library::record(Connection &connection, const QList<Recorded> &movies)
{
    return connection.atomically([&]() -> Result<> {
        return serially(connection, Serial::Record)
            .and_then([&] { return goals(connection, movies); })
            .and_then([&](const Goals &known) {
                return keptkeys::around(connection, [&] { return writeAll(connection, movies, known); });
            });
    });
}
