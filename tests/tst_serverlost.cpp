#include "jobs/crawling.h"
#include "jobs/exporting.h"
#include "net/httpclient.h"
#include "net/recording.h"
#include "postgresqlserver.h"
#include "store.h"
#include "store/database.h"
#include "store/library.h"
#include "store/sidelane.h"

#include <QElapsedTimer>
#include <QLocalServer>
#include <QLocalSocket>
#include <QProcess>
#include <QSignalSpy>
#include <QThread>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include <future>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// A named pipe that takes what a program prints, and is read only when it is asked.
class Pipe
{
public:
    Pipe()
    {
        mkfifo(qPrintable(path()), 0600);
        m_end = ::open(qPrintable(path()), O_RDONLY | O_NONBLOCK);
    }
    ~Pipe() { ::close(m_end); }
    Q_DISABLE_COPY_MOVE(Pipe)

    QString path() const { return m_folder.filePath(u"pipe"_s); }
    bool hasMore(int ms) const
    {
        pollfd end{.fd = m_end, .events = POLLIN, .revents = 0};
        return poll(&end, 1, ms) > 0 && (end.revents & POLLIN);
    }
    QByteArray readToTheEnd() const
    {
        QByteArray all;
        char bytes[65536];
        while (hasMore(20'000)) {
            const auto size = ::read(m_end, bytes, sizeof bytes);
            if (size <= 0)
                break;
            all.append(bytes, size);
        }
        return all;
    }

private:
    QTemporaryDir m_folder;
    int m_end = -1;
};

}

/// Somebody who has done something, and has not said yet whether it is to be.
class OpenTransaction
{
public:
    OpenTransaction(const QString &address, const QString &sql)
        : m_connection(got(opening::openAsItIs(address, Name)))
    {
        QVERIFY(done(m_connection->run(u"BEGIN"_s)));
        QVERIFY(done(m_connection->run(sql)));
    }
    ~OpenTransaction()
    {
        m_connection.reset();
        QSqlDatabase::removeDatabase(Name);
    }
    Q_DISABLE_COPY_MOVE(OpenTransaction)

private:
    static constexpr QLatin1StringView Name{"held"};

    std::unique_ptr<Connection> m_connection;
};

/// A wire to a server, which can be cut so that only one end of it notices. It has a thread of its own, since the
/// test's waits for what goes through it.
class ServerBehindAWire
{
public:
    explicit ServerBehindAWire(const QString &server)
        : m_server(server + Name)
    {
        m_near.moveToThread(&m_thread);
        m_thread.start();
        QObject::connect(&m_near, &QLocalServer::newConnection, &m_near,
                         [this] { join(m_near.nextPendingConnection()); });
        there([this] { m_near.listen(m_folder.path() + Name); });
    }
    ~ServerBehindAWire()
    {
        there([this] {
            m_near.close();
            qDeleteAll(m_near.findChildren<QLocalSocket *>());
            m_cut.clear();
        });
        m_thread.quit();
        m_thread.wait();
    }
    Q_DISABLE_COPY_MOVE(ServerBehindAWire)

    QString folder() const { return m_folder.path(); }
    void cutAtCommit() { m_cuts = true; }
    void endOldSessions()
    {
        there([this] { m_cut.clear(); });
    }
    /// How often it was asked what became of a transaction.
    int asked() const { return m_asked; }

private:
    static constexpr QLatin1StringView Name{"/.s.PGSQL.5432"};

    void there(const std::function<void()> &work)
    {
        QMetaObject::invokeMethod(&m_near, work, Qt::BlockingQueuedConnection);
    }

    void join(QLocalSocket *near)
    {
        auto far = std::make_shared<QLocalSocket>();
        far->connectToServer(m_server);
        far->waitForConnected();
        QObject::connect(near, &QLocalSocket::readyRead, near, [this, near, far] { pass(*near, far); });
        QObject::connect(far.get(), &QLocalSocket::readyRead, near, [near, far] { near->write(far->readAll()); });
        QObject::connect(far.get(), &QLocalSocket::disconnected, near, [near] { near->disconnectFromServer(); });
        QObject::connect(near, &QLocalSocket::disconnected, near, &QObject::deleteLater);
    }

    void pass(QLocalSocket &near, const std::shared_ptr<QLocalSocket> &far)
    {
        const QByteArray bytes = near.readAll();
        m_asked += int(bytes.count("pg_xact_status"));
        if (!m_cuts || !bytes.contains("COMMIT")) {
            far->write(bytes);
            return;
        }
        m_cuts = false;
        QObject::disconnect(far.get(), nullptr, &near, nullptr);
        m_cut.append(far);
        near.disconnectFromServer();
    }

    QTemporaryDir m_folder{u"/tmp/cineteca-wire-XXXXXX"_s};
    QString m_server;
    QLocalServer m_near;
    QList<std::shared_ptr<QLocalSocket>> m_cut; // their server does not know it yet
    std::atomic_bool m_cuts = false;
    std::atomic_int m_asked = 0;
    QThread m_thread;
};

/// A server that goes away in the middle of the work.
class TestServerLost : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        QVERIFY(m_server.make());
        m_server.start();
    }
    void init() { QVERIFY(m_server.waitUntilItAnswers()); }

    void workWaitsAndEachIsDoneOnce_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("an orderly end") << SIGINT;
        QTest::newRow("a crash") << SIGQUIT;
        QTest::newRow("killed") << SIGKILL;
    }
    void workWaitsAndEachIsDoneOnce()
    {
        QFETCH(const int, signal);
        Database database(m_server.address());
        const QSignalSpy lost(&database, &Database::lost);
        const QSignalSpy back(&database, &Database::back);
        QVERIFY(done(QCoro::waitFor(database.run([](Connection &c) {
            return c.run(u"DROP TABLE IF EXISTS marks"_s).and_then([&] {
                return c.run(u"CREATE TABLE marks (mark INTEGER)"_s);
            });
        }))));
        auto marks = mark(database, 400);
        for (int outage = 0; outage < 3; ++outage) {
            const auto before = m_marked;
            QTRY_VERIFY(m_marked > before + 10);
            m_server.stop(signal);
            QTRY_VERIFY(lost.size() > back.size());
            QTest::qWait(100); // the event loop turns meanwhile, and nothing comes back
            const auto meanwhile = m_marked;
            QTest::qWait(200);
            QCOMPARE(m_marked, meanwhile);
            signal == SIGKILL ? m_server.startAgain() : m_server.start();
            QTRY_COMPARE_WITH_TIMEOUT(back.size(), lost.size(), 20'000);
        }
        QVERIFY(done(QCoro::waitFor(std::move(marks))));
        const auto counted = QCoro::waitFor(database.read([](Connection &c) {
            return c.first(u"SELECT COUNT(*), COUNT(DISTINCT mark) FROM marks"_s, {},
                           [](const Rows &row) { return std::pair(row.value(0).toInt(), row.value(1).toInt()); });
        }));
        QCOMPARE(got(counted), std::pair(400, 400));
    }

    void aCrawlGoesOn()
    {
        HttpClient http{{.userAgent = u"test"_s}};
        http.replay(got(crawling::sampleAnswers()));
        Database database(m_server.address());
        const Services services{http, http, database, {}};
        const auto crawl = got(QCoro::waitFor(crawling::prepare(services, crawling::sample())));
        const QSignalSpy lost(&database, &Database::lost);
        auto crawling = crawling::run(std::make_shared<Job>(), services, crawl.id);
        QTRY_VERIFY(got(QCoro::waitFor(database.read([](Connection &c) { return library::tally(c); }))).listed > 0);
        m_server.stop(SIGQUIT);
        QTRY_VERIFY(!lost.isEmpty());
        m_server.start();
        const Tally tally = got(QCoro::waitFor(std::move(crawling)));
        QCOMPARE(tally.open, 0);
        QCOMPARE(tally.failed, 0);
        QCOMPARE(tally.recorded + tally.toReview, tally.listed);
        QVERIFY(tally.listed > 60);
    }

    void aLaneThatOpensMeanwhileWaitsAsWell()
    {
        Database database(m_server.address());
        QVERIFY(QCoro::waitFor(database.open()));
        m_server.stop(SIGINT);
        SideLane lane(database);
        std::optional<Result<QList<Gallery>>> galleries;
        QCoro::connect(lane.read(library::galleries), this,
                       [&](const Result<QList<Gallery>> &found) { galleries = found; });
        auto read = database.read(library::galleries); // whose lane is new too
        QTest::qWait(1000); // more than the first try takes
        QVERIFY(!galleries);
        m_server.start();
        QTRY_VERIFY_WITH_TIMEOUT(galleries, 20'000);
        QVERIFY(*galleries);
        QVERIFY(QCoro::waitFor(std::move(read)));
    }

    void nobodyWaitsForAServerThatWasNeverThere()
    {
        m_server.stop(SIGINT);
        Database database(m_server.address());
        SideLane lane(database);
        QCOMPARE(QCoro::waitFor(lane.read(library::galleries)).error().kind, Error::Kind::Lost);
        QCOMPARE(QCoro::waitFor(database.read(library::galleries)).error().kind, Error::Kind::Lost);
        m_server.start();
    }

    void whetherItWasCommittedIsAskedUntilTheServerKnows()
    {
        ServerBehindAWire wire(m_server.folder());
        Database database(QString(m_server.address()).replace(m_server.folder(), wire.folder()));
        const QSignalSpy lost(&database, &Database::lost);
        QVERIFY(done(
            QCoro::waitFor(database.run([](Connection &c) { return c.run(u"CREATE TABLE once (mark INTEGER)"_s); }))));
        wire.cutAtCommit();
        auto written = database.run(
            [](Connection &c) { return c.atomically([&] { return c.run(u"INSERT INTO once VALUES (?)"_s, {1}); }); });
        QTRY_COMPARE(lost.size(), 1);
        QTRY_VERIFY(wire.asked() > 1); // the old session is there, and has not ended its transaction
        wire.endOldSessions();
        QVERIFY(done(QCoro::waitFor(std::move(written))));
        const auto counted
            = QCoro::waitFor(database.read([](Connection &c) { return c.insert(u"SELECT COUNT(*) FROM once"_s, {}); }));
        QCOMPARE(got(counted), 1);
    }

    void whatWasPrintedIsNotPrintedOnceMore()
    {
        Database database(m_server.address());
        QVERIFY(done(QCoro::waitFor(database.run([](Connection &c) {
            return c.run(u"CREATE TABLE long (line TEXT)"_s).and_then([&] {
                return c.run(
                    u"INSERT INTO long SELECT repeat(md5(CAST(i AS text)), 20) FROM generate_series(1, 20000) i"_s);
            });
        }))));
        const Pipe pipe;
        QProcess program;
        program.setStandardOutputFile(pipe.path());
        program.start(QStringLiteral(CLI_PROGRAM),
                      {u"export"_s, u"--table"_s, u"long"_s, u"--db"_s, m_server.address()});
        QTRY_VERIFY_WITH_TIMEOUT(pipe.hasMore(0), 20'000);
        m_server.stop(SIGINT);
        m_server.start();
        const QByteArray printed = pipe.readToTheEnd();
        QVERIFY(program.waitForFinished(20'000));
        QVERIFY(printed.startsWith("line"));
        QCOMPARE(printed.count("line"), 1);
        QCOMPARE_LT(printed.size(), 20'000 * 640);
        QCOMPARE(program.exitStatus(), QProcess::NormalExit);
        QVERIFY(program.exitCode() != 0);
        QVERIFY(program.readAllStandardError().contains("what was printed is not whole"));
    }

    void anExportToAFileIsWholeAllTheSame()
    {
        Database database(m_server.address());
        QVERIFY(done(QCoro::waitFor(database.run([](Connection &c) {
            return c.run(u"INSERT INTO genres (name) SELECT 'g' || i FROM generate_series(1, 5000) i"_s);
        }))));
        const OpenTransaction held(m_server.address(), u"LOCK TABLE genres IN ACCESS EXCLUSIVE MODE"_s);
        Exporter exporter(database);
        const QTemporaryDir folder;
        auto written = exporter.write(std::make_shared<Job>(),
                                      {.query = {.table = u"genres"_s}, .path = folder.filePath(u"genres.csv"_s)});
        goAwayWhenSomebodyWaits(database);
        QVERIFY(got(QCoro::waitFor(std::move(written))).rows >= 5000);
        QFile file(folder.filePath(u"genres.csv"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray lines = file.readAll();
        QCOMPARE(lines.count("genre_id"), 1);
        QCOMPARE(lines.count(",g4999,"), 1);
    }

    void anImportIsThereOnce()
    {
        Database database(m_server.address());
        QVERIFY(QCoro::waitFor(database.open()));
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"actors.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("actor_id,name\r\n");
        for (int i = 10'000; i < 30'000; ++i)
            file.write(QByteArray::number(i) + ",Somebody\r\n");
        file.close();
        const OpenTransaction held(m_server.address(),
                                   u"INSERT INTO actors (actor_id, name) VALUES (29000, 'In the way')"_s);
        auto read = importing::read(std::make_shared<Job>(), database, {.path = file.fileName(), .table = u"actors"_s});
        goAwayWhenSomebodyWaits(database);
        QCOMPARE(got(QCoro::waitFor(std::move(read))).rows, 20'000);
        QCOMPARE(number(database, u"SELECT COUNT(*) FROM actors WHERE name = 'Somebody'"_s), 20'000);
    }

    void aMigrationThatIsCutLeavesTheDatabaseAsItWas()
    {
        Database database(m_server.address());
        const int newest = got(migrating::own(Connection::Engine::PostgreSQL)).target;
        QCOMPARE(number(database, u"SELECT MAX(number) FROM schema_migrations"_s), newest);
        auto migrated = std::async(std::launch::async, [address = m_server.address()] {
            auto course = got(migrating::own(Connection::Engine::PostgreSQL));
            const QString sql = u"SELECT pg_sleep(60);\n"_s;
            course.target += 1;
            course.known.append({.number = course.target, .name = u"slow"_s, .sql = sql});
            auto report = opening::openAsItIs(address, u"slow"_s).and_then([&](const auto &connection) {
                return migrating::go(*connection, course);
            });
            QSqlDatabase::removeDatabase(u"slow"_s);
            return report;
        });
        QTRY_VERIFY(number(database, u"SELECT COUNT(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%'"_s)
                    > 0);
        m_server.stop(SIGQUIT);
        QVERIFY(!migrated.get());
        m_server.start();
        QCOMPARE(number(database, u"SELECT MAX(number) FROM schema_migrations"_s), newest);
        QCOMPARE(number(database, u"SELECT COUNT(*) FROM pg_namespace WHERE nspname LIKE 'cineteca_version_%'"_s), 0);
    }

    void closingDoesNotWaitForIt()
    {
        QElapsedTimer timer;
        Result<QList<Gallery>> galleries;
        {
            Database database(m_server.address());
            QVERIFY(QCoro::waitFor(database.read(library::galleries)));
            m_server.stop(SIGINT);
            const QSignalSpy lost(&database, &Database::lost);
            auto asked = ask(database, galleries);
            QTRY_COMPARE(lost.size(), 1);
            timer.start();
        }
        QCOMPARE_LT(timer.durationElapsed(), 2s);
        QVERIFY(!galleries);
        QCOMPARE(galleries.error().message,
                 u"The database server does not answer. Is it running, and is the address right?"_s);
        m_server.start();
    }

private:
    static qint64 number(Database &database, const QString &sql)
    {
        return got(QCoro::waitFor(database.read([sql](Connection &c) { return c.insert(sql, {}); })));
    }

    /// The server ends while work is in the middle, waiting for the transaction that is open, and comes back.
    void goAwayWhenSomebodyWaits(Database &database)
    {
        QTRY_VERIFY(number(database, u"SELECT COUNT(*) FROM pg_locks WHERE NOT granted"_s) > 0);
        m_server.stop(SIGINT);
        m_server.start();
    }

    QCoro::Task<Result<>> mark(Database &database, int count)
    {
        for (m_marked = 0; m_marked < count; ++m_marked) {
            const auto marked = co_await database.run(
                [mark = m_marked](Connection &c) { return c.run(u"INSERT INTO marks VALUES (?)"_s, {mark}); });
            if (!marked) {
                qCritical() << marked.error().message << marked.error().detail;
                co_return marked;
            }
            QTest::qSleep(2);
        }
        co_return Result<>();
    }

    static QCoro::Task<> ask(Database &database, Result<QList<Gallery>> &galleries)
    {
        galleries = co_await database.read(library::galleries);
    }

    PostgresqlServer m_server;
    int m_marked = 0;
};

QTEST_GUILESS_MAIN(TestServerLost)
#include "tst_serverlost.moc"
