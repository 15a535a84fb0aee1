#include "localweb.h"
#include "store.h"
#include "store/workers.h"

#include <QProcess>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr int Titles = 400;
constexpr int Workers = 4;

}

/// Several programs that share one crawl, and the deaths of some.
class TestJoined : public QObject
{
    Q_OBJECT

private slots:
    void eachTitleIsDoneOnceThoughSomeDie_data() { TestStore::addEngines(); }
    void eachTitleIsDoneOnceThoughSomeDie()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        LocalWeb web(made<Titles>);
        TestStore store(engine);
        // Answers are slow, so that there is a middle to die in, and work is left for all.
        web.local.misbehave({.match = "", .what = "late", .delay = 60});

        std::vector<std::unique_ptr<QProcess>> all;
        all.push_back(started(web, store, {u"crawl"_s, MadeStream, u"--pace-off"_s}));
        Database database(store.address());
        QTRY_VERIFY_WITH_TIMEOUT(tally(database).listed > 0, 20'000);
        while (all.size() < Workers)
            all.push_back(started(web, store, {u"work"_s, u"--pace-off"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(atWork(database).size() == Workers, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(tally(database).open < tally(database).listed, 20'000);
        for (int i : {0, 2}) // the one that lists among them
            all[size_t(i)]->kill();
        for (const auto &process : all)
            QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
        for (int i : {1, 3})
            QVERIFY2(all[size_t(i)]->exitCode() == 0, all[size_t(i)]->readAllStandardError().constData());

        check(database, Titles);
        const int repeated = web.local.counts()["duplicates"_L1].toInt();
        qInfo("%d of %d requests asked again", repeated, web.local.counts()["total"_L1].toInt());
        QCOMPARE_LE(repeated, 2 * 4); // what the dead had in flight
    }

    void togetherTheyAreAsPoliteAsOne_data() { TestStore::addEngines(); }
    void togetherTheyAreAsPoliteAsOne()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        LocalWeb web(made<150>);
        TestStore store(engine);
        web.local.checkPace(280ms); // Wikimedia's interval is 315 ms, JustWatch's a second

        std::vector<std::unique_ptr<QProcess>> all;
        all.push_back(started(web, store, {u"crawl"_s, MadeStream, u"--contact"_s, u"a@example.org"_s}));
        Database database(store.address());
        QTRY_VERIFY_WITH_TIMEOUT(atWork(database).size() == 1, 20'000);
        while (all.size() < Workers)
            all.push_back(started(web, store, {u"work"_s, u"--contact"_s, u"a@example.org"_s}));
        QTRY_VERIFY_WITH_TIMEOUT(atWork(database).size() == Workers, 20'000);
        for (const auto &process : all) {
            QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
        }
        check(database, 150);
        const auto counts = web.local.counts();
        QCOMPARE(counts["duplicates"_L1].toInt(), 0);
        QCOMPARE(counts["paceViolations"_L1].toInt(), 0);
        QCOMPARE(counts["withoutContact"_L1].toInt(), 0);
        QCOMPARE_LE(counts["mostInFlight"_L1].toInt(), 4); // three at Wikimedia, one at JustWatch
    }

    void whoIsInterruptedGivesBackWhatItHad_data() { TestStore::addEngines(); }
    void whoIsInterruptedGivesBackWhatItHad()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        LocalWeb web(made<Titles>);
        TestStore store(engine);
        web.local.misbehave({.match = "wbgetentities", .what = "late", .delay = 60'000});
        const auto first = started(web, store, {u"crawl"_s, MadeStream, u"--pace-off"_s});
        Database database(store.address());
        QTRY_VERIFY_WITH_TIMEOUT(leases(database) > 0, 20'000);
        const auto second = started(web, store, {u"work"_s, u"--pace-off"_s});
        QTRY_COMPARE_WITH_TIMEOUT(atWork(database).size(), 2, 20'000);
        const QByteArray status = said(store, {u"status"_s});
        QVERIFY2(status.contains("is under way; at work: "), status.constData());

        first->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(first->state(), QProcess::NotRunning, 20'000);
        QCOMPARE(first->exitCode(), 3);
        QCOMPARE(atWork(database).size(), 1);
        QCOMPARE(stateOf(database), CrawlState::Running);
        second->terminate();
        QTRY_COMPARE_WITH_TIMEOUT(second->state(), QProcess::NotRunning, 20'000);
        QCOMPARE(leases(database), 0);
        QCOMPARE(stateOf(database), CrawlState::Paused);
        QVERIFY(said(store, {u"status"_s}).contains("is not finished: start it again to go on"));
    }

private:
    static QByteArray said(const TestStore &store, QStringList arguments)
    {
        QProcess process;
        process.start(QStringLiteral(CLI_PROGRAM), arguments << u"--db"_s << store.address());
        process.waitForFinished();
        return process.readAllStandardOutput();
    }

    static int leases(Database &database)
    {
        return got(QCoro::waitFor(database.read([](Connection &c) {
                   return c.first(u"SELECT COUNT(*) FROM leases"_s, {},
                                  [](const Rows &row) { return row.value(0).toInt(); });
               })))
            .value_or(-1);
    }

    static CrawlState stateOf(Database &database)
    {
        return got(QCoro::waitFor(database.read([](Connection &c) { return library::crawl(c, {1}); }))).state;
    }

    static std::unique_ptr<QProcess> started(const LocalWeb &web, const TestStore &store, QStringList arguments)
    {
        arguments += {u"--db"_s, store.address()};
        for (const QString &setting : web.local.settings())
            arguments += {u"--origin"_s, setting};
        auto process = std::make_unique<QProcess>();
        process->start(QStringLiteral(CLI_PROGRAM), arguments);
        process->waitForStarted();
        return process;
    }

    static Tally tally(Database &database)
    {
        return got(QCoro::waitFor(database.read([](Connection &c) { return library::tally(c); })));
    }

    /// Who takes part in the crawl.
    static QList<workers::Worker> atWork(Database &database)
    {
        return got(QCoro::waitFor(database.read([](Connection &c) { return workers::present(c, CrawlId{1}); })));
    }

    static void check(Database &database, int titles)
    {
        const auto all
            = got(QCoro::waitFor(database.read([](Connection &c) { return library::matches(c, {}, 10 * Titles); })));
        QSet<QString> keys;
        for (const Match &match : all)
            keys.insert(match.item.key);
        QCOMPARE(keys.size(), all.size());
        const Tally end = tally(database);
        QCOMPARE(end.listed, titles);
        QCOMPARE(all.size(), titles);
        QCOMPARE(end.open, 0);
        QCOMPARE(end.failed, 0);
        QCOMPARE(end.recorded + end.toReview, end.listed);
        QCOMPARE(stateOf(database), CrawlState::Finished);
        QCOMPARE(atWork(database), QList<workers::Worker>());
        once(database);
    }

    /// Nobody decided or recorded what another had.
    static void once(Database &database)
    {
        const auto twice = QCoro::waitFor(database.read([](Connection &c) {
            return c.first(u"SELECT (SELECT COUNT(*) FROM (SELECT item_id FROM decisions WHERE verdict <> 'unreviewed' "
                           "GROUP BY item_id HAVING COUNT(*) > 1) d), "
                           "(SELECT COUNT(*) FROM (SELECT name, wikidata_id FROM directors "
                           "GROUP BY name, wikidata_id HAVING COUNT(*) > 1) p), "
                           "(SELECT COUNT(*) FROM leases)"_s,
                           {}, [](const Rows &row) {
                               return QList{row.value(0).toInt(), row.value(1).toInt(), row.value(2).toInt()};
                           });
        }));
        QCOMPARE(got(twice), (QList{0, 0, 0}));
    }
};

QTEST_GUILESS_MAIN(TestJoined)
#include "tst_joined.moc"
