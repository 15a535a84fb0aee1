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
                 (QStringList{u"Dune (2021 film)"_s, u"Dune (film)"_s, u"Dune"_s}));
        QCOMPARE(searching::guesses({.title = u"Dune"_s}), (QStringList{u"Dune (film)"_s, u"Dune"_s}));
        QVERIFY(searching::guesses({.title = u"A"_s, .originalTitle = u"B"_s}).contains(u"B (film)"_s));
    }

    void namesAreTitlesAndTheirParts()
    {
        QCOMPARE(searching::names({.title = u"Sherlock Holmes: Dressed to Kill"_s, .year = 1946}),
                 (QStringList{u"Sherlock Holmes: Dressed to Kill"_s, u"Sherlock Holmes"_s, u"Dressed to Kill"_s}));
        QVERIFY(searching::names({.title = u"Tyler Perry's Meet the Browns"_s}).contains(u"Meet the Browns"_s));
        QCOMPARE(searching::names({.title = u"A"_s, .originalTitle = u"B"_s}), (QStringList{u"A"_s, u"B"_s}));
    }

    void oneSearchIsForAnyWordOfTheTitles()
    {
        const Item item{.title = u"His Favorite Pastime"_s, .year = 1914};
        QCOMPARE(searching::byTitle(item.title), u"intitle:\"His Favorite Pastime\""_s);
        QCOMPARE(searching::byWords(item),
                 u"his OR favorite OR pastime OR hisfavorite OR favoritepastime OR favorite~2 OR pastime~1 "
                 u"incategory:\"1914 films|1913 films|1915 films|1912 films|1916 films|"
                 "1911 films|1917 films\""_s);
        QVERIFY(searching::byWords({.title = u"It"_s, .year = 2017}).startsWith("it incategory:"_L1));
        QVERIFY(
            searching::byWords({.title = u"The NOT-so-\"Great\" Day"_s, .originalTitle = u"L'été"_s, .year = 2000})
                .startsWith(u"so OR great OR day OR l'été OR thenot OR notso OR sogreat OR greatday OR great~1 inc"_s));
        QVERIFY(searching::byWords({.title = u"Dune"_s}).isEmpty());
        QVERIFY(searching::byWords({.title = QString(u"words "_s).repeated(90), .year = 2000}).size() < 300);
    }

    void onlyTheLikeliestOfAnAnswerAreLookedAt()
    {
        QList<Candidate> found;
        for (int i = 0; i < 30; ++i)
            found.append({.page = {i + 1}, .title = u"Something else %1"_s.arg(i), .rank = i + 1});
        found.append({.page = {99}, .title = u"Dune (2021 film)"_s, .description = u"2021 film"_s, .rank = 31});
        const auto likeliest = searching::likeliest({.title = u"Dune"_s, .year = 2021}, found, Weights::bundled());
        QCOMPARE(likeliest.first().page, PageId{99});
        QCOMPARE_LT(likeliest.size(), 10);
    }

    void candidatesAreJoinedOnce()
    {
        const Candidate article{.page = {1}, .wikidataId = u"Q1"_s, .rank = 1};
        const Candidate item{.wikidataId = u"Q1"_s};
        const Candidate others[] = {{.wikidataId = u"Q2"_s}, {.wikidataId = u"Q3"_s}};
        QCOMPARE(searching::joined({article}, {item, others[0], others[1], others[0]}),
                 (QList<Candidate>{article, others[0], others[1]}));
        QCOMPARE(searching::joined({item}, {{.page = {1}, .wikidataId = u"Q1"_s, .title = u"A"_s, .rank = 3}}),
                 (QList<Candidate>{{.page = {1}, .wikidataId = u"Q1"_s, .title = u"A"_s, .rank = 3}}));
        QCOMPARE(searching::joined({article}, {{.page = {1}, .wikidataId = u"Q1"_s, .rank = 3}}).first().rank, 1);
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
