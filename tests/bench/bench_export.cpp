#include "process.h"
#include "store/opening.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <algorithm>
#include <cstdio>
#include <sys/resource.h>

using namespace Qt::Literals;

namespace {

constexpr int Rounds = 3; // of which the middle one counts

/// What one run of a program took.
struct Cost
{
    double seconds = 0;
    double processor = 0; ///< seconds of user and system
    double megabytes = 0; ///< at most
};

double childrensProcessor()
{
    rusage usage{};
    getrusage(RUSAGE_CHILDREN, &usage);
    const auto seconds = [](const timeval &time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

Cost run(const QString &program, const QStringList &arguments)
{
    const double before = childrensProcessor();
    const Finished finished = runToEnd(program, arguments);
    if (finished.exitCode != 0)
        qFatal("%s ended with %d", qPrintable(program), finished.exitCode);
    return {
        .seconds = finished.seconds, .processor = childrensProcessor() - before, .megabytes = finished.peakMegabytes};
}

/// The middle one of some runs; `before` each makes ready for it.
Cost middle(const QString &program, const QStringList &arguments, const std::function<void()> &before = [] { })
{
    QList<Cost> costs;
    for (int round = 0; round < Rounds; ++round) {
        before();
        costs.append(run(program, arguments));
    }
    std::ranges::sort(costs, {}, &Cost::processor);
    return costs[Rounds / 2];
}

void print(const char *what, const Cost &cost)
{
    std::printf("%-44s %8.2f s %8.2f s CPU %8.1f MB\n", what, cost.seconds, cost.processor, cost.megabytes);
    std::fflush(stdout);
}

void compare(const char *what, const Cost &ours, const Cost &theirs, double most)
{
    const double wall = ours.seconds / theirs.seconds;
    const double processor = ours.processor / theirs.processor;
    std::printf("%-44s %8.2f   %8.2f       wanted: at most %.1f\n\n", what, wall, processor, most);
}

QString cli()
{
    return QStringLiteral(CLI_PROGRAM);
}

void withConnection(const QString &address, const std::function<Result<>(Connection &)> &work)
{
    const QString name = u"bench"_s;
    {
        const auto opened = opening::open(address, name);
        const Result<> done = opened ? work(*opened->connection) : Result<>(std::unexpected(opened.error()));
        if (!done)
            qFatal("%s %s", qPrintable(done.error().message), qPrintable(done.error().detail));
    }
    QSqlDatabase::removeDatabase(name);
}

/// Films with some 320 bytes each, as a crawl brings them.
void makeFilms(const QString &address, int films)
{
    withConnection(address, [films](Connection &connection) {
        return connection.run(
            u"INSERT INTO movies (movie_id, title, original_title, plot, language, country, release_date, runtime, "
            u"budget, "
            "box_office, rating, rating_count, poster_url, age_rating, imdb_id, tmdb_id, wikidata_id, article, "
            "budget_currency, created_at, updated_at) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
            "WHERE i < ?) SELECT i, 'Film ' || i, CASE i % 3 WHEN 0 THEN 'Pellicola, la ' || i END, "
            "'Somebody wants something, and somebody else does not; \"no\" is said ' || (i % 97) || ' times.', "
            "'English', 'Italy', (1950 + i % 70) || '-03-04', 80 + i % 60, 1000000.0 * (i % 100), 2500000.5 * (i % "
            "50), "
            "(i % 100) / 10.0, i % 100000, 'https://images.example/poster/' || i || '/s718.jpg', 'PG-13', "
            "'tt' || (1000000 + i), '' || i, 'Q' || i, 'Film ' || i || ' (film)', 'USD', "
            "'2026-01-02 03:04:05', '2026-01-02 03:04:05.678' FROM n"_s,
            {films});
    });
}

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    if (found.isEmpty())
        std::printf("%s is missing (package %s): no figure beside it.\n\n", qPrintable(name),
                    name == "psql"_L1 ? "postgresql-client" : "sqlite3");
    return found;
}

/// Files of one run.
class Bench
{
public:
    explicit Bench(int films)
        : m_films(films)
    {
        makeFilms(m_file, films);
    }

    void exportFromFile()
    {
        const Cost start = run(
            cli(), {u"--db"_s, m_file, u"export"_s, u"--table"_s, u"genres"_s, u"--out"_s, path(u"genres.csv"_s)});
        const Cost ours = middle(cli(), {u"--db"_s, m_file, u"export"_s, u"--table"_s, u"movies"_s, u"--out"_s, m_csv});
        std::printf("%d movies, %.0f MB of CSV\n", m_films, double(QFileInfo(m_csv).size()) / 1e6);
        print("cineteca-cli export from SQLite", ours);
        std::printf("%-44s %40.1f MB wanted: at most 40\n", "  above the start", ours.megabytes - start.megabytes);
        if (const QString sqlite = program(u"sqlite3"_s); !sqlite.isEmpty()) {
            const Cost theirs = middle(sqlite,
                                       {u"-csv"_s, u"-header"_s, u"-cmd"_s, u".output "_s + path(u"shell.csv"_s),
                                        m_file, u"SELECT * FROM movies"_s});
            print("sqlite3 -csv", theirs);
            compare("  times as long", ours, theirs, 1);
        }
    }

    void importIntoFile()
    {
        const QString target = path(u"target.sqlite"_s);
        const auto makeTarget = [&] {
            for (const char *end : {"", "-wal", "-shm"})
                QFile::remove(target + QLatin1StringView(end));
            withConnection(target, [](Connection &) { return Result<>(); });
        };
        const Cost ours = middle(cli(), {u"--db"_s, target, u"import"_s, m_csv, u"--table"_s, u"movies"_s}, makeTarget);
        print("cineteca-cli import into SQLite", ours);
        if (const QString sqlite = program(u"sqlite3"_s); !sqlite.isEmpty()) {
            const Cost theirs = middle(sqlite, {target, u".import --csv --skip 1 %1 movies"_s.arg(m_csv)}, makeTarget);
            print("sqlite3 .import", theirs);
            compare("  times as long", ours, theirs, 3);
        }
    }

    /// A database of this server that is made and dropped.
    void exportFromServer(const QString &server)
    {
        const QString psql = program(u"psql"_s);
        if (psql.isEmpty())
            return;
        const QString name = u"cineteca_bench_export"_s;
        std::ignore = run(psql, {u"-q"_s, u"-d"_s, server, u"-c"_s, u"CREATE DATABASE "_s + name});
        QUrl url(server);
        url.setPath(u'/' + name);
        const QString address = url.toString();
        print("cineteca-cli import into PostgreSQL",
              run(cli(), {u"--db"_s, address, u"import"_s, m_csv, u"--table"_s, u"movies"_s}));
        std::ignore = run(psql, {u"-q"_s, u"-d"_s, address, u"-c"_s, u"VACUUM ANALYZE movies"_s});
        const Cost ours
            = middle(cli(), {u"--db"_s, address, u"export"_s, u"--table"_s, u"movies"_s, u"--out"_s, m_csv});
        print("cineteca-cli export from PostgreSQL", ours);
        const Cost theirs = middle(
            psql, {u"-q"_s, u"-d"_s, address, u"-c"_s, u"\\copy movies to '%1' csv header"_s.arg(path(u"copy.csv"_s))});
        print("psql \\copy", theirs);
        compare("  times as long", ours, theirs, 1.5);
        std::ignore = run(psql, {u"-q"_s, u"-d"_s, server, u"-c"_s, u"DROP DATABASE "_s + name});
    }

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }

    int m_films;
    QTemporaryDir m_folder;
    QString m_file = m_folder.filePath(u"movies.sqlite"_s);
    QString m_csv = m_folder.filePath(u"movies.csv"_s);
};

}

/// bench_export [ROWS]  exports and imports, beside sqlite3 and psql. PostgreSQL's part runs under
/// tests/with-postgresql.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    const int films = application.arguments().value(1).toInt();
    Bench bench(films > 0 ? films : 1'000'000);
    bench.exportFromFile();
    bench.importIntoFile();
    const QString server = qEnvironmentVariable("CINETECA_TEST_POSTGRESQL");
    if (server.isEmpty())
        std::printf("CINETECA_TEST_POSTGRESQL names no server: no figure of PostgreSQL.\n");
    else
        bench.exportFromServer(server);
}
