#include "jobs/crawling.h"
#include "net/httpclient.h"
#include "net/recording.h"
#include "postgresqlserver.h"
#include "store.h"
#include "store/database.h"
#include "store/library.h"

#include <QElapsedTimer>
#include <QSignalSpy>

using namespace Qt::Literals;
using namespace std::chrono_literals;

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
        QVERIFY(m_server.waitUntilItAnswers());
    }

    void workWaitsAndEachIsDoneOnce_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("an orderly end") << SIGINT;
        QTest::newRow("a crash") << SIGQUIT;
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
            m_server.start();
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
