#include "timing.h"

#include "store/evolution.h"
#include "store/migrating.h"
#include "store/opening.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::Literals;
using migrating::Course;
using timing::got;
using timing::print;

namespace {

std::unique_ptr<Connection> open(const QString &path)
{
    return got(opening::openAsItIs(path, path));
}

void close(std::unique_ptr<Connection> connection, const QString &path)
{
    connection.reset();
    QSqlDatabase::removeDatabase(path);
}

void fill(Connection &connection, int movies)
{
    got(connection.run(
        u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
        "INSERT INTO movies (title, original_title, plot, language, country, release_date, runtime, budget, "
        "box_office, "
        "rating, rating_count, poster_url, age_rating, imdb_id, tmdb_id, wikidata_id, article) "
        "SELECT 'Film ' || i, 'Pellicola ' || i, printf('Somebody wants something, and somebody else %d does not. "
        "They meet, and what comes of it takes them far from where they began.', i), 'English', 'Italy', "
        "1950 + i % 70 || '-03-04', 80 + i % 60, 1000000 + i, 2000000 + i, 7.1, i, "
        "'https://images.example/poster/' || i || '/s718.jpg', 'PG-13', 'tt' || i, i, 'Q' || i, 'Film ' || i "
        "FROM n"_s,
        {movies}));
}

/// A step that makes the table of movies anew, since a column of it gets another type.
Course rebuilding()
{
    Course course = got(migrating::own(Connection::Engine::SQLite));
    const auto movies = std::ranges::find(course.model.tables, u"movies"_s, &model::Table::name);
    const auto tagline = std::ranges::find(movies->columns, u"tagline"_s, &model::Column::name);
    tagline->length = 0;
    const auto statements
        = evolution::statements(model::own(), course.model, {}, Connection::Engine::SQLite, {}).join(u";\n\n") + u';';
    ++course.target;
    course.known.append({.number = course.target,
                         .name = u"longer_taglines"_s,
                         .sql = statements,
                         .down = {},
                         .checksum = migrations::checksum(statements)});
    return course;
}

/// What one cannot do without: a copy of the file, and in it the rows once more.
struct Least
{
    qint64 copy = 0; // nanoseconds
    qint64 rows = 0;
    qint64 indexes = 0;
    qint64 rest = 0;
};

qint64 &partOf(Least &least, const QString &statement)
{
    if (statement.startsWith("INSERT"_L1))
        return least.rows;
    return statement.contains(u" INDEX "_s) ? least.indexes : least.rest;
}

Least least(const QString &file, const Course &course)
{
    const QString copy = file + u".copy"_s;
    Least least{.copy = timing::spent([&] { QFile::copy(file, copy); })};
    auto connection = open(copy);
    for (const QString &pragma : {u"foreign_keys = OFF"_s, u"synchronous = OFF"_s, u"legacy_alter_table = ON"_s})
        got(connection->run(u"PRAGMA "_s + pragma));
    got(connection->atomically([&]() -> Result<> {
        for (const QString &statement : migrations::statements(course.known.constLast().sql)) {
            partOf(least, statement) += timing::spent([&] { got(connection->run(statement)); });
        }
        return {};
    }));
    close(std::move(connection), copy);
    QFile::remove(copy);
    return least;
}

void bench(int movies)
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"movies.sqlite"_s);
    close(got(opening::open(file, file)).connection, file);
    auto connection = open(file);
    fill(*connection, movies);
    got(connection->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    std::printf("%d movies, a file of %.0f MB\n", movies, double(QFileInfo(file).size()) / 1e6);

    const Course course = rebuilding();
    const Least base = least(file, course);
    print("copy of the file", base.copy);
    print("INSERT ... SELECT", base.rows);
    print("indexes anew", base.indexes);
    print("the old table dropped, and the rest", base.rest);
    const qint64 took = timing::spent([&] { got(migrating::go(*connection, course)); });
    print("migration: backup, copy, rebuilt, verified, in place", took);
    timing::printRatio("  migration to copy and INSERT ... SELECT", double(took) / double(base.copy + base.rows),
                       "3 at most");
    timing::printRatio("  migration to all of these",
                       double(took) / double(base.copy + base.rows + base.indexes + base.rest), "-");
    close(std::move(connection), file);
}

}

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto movies = application.arguments().value(1).toInt();
    bench(movies > 0 ? movies : 1'000'000);
}
