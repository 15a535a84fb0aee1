#include "store.h"
#include "store/sidelane.h"

#include <QSemaphore>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// Counts for longer than any test may take.
Result<qint64> countForEver(Connection &connection)
{
    return connection.insert(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000000000) "
                             "SELECT COUNT(*) FROM n WHERE i <> ?"_s,
                             {0});
}

Result<qint64> one(Connection &connection)
{
    return connection.insert(u"SELECT 1 WHERE 1 <> ?"_s, {0});
}

}

class TestLimits : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        m_store = std::make_unique<TestStore>(engine);
        m_database = std::make_unique<Database>(m_store->address());
        m_lane = std::make_unique<SideLane>(*m_database);
    }
    void cleanup()
    {
        m_lane.reset();
        m_database.reset();
        m_store.reset();
    }

    void whatTakesTooLongEnds()
    {
        const auto outcome = QCoro::waitFor(m_lane->read({.time = 50ms}, countForEver));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().message, u"That took longer than 0.05 s, so it was ended. Ask for less."_s);
        QCOMPARE(QCoro::waitFor(m_lane->read({.time = 10s}, one)), 1); // the lane is as good as before
    }

    void whatIsStoppedEnds()
    {
        std::stop_source stop;
        QSemaphore begun;
        const auto work = [&begun](Connection &connection) {
            begun.release();
            return countForEver(connection);
        };
        auto outcome = m_lane->read({.stop = stop.get_token()}, work);
        QVERIFY(QTest::qWaitFor([&] { return begun.tryAcquire(); }));
        stop.request_stop();
        QCOMPARE(QCoro::waitFor(outcome).error().kind, Error::Kind::Cancelled);
        QCOMPARE(QCoro::waitFor(m_lane->read({}, one)), 1);
    }

    void whatWasStoppedBeforeDoesNotBegin()
    {
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(QCoro::waitFor(m_lane->read({.stop = stop.get_token()}, countForEver)).error().kind,
                 Error::Kind::Cancelled);
    }

    void othersAreNotHeldUp()
    {
        std::stop_source stop;
        auto longLook = m_lane->read({.stop = stop.get_token()}, countForEver);
        QCOMPARE(QCoro::waitFor(m_database->read(one)), 1);
        stop.request_stop();
        QVERIFY(!QCoro::waitFor(longLook));
    }

private:
    std::unique_ptr<TestStore> m_store;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<SideLane> m_lane;
};

QTEST_GUILESS_MAIN(TestLimits)
#include "tst_limits.moc"
