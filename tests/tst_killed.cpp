#include "localweb.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr int Titles = 600;
constexpr int Kills = 50;

}

/// The program itself, killed in the middle again and again.
class TestKilled : public QObject
{
    Q_OBJECT

private slots:
    void noTitleIsLostOrDoubled()
    {
        LocalWeb web(made<Titles>);
        web.database.reset();
        web.local.misbehave({.match = "", .what = "late", .delay = 30}); // so that there is a middle to be killed in
        QRandomGenerator random(20261123);
        int killedAtWork = 0;
        for (int i = 0; i < Kills; ++i) {
            QProcess process;
            start(process, web);
            QTest::qWait(100 + int(random.bounded(900)));
            killedAtWork += process.state() == QProcess::Running ? 1 : 0;
            process.kill();
            QTRY_COMPARE(process.state(), QProcess::NotRunning);
        }
        qInfo("killed at work %d times", killedAtWork);
        QCOMPARE_GE(killedAtWork, Kills / 2);

        web.local.behave();
        QProcess process;
        start(process, web);
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 120'000);
        QVERIFY2(process.exitCode() == 0, process.readAllStandardError().constData());
        check(web, killedAtWork);
    }

private:
    void start(QProcess &process, const LocalWeb &web)
    {
        QStringList arguments{u"crawl"_s, MadeStream, u"--pace-off"_s, u"--db"_s,
                              web.folder.filePath(u"killed.sqlite"_s)};
        for (const QString &setting : web.local.settings())
            arguments += {u"--origin"_s, setting};
        process.start(QStringLiteral(CLI_PROGRAM), arguments);
        QVERIFY(process.waitForStarted());
    }

    void check(LocalWeb &web, int killed)
    {
        Database database(web.folder.filePath(u"killed.sqlite"_s));
        const auto all
            = QCoro::waitFor(database.run([](Connection &c) { return library::matches(c, {}, 10 * Titles); })).value();
        QSet<QString> keys;
        for (const Match &match : all)
            keys.insert(match.item.key);
        QCOMPARE(all.size(), Titles);
        QCOMPARE(keys.size(), Titles);
        const auto tally = QCoro::waitFor(database.run([](Connection &c) { return library::tally(c); })).value();
        QCOMPARE(tally.open, 0);
        QCOMPARE(tally.failed, 0);
        QCOMPARE(tally.recorded + tally.toReview, Titles);

        // What was on its way when the program died could not be kept; nothing else is asked again.
        const int repeated = web.local.counts()["duplicates"_L1].toInt();
        qInfo("%d requests asked again", repeated);
        QCOMPARE_LE(repeated, killed * 5);
    }
};

QTEST_GUILESS_MAIN(TestKilled)
#include "tst_killed.moc"
