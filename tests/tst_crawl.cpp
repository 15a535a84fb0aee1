#include "localweb.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

int requests(const LocalWeb &web)
{
    return web.local.counts()["total"_L1].toInt();
}

int repeated(const LocalWeb &web)
{
    return web.local.counts()["duplicates"_L1].toInt();
}

/// Runs a crawl, and stops it when so many answers have come.
Result<Tally> runUntil(LocalWeb &web, CrawlId crawl, int answers)
{
    const auto job = std::make_shared<Job>();
    QObject::connect(&web.http, &HttpClient::answered, job.get(), [&, count = 0](const Traffic &traffic) mutable {
        if (!traffic.stored && ++count == answers)
            job->stop();
    });
    return QCoro::waitFor(crawling::run(job, web.services(), crawl));
}

void madeWithoutIds(origin::World &world)
{
    made<120>(world);
    world.withIds = false;
}

QString fileWith(const QTemporaryDir &folder, const QString &name, const QByteArray &content)
{
    QFile file(folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("A test file cannot be written.");
    return file.fileName();
}

}

class TestCrawl : public QObject
{
    Q_OBJECT

private slots:
    void fillsTheTables()
    {
        LocalWeb web(made<300>);
        const auto tally = web.crawl(MadeStream);
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 300);
        QCOMPARE(tally->open, 0);
        QCOMPARE(tally->failed, 0);
        QCOMPARE_GE(tally->recorded, 290);
        QCOMPARE(tally->recorded + tally->toReview, 300);
        QCOMPARE_LE(requests(web), 60);
    }

    void asksNothingTwice()
    {
        LocalWeb web(made<200>);
        const auto first = web.crawl(MadeStream);
        QVERIFY(first);
        web.reopen();
        web.local.reset();
        const auto second = web.crawl(MadeStream);
        QVERIFY(second);
        QCOMPARE(second->listed, 200);
        QCOMPARE(second->recorded, first->recorded);
        QCOMPARE(second->isNew, 0);
        QCOMPARE_LE(requests(web), 3); // the gallery's pages, nothing else
    }

    void goesOnAfterAStop()
    {
        LocalWeb web(made<400>);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        const auto crawl = QCoro::waitFor(crawling::prepare(web.services(), gallery)).value();
        const auto job = std::make_shared<Job>();
        connect(&web.http, &HttpClient::answered, job.get(), [&, count = 0](const Traffic &) mutable {
            if (++count == 5)
                job->stop();
        });
        const auto stopped = QCoro::waitFor(crawling::run(job, web.services(), crawl.id));
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        const auto paused = web.ask(library::unfinishedCrawl).value();
        QCOMPARE(paused.value().state, CrawlState::Paused);

        web.reopen();
        const auto tally = QCoro::waitFor(crawling::run(std::make_shared<Job>(), web.services(), crawl.id));
        QCOMPARE(tally.value().listed, 400);
        QCOMPARE(tally->open, 0);
        QVERIFY(!web.ask(library::unfinishedCrawl).value());
    }

    void searchesThatWereAnsweredAreNotAskedForAgain()
    {
        LocalWeb web(madeWithoutIds);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        const auto crawl = QCoro::waitFor(crawling::prepare(web.services(), gallery)).value();
        int stops = 0;
        auto tally = runUntil(web, crawl.id, 8);
        for (; !tally && stops < 20; ++stops) {
            QCOMPARE(tally.error().kind, Error::Kind::Cancelled);
            web.reopen();
            tally = runUntil(web, crawl.id, 8);
        }
        QVERIFY(tally);
        QCOMPARE(tally->open, 0);
        QCOMPARE_GE(stops, 3);
        const int onTheWay = web.local.counts()["mostInFlight"_L1].toInt(); // at a stop
        QCOMPARE_LE(repeated(web), stops * onTheWay);
    }

    void theSameCommandGoesOnThoughAnotherGalleryWasPausedSince()
    {
        LocalWeb web(made<300>);
        const QString other = MadeStream + u"?release_year_from=1990"_s;
        const auto crawlOf = [&](const QString &address) {
            const auto gallery = QCoro::waitFor(crawling::find(web.services(), address)).value();
            return QCoro::waitFor(crawling::prepare(web.services(), gallery, {.onlyList = true})).value();
        };
        const CrawlId first = crawlOf(MadeStream).id;
        const CrawlId second = crawlOf(other).id;
        QVERIFY(first != second);
        QCOMPARE(crawlOf(MadeStream).id, first);
        QCOMPARE(crawlOf(other).id, second);
        QVERIFY(QCoro::waitFor(crawling::run(std::make_shared<Job>(), web.services(), first)));
        QVERIFY(crawlOf(MadeStream).id != first);
        QCOMPARE(crawlOf(other).id, second);
    }

    void pausesAndResumes()
    {
        LocalWeb web(made<200>);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        const auto crawl = QCoro::waitFor(crawling::prepare(web.services(), gallery)).value();
        const auto job = std::make_shared<Job>();
        job->pause();
        auto running = crawling::run(job, web.services(), crawl.id);
        QTest::qWait(100);
        QCOMPARE(job->progress().tally.listed, 0);
        job->resume();
        QCOMPARE(QCoro::waitFor(std::move(running)).value().listed, 200);
    }

    void aFileIsAGalleryToo()
    {
        LocalWeb web(made<50>);
        const auto &title = web.local.world().titles.first();
        const QString file = fileWith(web.folder, u"films.csv"_s,
                                      "title,year,imdb_id\n\"" + title.title + "\"," + QByteArray::number(title.year)
                                          + ',' + title.imdb + "\nNo Such Film At All,1999,\n");
        const auto tally = web.crawl(file);
        QCOMPARE(tally.value().listed, 2);
        QCOMPARE(tally->recorded, 1);
        QCOMPARE(tally->toReview, 1);
    }

    void survives_data()
    {
        QTest::addColumn<QByteArray>("match");
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("429 at the entities") << QByteArray("wbgetentities") << QByteArray("429");
        QTest::newRow("503 at the articles") << QByteArray("prop=revisions") << QByteArray("503");
        QTest::newRow("a cut answer of the query service") << QByteArray("sparql") << QByteArray("cut");
        QTest::newRow("429 at the gallery") << QByteArray("popularTitles") << QByteArray("429");
        QTest::newRow("503 at the gallery") << QByteArray("popularTitles") << QByteArray("503");
        QTest::newRow("errors in a 200 of the gallery") << QByteArray("popularTitles") << QByteArray("errors");
    }

    void survives()
    {
        QFETCH(const QByteArray, match);
        QFETCH(const QByteArray, what);
        LocalWeb web(made<120>);
        web.local.misbehave({.match = match, .what = what, .retryAfter = 0, .times = 2});
        const auto tally = web.crawl(MadeStream);
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 120);
        QCOMPARE(tally->failed, 0);
        QCOMPARE(tally->open, 0);
    }

    void entitiesThatCannotBeReadFailTheirTitlesOnly_data()
    {
        QTest::addColumn<QByteArray>("what");
        for (const char *what : {"gzip-bomb", "huge", "wrong-form"})
            QTest::newRow(what) << QByteArray(what);
    }

    void entitiesThatCannotBeReadFailTheirTitlesOnly()
    {
        QFETCH(const QByteArray, what);
        LocalWeb web(made<60>);
        auto options = web.http.options();
        options.maxBytes = qint64(4) * 1024 * 1024; // of the real 64, so that it is met soon
        web.http.setOptions(options);
        web.local.misbehave({.match = "wbgetentities", .what = what, .times = 1});
        const auto tally = web.crawl(MadeStream);
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 60);
        QCOMPARE(tally->open, 0);
        QCOMPARE_GT(tally->failed, 0);
        QCOMPARE_GT(tally->recorded, 0);
        QVERIFY(!web.notes().isEmpty());
        const auto problem
            = [&] { return web.ask([](Connection &c) { return library::crawls(c); }).value().first().error; };
        QCOMPARE(problem(), u"%1 of 60 titles could not be looked up."_s.arg(tally->failed));

        const auto gallery = web.ask(library::galleries).value().first().id;
        QVERIFY(web.ask([&](Connection &c) { return library::retry(c, gallery); }));
        const auto again = web.crawl(MadeStream);
        QCOMPARE(again.value().failed, 0);
        QCOMPARE(again->open, 0);
        QCOMPARE(problem(), QString());
    }

    void aWrongCharsetIsNoHarm()
    {
        LocalWeb web(made<60>);
        web.local.misbehave({.match = "wbgetentities", .what = "wrong-charset", .times = 1});
        const auto tally = web.crawl(MadeStream);
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 60);
        QCOMPARE(tally->open, 0);
    }

    void aDeadHostFailsTheCrawlAndItGoesOnLater()
    {
        LocalWeb web(made<700>);
        web.local.misbehave({.match = "wbgetentities", .what = "403"});
        const auto failed = web.crawl(MadeStream);
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Refused);

        web.local.behave();
        const auto crawl = web.ask(library::unfinishedCrawl).value().value();
        QVERIFY(web.ask([&](Connection &c) { return library::retry(c, crawl.gallery.id); }));
        const auto tally = QCoro::waitFor(crawling::run(std::make_shared<Job>(), web.services(), crawl.id));
        QCOMPARE(tally.value().failed, 0);
        QCOMPARE(tally->open, 0);
    }

    void aPersonsDecisionStandsAgainstANewCrawl()
    {
        LocalWeb web(made<40>);
        QVERIFY(web.crawl(MadeStream));
        const auto match = web.ask([](Connection &c) { return library::matches(c, {}, 1); }).value().first();
        const Decision none{
            .item = match.item.id, .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"me"_s};
        QVERIFY(web.ask([&](Connection &c) { return library::decide(c, none); }));
        QVERIFY(web.crawl(MadeStream));
        const auto after = web.ask([&](Connection &c) { return library::match(c, match.item.id); }).value();
        QCOMPARE(after.decision.verdict, Verdict::NoArticle);
    }

    void previewTellsTitlesAndRequests()
    {
        LocalWeb web(made<250>);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        QCOMPARE(gallery.name, u"Made Stream (United States)"_s);
        const auto preview = QCoro::waitFor(crawling::preview(web.services(), gallery)).value();
        QCOMPARE(preview.titles, 250);
        QVERIFY(!preview.known);
        web.local.reset();
        QVERIFY(web.crawl(MadeStream));
        QCOMPARE_LE(requests(web), preview.requests * 3 / 2);
    }
};

QTEST_GUILESS_MAIN(TestCrawl)
#include "tst_crawl.moc"
