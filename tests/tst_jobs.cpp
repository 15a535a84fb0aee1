#include "jobs/estimate.h"
#include "jobs/job.h"
#include "jobs/politeness.h"

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
