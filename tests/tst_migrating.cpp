#include "store.h"
#include "store/database.h"
#include "store/drift.h"
#include "store/table.h"

#include <csignal>
#include <filesystem>
#include <future>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace Qt::Literals;
using migrating::Course;

namespace {

/// The program's steps and one more, which nobody has written yet.
Course withStep(const Connection &connection, const QString &sql, const QString &down = {})
{
    Course course = got(migrating::own(connection.engine()));
    course.target += 1;
    course.known.append(
        {.number = course.target, .name = u"tried"_s, .sql = sql, .down = down, .checksum = migrations::checksum(sql)});
    return course;
}

Course to(const Connection &connection, int target)
{
    Course course = got(migrating::own(connection.engine()));
    course.target = target;
    return course;
}

qint64 number(Connection &connection, const QString &sql)
{
    return got(connection.insert(sql, {}));
}

void fill(Connection &connection)
{
    for (const auto *sql :
         {"INSERT INTO directors (name) VALUES ('Aki Kaurismäki'), ('Jane Campion')",
          "INSERT INTO movies (title, director_id) VALUES ('Le Havre', 1), ('The Piano', 2)",
          "INSERT INTO movie_directors (movie_id, director_id, position) VALUES (1, 1, 1), (2, 2, 1)"})
        QVERIFY(done(connection.run(QString::fromUtf8(sql))));
}

/// No file of this process gets longer than so many bytes: a full disk, as far as a database can tell.
class ShortDisk
{
public:
    explicit ShortDisk(rlim_t bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit shorter{.rlim_cur = bytes, .rlim_max = m_before.rlim_max};
        setrlimit(RLIMIT_FSIZE, &shorter);
    }
    ~ShortDisk()
    {
        setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(ShortDisk)

private:
    sighandler_t m_handler;
    rlimit m_before{};
};

}

/// From version to version, and what happens where that fails.
class TestMigrating : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        m_store = std::make_unique<TestStore>(engine);
        m_connection = &m_store->connect();
        m_isFile = engine == "sqlite"_L1;
        fill(*m_connection);
    }
    void cleanup() { m_store.reset(); }

    void aNewDatabaseLeavesNoBackup()
    {
        QVERIFY(backups().isEmpty());
        QCOMPARE(version(), newest());
    }

    void downSaysWhatIsLostAndUpBringsTheTablesBack()
    {
        const auto down = got(migrating::go(*m_connection, to(*m_connection, 2)));
        QCOMPARE(down.from, newest());
        QCOMPARE(version(), 2);
        QVERIFY(down.lost.contains(u"movie_directors (2 rows)"_s));
        QVERIFY(down.lost.contains(u"movies.wikidata_id"_s));
        QVERIFY(!down.lost.contains(u"movies.title"_s));

        const auto up = got(migrating::go(*m_connection, to(*m_connection, newest())));
        QCOMPARE(up.lost, QStringList());
        QCOMPARE(version(), newest());
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movies WHERE director_id IS NOT NULL"_s), 2);
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movie_directors"_s), 0);
        QCOMPARE(backups().size(), 2);
    }

    void theBackupIsTheDatabaseAsItWas()
    {
        const auto report = got(migrating::go(*m_connection, to(*m_connection, 1)));
        QCOMPARE(backups(), QStringList{report.backup});
        if (m_isFile) {
            TestStore other(u"sqlite"_s);
            QVERIFY(QFile::copy(report.backup, other.address()));
            QCOMPARE(number(other.connect(), u"SELECT COUNT(*) FROM movie_directors"_s), 2);
        } else {
            QVERIFY(done(m_connection->run(u"SET search_path TO "_s + report.backup)));
            QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movie_directors"_s), 2);
            QVERIFY(done(drift::between(*m_connection, model::own()).and_then([](const auto &differences) {
                return differences.isEmpty() ? Result<>()
                                             : fail(Error::Kind::Storage, drift::lines(differences).join(u'\n'));
            })));
            // Its keys go on where the tables' did.
            QVERIFY(done(m_connection->run(u"INSERT INTO directors (name) VALUES ('Third')"_s)));
            QCOMPARE(number(*m_connection, u"SELECT MAX(director_id) FROM directors"_s), 3);
            QVERIFY(
                done(m_connection->run(u"INSERT INTO sources (kind, name, url, revision) VALUES ('a','b','c',0)"_s)));
        }
    }

    void nothingToDoIsNothingDone()
    {
        const auto report = got(migrating::go(*m_connection, to(*m_connection, newest())));
        QCOMPARE(report, (migrating::Report{.from = newest(), .to = newest()}));
        QVERIFY(backups().isEmpty());
    }

    void aFailureLeavesTheDatabaseAsItWas_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("detail");

        const auto row = [](const char *name, const char *sql, const QString &message, const QString &detail) {
            QTest::newRow(name) << QString::fromLatin1(sql) << message << detail;
        };
        row("a broken statement",
            "ALTER TABLE movies ADD COLUMN stars INTEGER;\n\nALTER TABLE nothing DROP COLUMN a;\n",
            u", tried). It is as it was."_s, u"nothing"_s);
        row("rows lost", "DELETE FROM movie_directors WHERE movie_id = 1;\n", u"Rows would be lost or doubled."_s,
            u"movie_directors: 2 rows before, 1 after"_s);
        row("a form that is not the model's", "ALTER TABLE movies DROP COLUMN tagline;\n",
            u"not be as the program expects"_s, u"movies.tagline: the column is missing"_s);
    }
    void aFailureLeavesTheDatabaseAsItWas()
    {
        QFETCH(QString, sql);
        QFETCH(QString, message);
        QFETCH(QString, detail);
        const auto report = migrating::go(*m_connection, withStep(*m_connection, sql));
        QVERIFY(!report);
        QVERIFY2(report.error().message.contains(message), qPrintable(report.error().message));
        QVERIFY2(report.error().detail.contains(detail), qPrintable(report.error().detail));
        wasLeft();
    }

    void whatAPersonHasAddedHindersNothing()
    {
        QVERIFY(done(m_connection->run(u"CREATE INDEX mine ON movies (runtime)"_s)));
        QVERIFY(done(m_connection->run(u"ALTER TABLE movies ADD COLUMN stars INTEGER"_s)));
        QVERIFY(done(m_connection->run(u"UPDATE movies SET stars = 5"_s)));
        got(migrating::go(*m_connection, withStep(*m_connection, u"CREATE INDEX tried ON movies (country);\n"_s)));
        QCOMPARE(number(*m_connection, u"SELECT SUM(stars) FROM movies"_s), 10);
    }

    void aReferenceToNothingIsFound()
    {
        const auto report
            = migrating::go(*m_connection, withStep(*m_connection, u"UPDATE movies SET director_id = 404;\n"_s));
        QVERIFY(!report);
        if (m_isFile)
            QVERIFY(report.error().detail.contains(u"movies: 2 rows refer to no row of directors"_s));
        wasLeft();
    }

    void anUnfinishedDatabaseIsOpenedToBeRead()
    {
        got(migrating::go(*m_connection, to(*m_connection, 3)));
        QVERIFY(done(m_connection->run(u"ALTER TABLE movies ADD COLUMN row_version TEXT"_s))); // in step 4's way
        m_connection->close();
        Database database(m_store->address());
        const auto news = got(QCoro::waitFor(database.open()));
        QVERIFY(news.readOnlyBecause);
        QVERIFY2(news.readOnlyBecause->message.contains(u" (step 4, row_versions). It is as it was."_s),
                 qPrintable(news.readOnlyBecause->message));
        const auto read
            = QCoro::waitFor(database.read([](Connection &c) { return table::count(c, {.table = u"movies"_s}); }));
        QCOMPARE(got(read), 2);
        const auto written
            = QCoro::waitFor(database.run([](Connection &c) { return c.run(u"UPDATE movies SET runtime = 1"_s); }));
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"can only be read"_s));
        QCOMPARE(version(), 3);
    }

    void anOlderDatabaseIsBroughtUpAtTheStart()
    {
        got(migrating::go(*m_connection, to(*m_connection, 2)));
        m_connection->close();
        Database database(m_store->address());
        const auto news = got(QCoro::waitFor(database.open()));
        QVERIFY(done(m_connection->open()));
        QVERIFY(!news.readOnlyBecause);
        QCOMPARE(news.report.from, 2);
        QCOMPARE(news.report.to, newest());
        QVERIFY(backups().contains(news.report.backup));
    }

    void aNewerDatabaseIsRefusedAndNotTouched()
    {
        QVERIFY(done(
            m_connection->run(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (99, 'later', 'x')"_s)));
        const auto report = migrating::go(*m_connection, to(*m_connection, 2));
        QVERIFY(!report);
        QVERIFY(report.error().message.contains(u"made by a newer version"_s));
        QVERIFY(backups().isEmpty());
    }

    void changesAreCounted()
    {
        QVERIFY(done(m_connection->run(u"UPDATE movies SET runtime = 93 WHERE movie_id = 1"_s)));
        QVERIFY(done(m_connection->run(u"UPDATE movies SET runtime = 94, updated_at = '2020-01-01 00:00:00' "
                                       "WHERE movie_id = 1"_s)));
        QCOMPARE(number(*m_connection, u"SELECT row_version FROM movies WHERE movie_id = 1"_s), 3);
        QCOMPARE(number(*m_connection, u"SELECT row_version FROM movies WHERE movie_id = 2"_s), 1);
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movies WHERE updated_at < '2021-01-01'"_s), 1);
    }

    void aTextTooLongForTheOldVersionIsRefusedNotCut()
    {
        const QString longTitle(300, u'x');
        QVERIFY(done(m_connection->run(u"UPDATE movies SET title = ?"_s, {longTitle})));
        const auto report = migrating::go(*m_connection, to(*m_connection, 2));
        if (m_isFile) // which has no lengths to keep
            QVERIFY(report);
        else
            QVERIFY(report.error().message.contains(u"taken back to version 2 (step 3"_s));
        QCOMPARE(number(*m_connection, u"SELECT MIN(length(title)) FROM movies"_s), 300);
    }

    void aFullDiskLeavesTheFileAsItWas_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("sql");

        QTest::newRow("no room for the backup") << 0.5 << u"CREATE INDEX tried ON movies (title);\n"_s;
        QTest::newRow("no room for the copy to grow")
            << 1.0 << u"CREATE TABLE grown AS SELECT body FROM responses, (SELECT 1 UNION SELECT 2);\n"_s;
    }
    void aFullDiskLeavesTheFileAsItWas()
    {
        if (!m_isFile)
            QSKIP("a server has a disk of its own");
        QFETCH(double, share);
        QFETCH(QString, sql);
        makeBig();
        {
            const ShortDisk disk(rlim_t(double(QFileInfo(m_store->address()).size()) * share));
            QVERIFY(!migrating::go(*m_connection, withStep(*m_connection, sql)));
        }
        wasLeft();
    }

    void whoIsKilledBeforeTheCopyTakesThePlaceLeavesTheFileAsItWas()
    {
        if (!m_isFile)
            QSKIP("a server's transaction ends with its client");
        makeBig();
        const Course course = to(*m_connection, 2);
        const auto half = rlim_t(QFileInfo(m_store->address()).size() / 2);
        m_connection->close();
        const pid_t child = fork();
        if (child == 0) { // the signal comes in the middle of writing the copy
            const rlimit shorter{.rlim_cur = half, .rlim_max = half};
            setrlimit(RLIMIT_FSIZE, &shorter);
            std::signal(SIGXFSZ, SIG_DFL);
            std::ignore = m_connection->open().and_then([&] { return migrating::go(*m_connection, course); });
            _exit(0);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status) && WTERMSIG(status) == SIGXFSZ);
        QVERIFY(QFile::exists(m_store->address() + u".migrating"_s));
        QVERIFY(backups().isEmpty());
        QVERIFY(done(m_connection->open()));
        const QString backup = got(migrating::go(*m_connection, course)).backup;
        QCOMPARE(backup, m_store->address() + u".version-%1"_s.arg(newest()));
        QVERIFY(!QFile::exists(m_store->address() + u".migrating"_s));
    }

    void aSecondNameOfTheFileItselfIsNoBackup()
    {
        if (!m_isFile)
            QSKIP("a server keeps its backups as schemas");
        const QString backup = m_store->address() + u".version-%1"_s.arg(newest());
        std::filesystem::create_hard_link(m_store->address().toStdString(), backup.toStdString());
        QCOMPARE(got(migrating::go(*m_connection, to(*m_connection, 2))).backup, backup);
        QCOMPARE(backups(), QStringList{backup});
        QVERIFY(!std::filesystem::equivalent(m_store->address().toStdString(), backup.toStdString()));
        QCOMPARE(version(backup), newest());
    }

    void theFileThatItWasIsTheBackup()
    {
        if (!m_isFile)
            QSKIP("a server keeps its backups as schemas");
        const QFile::Permissions rights
            = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser | QFile::ReadGroup;
        QVERIFY(QFile::setPermissions(m_store->address(), rights));
        const QString backup = got(migrating::go(*m_connection, to(*m_connection, 2))).backup;
        QCOMPARE(version(backup), newest());
        QCOMPARE(version(), 2);
        QCOMPARE(QFile::permissions(m_store->address()), rights);
        const auto mode = m_connection->first(u"PRAGMA journal_mode"_s, {},
                                              [](const Rows &row) { return row.value(0).toString(); });
        QCOMPARE(got(mode), u"wal"_s);
    }

    void aFileThatAnotherHasOpenIsLeftAlone()
    {
        if (!m_isFile)
            QSKIP("a server has locks");
        Connection &other = m_store->connect();
        QCOMPARE(number(other, u"SELECT COUNT(*) FROM movies"_s), 2);
        const auto report = migrating::go(*m_connection, to(*m_connection, 2));
        QVERIFY(!report);
        QVERIFY(report.error().message.contains(u"Another program has the database open."_s));
        wasLeft();
        QVERIFY(done(other.run(u"UPDATE movies SET runtime = 121"_s)));
        QCOMPARE(number(*m_connection, u"SELECT SUM(runtime) FROM movies"_s), 242);
    }

    void whoOpensTheFileMeanwhileMayReadButWritesNothingThatWouldBeLost()
    {
        if (!m_isFile)
            QSKIP("a server has locks");
        m_connection->close();
        auto migrated = std::async(std::launch::async, [address = m_store->address()] {
            auto report = opening::openAsItIs(address, u"slow"_s).and_then([&](const auto &connection) {
                return migrating::go(
                    *connection,
                    withStep(*connection,
                             u"CREATE TABLE slow AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                             "SELECT i + 1 FROM n WHERE i < 3000000) SELECT COUNT(*) AS c FROM n;\n"_s));
            });
            QSqlDatabase::removeDatabase(u"slow"_s);
            return report;
        });
        QTRY_VERIFY(QFile::exists(m_store->address() + u".migrating"_s));
        Connection &other = m_store->connectAsItIs();
        QVERIFY(done(other.run(u"PRAGMA busy_timeout = 0"_s)));
        QCOMPARE(number(other, u"SELECT COUNT(*) FROM movies"_s), 2);
        QVERIFY(!other.run(u"UPDATE movies SET runtime = 121"_s));
        QCOMPARE(got(migrated.get()).to, newest() + 1);
        const auto late = other.run(u"UPDATE movies SET runtime = 121"_s); // what it has open is the backup by now
        QVERIFY(!late);
        QVERIFY(late.error().message.contains(u"can only be read"_s));
        QVERIFY(!other.run(u"PRAGMA journal_mode = WAL"_s));
        QVERIFY(done(m_connection->open()));
        QCOMPARE(number(*m_connection, u"SELECT c FROM slow"_s), 3'000'000);
    }

    void whoWritesMeanwhileIsWaitedFor()
    {
        if (m_isFile)
            QSKIP("nobody may have a file open from before");
        Connection &other = m_store->connect();
        QVERIFY(done(other.run(u"BEGIN"_s)));
        QVERIFY(done(other.run(u"INSERT INTO movies (title) VALUES ('Ariel')"_s)));
        Database migrating(m_store->address());
        const Course course = to(*m_connection, 2);
        auto done = migrating.run([course](Connection &connection) { return migrating::go(connection, course); });
        QTRY_VERIFY(
            number(*m_connection,
                   u"SELECT COUNT(*) FROM pg_locks WHERE NOT granted AND relation = CAST('movies' AS regclass)"_s)
            > 0);
        QVERIFY(::done(other.run(u"COMMIT"_s)));
        QCOMPARE(got(QCoro::waitFor(std::move(done))).to, 2);
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movies"_s), 3);
        QVERIFY(::done(m_connection->run(u"SET search_path TO "_s + backups().constFirst())));
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movies"_s), 3);
    }

    void twoProgramsMigrateOnce()
    {
        got(migrating::go(*m_connection, to(*m_connection, 2)));
        const qsizetype before = backups().size();
        m_connection->close();
        Database one(m_store->address());
        Database other(m_store->address());
        auto opening = one.open();
        auto again = other.open();
        const auto first = got(QCoro::waitFor(std::move(opening)));
        const auto second = got(QCoro::waitFor(std::move(again)));
        QVERIFY(!first.readOnlyBecause && !second.readOnlyBecause);
        QVERIFY(done(m_connection->open()));
        QCOMPARE(backups().size(), before + 1);
        QCOMPARE(version(), newest());
    }

private:
    int newest() const { return got(migrating::own(m_connection->engine())).target; }
    int version() { return version(m_store->address()); }
    static int version(const QString &address)
    {
        const QString name = QUuid::createUuid().toString();
        const auto after = qScopeGuard([&] { QSqlDatabase::removeDatabase(name); });
        const auto connection = got(opening::openAsItIs(address, name));
        return int(number(*connection, u"SELECT MAX(number) FROM schema_migrations"_s));
    }

    QStringList backups()
    {
        if (m_isFile) {
            const QFileInfo file(m_store->address());
            QStringList found;
            for (const auto &one : file.dir().entryInfoList({u"*.version-*"_s}))
                found.append(one.absoluteFilePath());
            return found;
        }
        return got(m_connection->all(u"SELECT nspname FROM pg_namespace WHERE nspname LIKE ?"_s,
                                     {u"cineteca_version_%"_s},
                                     [](const Rows &row) { return row.value(0).toString(); }));
    }

    /// Everything is as init() has made it, and nothing lies about.
    void wasLeft()
    {
        QCOMPARE(version(), newest());
        QCOMPARE(drift::lines(got(drift::between(*m_connection, model::own()))), QStringList());
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movie_directors"_s), 2);
        QCOMPARE(number(*m_connection, u"SELECT COUNT(*) FROM movies WHERE director_id < 3"_s), 2);
        QVERIFY(backups().isEmpty());
        if (!m_isFile)
            return;
        QVERIFY(!QFile::exists(m_store->address() + u".migrating"_s));
        QCOMPARE(got(m_connection->first(u"PRAGMA integrity_check"_s, {},
                                         [](const Rows &row) { return row.value(0).toString(); })),
                 u"ok"_s);
    }

    void makeBig()
    {
        for (int n = 0; n < 200; ++n)
            QVERIFY(done(m_connection->run(
                u"INSERT INTO responses (request_key, url, status, content_type, body, answered_at, valid_until) "
                "VALUES (?, '', 200, '', ?, CURRENT_TIMESTAMP, CURRENT_TIMESTAMP)"_s,
                {QString::number(n), QByteArray(5000, char('a' + n % 26))})));
        QVERIFY(done(m_connection->run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s)));
    }

    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
    bool m_isFile = true;
};

QTEST_GUILESS_MAIN(TestMigrating)
#include "tst_migrating.moc"
