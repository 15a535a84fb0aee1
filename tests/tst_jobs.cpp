#include "jobs/estimate.h"
#include "jobs/job.h"
#include "jobs/politeness.h"
#include "jobs/searching.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals;
using namespace std::chrono_literals;

class TestJobs : public QObject
{
    Q_OBJECT

private slots:
    void theEstimateIsARange()
    {
        Estimate estimate;
        const Estimate::Clock::time_point noon{12h};
        QVERIFY(!estimate.left(100));
        for (int second = 0; second <= 60; ++second)
            estimate.observe(second * 10, noon + std::chrono::seconds(second));
        QCOMPARE(estimate.perMinute(), 600.0);
        const auto left = estimate.left(1000).value();
        QCOMPARE_LE(left.least, 100s);
        QCOMPARE_GE(left.most, 100s);
        QCOMPARE_LE(left.most, 120s);
    }

    void theEstimateWidensWhenTheRateChanges()
    {
        Estimate estimate;
        const Estimate::Clock::time_point noon{12h};
        int done = 0;
        for (int second = 0; second <= 120; ++second)
            estimate.observe(done += second < 90 ? 10 : 2, noon + std::chrono::seconds(second));
        const auto left = estimate.left(1000).value();
        QCOMPARE_GE(left.most - left.least, 200s);
    }

    void nothingIsKnownWhileNothingMoves()
    {
        Estimate estimate;
        estimate.observe(5, Estimate::Clock::time_point{1h});
        estimate.observe(5, Estimate::Clock::time_point{1h} + 30s);
        QVERIFY(!estimate.left(10));
    }

    void aPausedJobGoesOnWhenResumed()
    {
        Job job;
        job.pause();
        QVERIFY(job.isPaused());
        QTimer::singleShot(20ms, &job, &Job::resume);
        QVERIFY(QCoro::waitFor(job.mayGoOn()));
    }

    void aPausedJobCanBeStopped()
    {
        Job job;
        job.pause();
        QTimer::singleShot(20ms, &job, &Job::stop);
        QVERIFY(!QCoro::waitFor(job.mayGoOn()));
    }

    void titlesAreGuessedAsWikipediaNamesThem()
    {
        QCOMPARE(searching::guesses({.title = u"Dune"_s, .year = 2021}),
                 (QStringList{u"Dune (2021 film)"_s, u"Dune (2020 film)"_s, u"Dune (2022 film)"_s, u"Dune (film)"_s,
                              u"Dune"_s}));
        QCOMPARE(searching::guesses({.title = u"Dune"_s}), (QStringList{u"Dune (film)"_s, u"Dune"_s}));
        const auto divided = searching::guesses({.title = u"Sherlock Holmes: Dressed to Kill"_s, .year = 1946});
        QVERIFY(divided.contains(u"Dressed to Kill (1946 film)"_s));
        QVERIFY(searching::guesses({.title = u"Tyler Perry's Meet the Browns"_s}).contains(u"Meet the Browns"_s));
        QVERIFY(searching::guesses({.title = u"A"_s, .originalTitle = u"B"_s}).contains(u"B (film)"_s));
    }

    void searchesGoFurtherFromTheTitle()
    {
        const Item item{.title = u"His Favorite Pastime"_s, .year = 1914};
        QCOMPARE(searching::byTitle(item.title), u"intitle:\"His Favorite Pastime\""_s);
        QCOMPARE(searching::plain(item), u"His Favorite Pastime 1914 film"_s);
        QCOMPARE(searching::byLongWord(item, 0), u"intitle:favorite 1914"_s);
        QCOMPARE(searching::byLongWord(item, 1), u"intitle:pastime 1914"_s);
        QVERIFY(searching::byLongWord(item, 2).isEmpty());
        QVERIFY(searching::byLongWord({.title = u"It"_s, .year = 2017}, 0).isEmpty());
        QCOMPARE(searching::beginning(item), u"His Favorite"_s);
        QCOMPARE(searching::beginning({.title = u"It"_s}), u"It"_s);
    }

    void candidatesAreJoinedOnce()
    {
        const Candidate article{.page = {1}, .wikidataId = u"Q1"_s, .rank = 1};
        const Candidate item{.wikidataId = u"Q1"_s};
        const Candidate others[] = {{.wikidataId = u"Q2"_s}, {.wikidataId = u"Q3"_s}};
        QCOMPARE(searching::joined({article}, {item, others[0], others[1], others[0]}),
                 (QList<Candidate>{article, others[0], others[1]}));
    }

    void theUserAgentNamesTheOperator()
    {
        QVERIFY(politeness::userAgent(u"jane@example.org"_s).contains(u"(jane@example.org)"_s));
        QVERIFY(!politeness::userAgent({}).contains(u'('));
    }

    void thePaceStaysBelowWhatIsGranted()
    {
        const auto interval = [](const QString &contact) {
            const auto options = politeness::options(contact, {}).value();
            return std::ranges::find(options.rules, u"Wikimedia"_s, &PaceRule::group)->interval;
        };
        QCOMPARE_GE(interval(u"jane@example.org"_s), 300ms);
        QCOMPARE_GE(interval({}), 6000ms);
    }

    void thePaceIsOnlyOffOnThisMachine()
    {
        QVERIFY(!politeness::options({}, {}, politeness::PaceLimit::Off));
        const QUrl local(u"http://127.0.0.1:1"_s);
        const Origins here{
            .justwatch = local, .justwatchWww = local, .wikipedia = local, .wikidata = local, .wdqs = local};
        QVERIFY(politeness::options({}, here, politeness::PaceLimit::Off));
    }
};

QTEST_GUILESS_MAIN(TestJobs)
#include "tst_jobs.moc"
