#include "grid.h"
#include "process.h"
#include "store/database.h"
#include "tablereader.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QScrollBar>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace Qt::Literals;

namespace {

qint64 rowsMade = 10'000'000;
constexpr int Frames = 300;

/// A table without any of ours around it, with an index on one of its columns.
Result<> fill(Connection &connection)
{
    for (const QString &statement :
         {QString(u"CREATE TABLE made (made_id INTEGER NOT NULL PRIMARY KEY, title VARCHAR(255) NOT NULL, "
                  "year INTEGER, runtime INTEGER, rating NUMERIC(3, 1), released DATE)"_s),
          QString(u"INSERT INTO made WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "
                  "SELECT i, 'A film of which the number is ' || i, 1900 + i * 7919 % 126, 60 + i % 120, "
                  "(i * 31 % 100) / 10.0, date('1900-01-01', (i * 7919 % 46000) || ' days') FROM n"_s.arg(rowsMade)),
          QString(u"CREATE INDEX made_year_idx ON made (year)"_s)}) {
        if (const auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// The n-th of 8,000 words of one to four syllables, as SQL.
QString wordSql(const QString &n)
{
    return u"(SELECT word FROM words WHERE n = (%1) % 8000)"_s.arg(n);
}

/// Films with what a search goes through: names of half as many people, who play eight parts a film, the first of them
/// the most often; genres of which the first has a third of the films; a fourth of the titles begin with "The".
Result<> fillFilms(Connection &connection, qint64 films)
{
    const QString n = u"WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(films);
    const QString people = QString::number(films / 2);
    const QString words
        = u"CREATE TEMP TABLE words AS WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 7999) "
          "SELECT i AS n, substr('bakoritemalosudevianormikatrapenoshagufi', 1 + i % 20 * 2, 2) || "
          "substr('rolatinesumariveko', 1 + i / 20 % 9 * 2, 2) || iif(i < 180, '', substr("
          "'nastelomiradukepavo', 1 + i / 180 % 9 * 2, 2)) || iif(i < 1620, '', substr('renidatolu', "
          "1 + i / 1620 * 2, 2)) AS word FROM n"_s;
    const QStringList statements{
        words,
        u"CREATE UNIQUE INDEX words_n_idx ON words (n)"_s,
        n
            + u"INSERT INTO actors (actor_id, name) SELECT i, %1 || ' ' || %2 FROM n WHERE i <= %3"_s.arg(
                wordSql(u"i * 31 % 400"_s), wordSql(u"i * 7919"_s), people),
        n
            + u"INSERT INTO directors (director_id, name) SELECT i, %1 || ' ' || %2 FROM n WHERE i <= %3 / 5"_s.arg(
                wordSql(u"i * 37 % 400"_s), wordSql(u"i * 104729"_s), people),
        n
            + u"INSERT INTO genres (genre_id, name) SELECT i, iif(i = 1, 'drama', %1 || ' film') FROM n WHERE i <= 100"_s
                  .arg(wordSql(u"i * 73"_s)),
        n
            + u"INSERT INTO movies (movie_id, title, release_date, country, imdb_id) SELECT i, iif(i % 4 = 0, 'The ', "
              u"'') || "
              "%1 || ' ' || %2, (1920 + i % 105) || '-03-04', 'Country ' || i % 60, 'tt' || (1000000 + i) FROM n"_s.arg(
                  wordSql(u"i * 7919"_s), wordSql(u"i * 104729 / 7"_s)),
        n
            + u"INSERT INTO movie_directors (movie_id, director_id, position) SELECT i, 1 + i * 31 % (%1 / 5), 1 FROM n"_s
                  .arg(people),
        n + u"INSERT INTO movie_genres (movie_id, genre_id) SELECT i, iif(i % 3 = 0, 1, 2 + i % 99) FROM n"_s,
        n
            + u"INSERT INTO \"cast\" (movie_id, actor_id, role, billing_order) SELECT i, 1 + (i * 7919 + p * 613) % "
              "(%1 / (1 + i % 7)), '', p FROM n, (SELECT 1 AS p UNION SELECT 2 UNION SELECT 3 UNION SELECT 4 UNION "
              "SELECT 5 UNION SELECT 6 UNION SELECT 7 UNION SELECT 8)"_s.arg(people),
        u"DROP TABLE words"_s};
    for (const QString &statement : statements) {
        if (const auto done = connection.run(statement); !done)
            return done;
    }
    return {};
}

/// In megabytes: "VmRSS" now, "VmHWM" at most.
double memory(const QByteArray &what, const QString &process = u"self"_s)
{
    QFile status(u"/proc/%1/status"_s.arg(process));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(what) && line.at(what.size()) == ':')
            return line.sliced(what.size() + 1).simplified().split(' ').first().toDouble() / 1024;
    }
    return 0;
}

void print(const char *what, double value, const char *unit)
{
    std::printf("%-52s %9.1f %s\n", what, value, unit);
    std::fflush(stdout);
}

/// The grid over the table, and a clock.
struct Bench
{
    Database database;
    TableModel model;
    TableReader reader{database, model};
    Grid grid;
    QElapsedTimer clock;

    explicit Bench(const QString &file)
        : database(file)
    {
        grid.setModel(&model);
        grid.resize(1280, 720);
        grid.show();
        QObject::connect(&reader, &TableReader::failed, &reader, [](const Error &error) {
            qFatal("%s %s", qPrintable(error.message), qPrintable(error.detail));
        });
    }

    void wait(const std::function<bool()> &isDone)
    {
        while (!isDone())
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }

    /// Until the rows of a query are painted, in ms.
    double show(const table::Query &query)
    {
        bool isShown = false;
        QObject::connect(&reader, &TableReader::shown, &grid, [&] { isShown = true; }, Qt::SingleShotConnection);
        clock.start();
        reader.show(query);
        wait([&] { return isShown; });
        grid.viewport()->repaint();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    /// Until the rows at a place are painted, in ms.
    double jump(int row)
    {
        clock.start();
        grid.verticalScrollBar()->setValue(row);
        grid.viewport()->repaint();
        const auto isThere = [&] {
            const int last = std::min(grid.firstRow() + grid.rowsSeen(), model.rowCount()) - 1;
            return model.rowAt(grid.firstRow()) && model.rowAt(last);
        };
        wait(isThere);
        grid.viewport()->repaint();
        return double(clock.nsecsElapsed()) / 1e6;
    }

    double learn()
    {
        clock.start();
        wait([&] { return model.shape().isExact; });
        return double(clock.nsecsElapsed()) / 1e6;
    }

    /// The median and the worst frame of a scroll by three rows a frame, in ms.
    std::pair<double, double> scroll()
    {
        QList<double> frames;
        for (int frame = 0; frame < Frames; ++frame) {
            clock.start();
            grid.verticalScrollBar()->setValue(grid.verticalScrollBar()->value() + 3);
            grid.viewport()->repaint();
            QCoreApplication::processEvents();
            frames.append(double(clock.nsecsElapsed()) / 1e6);
        }
        std::ranges::sort(frames);
        return {frames[Frames / 2], frames.last()};
    }
};

void browse(Bench &bench, const char *order, const table::Query &query)
{
    std::printf("\n%s\n", order);
    print("first rows painted", bench.show(query), "ms");
    print("jump to the middle, before all rows were gone through", bench.jump(int(rowsMade / 2)), "ms");
    print("jump to the end", bench.jump(int(rowsMade)), "ms");
    print("all rows gone through, behind that", bench.learn(), "ms");
    QList<double> jumps;
    for (int i = 1; i <= 50; ++i)
        jumps.append(bench.jump(int(rowsMade * (i * 37 % 97) / 97)));
    std::ranges::sort(jumps);
    print("jump anywhere, median of 50", jumps[25], "ms");
    print("jump anywhere, worst of 50", jumps.last(), "ms");
    const auto [median, worst] = bench.scroll();
    print("frame while scrolling, median of 300", median, "ms");
    print("frame while scrolling, worst of 300", worst, "ms");
    print("memory now", memory("VmRSS"), "MB");
}

/// What the search box brings, one word after the other: the first rows, and how many there are.
void search(const QString &file, qint64 films)
{
    const bool isThere = QFile::exists(file);
    Bench bench(file);
    bench.clock.start();
    if (!isThere) {
        if (!QCoro::waitFor(bench.database.run([&](Connection &connection) { return fillFilms(connection, films); })))
            return;
        print("making the films, with their index of words", double(bench.clock.elapsed()) / 1000, "s");
    }
    bench.show({.table = u"movies"_s});
    for (const char *words :
         {"tt1000333", "maro", "maro drama", "rila koma", "drama", "the", "the drama 1994", "ma", "nowhere"}) {
        std::printf("\n%s\n", words);
        print("first rows painted", bench.show({.table = u"movies"_s, .words = QString::fromLatin1(words)}), "ms");
        print("all counted, behind that", bench.learn(), "ms");
        print("rows", double(bench.model.shape().count), "");
    }
}

/// The same rows from SQLite's own shell, a process each.
void compareWithShell(const QString &file)
{
    if (QStandardPaths::findExecutable(u"sqlite3"_s).isEmpty())
        return;
    std::printf("\nsqlite3 shell, a process each\n");
    const auto run = [&](const char *what, const QString &sql) {
        print(what, runToEnd(u"sqlite3"_s, {file, sql}).seconds * 1000, "ms");
    };
    run("first 50 rows", u"SELECT * FROM made LIMIT 50"_s);
    run("50 rows in the middle, by OFFSET", u"SELECT * FROM made LIMIT 50 OFFSET %1"_s.arg(rowsMade / 2));
    run("50 rows in the middle of an index, by OFFSET",
        u"SELECT * FROM made ORDER BY year LIMIT 50 OFFSET %1"_s.arg(rowsMade / 2));
}

/// What the usual browser of such files needs to show the same rows: until it is at rest, and how much memory then.
void compareWithBrowser(const QString &file)
{
    if (QStandardPaths::findExecutable(u"sqlitebrowser"_s).isEmpty()) {
        std::printf("\nsqlitebrowser is missing: no figure beside it\n");
        return;
    }
    constexpr int Look = 100; // ms between two looks
    constexpr int Looks = 20; // alike, until it counts as at rest
    std::printf("\nsqlitebrowser, on the same table\n");
    QProcess browser;
    browser.start(u"sqlitebrowser"_s, {u"--table"_s, u"made"_s, file});
    const QString process = QString::number(browser.processId());
    QElapsedTimer clock;
    clock.start();
    double seen = 0;
    qint64 changed = 0;
    for (int same = 0; same < Looks && !browser.waitForFinished(Look); ++same) {
        if (const double now = memory("VmRSS", process); std::abs(now - seen) > 0.5) {
            seen = now;
            changed = clock.elapsed();
            same = 0;
        }
    }
    print("at rest after", double(changed), "ms");
    print("memory then", seen, "MB");
    print("memory at most", memory("VmHWM", process), "MB");
    browser.kill();
    browser.waitForFinished();
}

}

/// bench_tables [FILE [ROWS]]: how fast a large table is seen, and words are found in a tenth as many films. The
/// files are made where they are not there, and kept.
int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    const QTemporaryDir folder;
    const QString file = arguments.value(1, folder.filePath(u"made.sqlite"_s));
    rowsMade = arguments.value(2, QString::number(rowsMade)).toLongLong();
    const bool isThere = QFile::exists(file);
    {
        Database database(file);
        QElapsedTimer clock;
        clock.start();
        if (!isThere && !QCoro::waitFor(database.run(fill)))
            return EXIT_FAILURE;
        if (!isThere)
            print("making the table", double(clock.elapsed()) / 1000, "s");
    }
    print("memory before", memory("VmRSS"), "MB");
    Bench bench(file);
    browse(bench, "by key", {.table = u"made"_s});
    browse(bench, "by an indexed column", {.table = u"made"_s, .order = {{u"year"_s}}});
    print("memory at most", memory("VmHWM"), "MB");
    std::printf("\nwords in %lld films\n", rowsMade / 10);
    search(file + u".films"_s, rowsMade / 10);
    compareWithShell(file);
    compareWithBrowser(file);
    return EXIT_SUCCESS;
}
