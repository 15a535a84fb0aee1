#include "gallery/justwatch.h"
#include "jobs/slicing.h"
#include "localweb.h"

#include <QTest>

using namespace Qt::Literals;

namespace {

/// A title that an earlier crawl of the gallery listed, and that is not shown any more.
void showEarlier(LocalWeb &web)
{
    Crawl crawl{.gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value()};
    const auto done = web.ask([&](Connection &connection) {
        return library::startCrawl(connection, crawl).and_then([&](const Crawl &started) {
            return library::add(connection, started, {{.source = u"justwatch"_s, .key = u"tm1"_s, .title = u"Gone"_s}})
                .and_then([&] { return library::setState(connection, started.id, CrawlState::Finished); });
        });
    });
    if (!done)
        qFatal("The earlier crawl cannot be kept.");
}

/// All of one year, and of one genre.
void madeOfOneGenre(origin::World &world)
{
    made<2100>(world);
    for (origin::Title &title : world.titles) {
        title.year = 2019;
        title.genres = {"drm"};
    }
}

void madeOfOneYear(origin::World &world)
{
    made<2100>(world);
    for (origin::Title &title : world.titles)
        title.year = 2019;
    world.titles[7].genres.clear();
}

void madeWithoutSomeYears(origin::World &world)
{
    made<2100>(world);
    for (const int title : {3, 900, 2000})
        world.titles[title].year = 0;
}

void madeWithOneShownTwice(origin::World &world)
{
    made<250>(world);
    world.titles[120].objectId = world.titles[7].objectId;
}

void madeWithOneUnreadable(origin::World &world)
{
    made<30>(world);
    world.titles[7].title.clear();
}

/// Five at the end of the alphabet, after what others show.
void madeBesideOthers(origin::World &world)
{
    made<200>(world);
    const quint64 other
        = world.addProvider({.packageId = 77, .shortName = "oth", .clearName = "Other", .slug = "other"});
    for (qsizetype i = 5; i < world.titles.size(); ++i)
        world.titles[i].providers = other;
    for (qsizetype i = 0; i < 5; ++i)
        world.titles[i].title = "Zz " + world.titles[i].title;
}

}

/// What a gallery shows, and what becomes of it.
class TestListing : public QObject
{
    Q_OBJECT

private slots:
    void aLargeGalleryIsSplitByYears()
    {
        LocalWeb web(made<4500>);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(tally.value().listed, 4500);
        const auto notes = web.ask([](Connection &connection) { return library::notes(connection, {}); });
        QCOMPARE(notes.value().size(), 0);
    }

    void aSingleYearOfMoreThanTheApiShowsIsSplitByGenres()
    {
        LocalWeb web(madeOfOneYear);
        showEarlier(web);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 2100);
        QCOMPARE(tally->gone, 1);
        QCOMPARE(web.notes(), QStringList());
    }

    void whatCannotBeSplitIsListedAsFarAsItIsShown()
    {
        LocalWeb web(madeOfOneGenre);
        showEarlier(web);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 1900 + 1); // and the one of before
        QCOMPARE(tally->gone, 0);
        QCOMPARE(web.notes(),
                 (QStringList{u"The gallery says that it has 2100 titles, and 1900 were listed: none counts as gone."_s,
                              u"The gallery says that it has 2100 titles of 2019 (genre drm), and showed 1900."_s}));
    }

    void titlesThatAreNotShownAreMissed_data()
    {
        QTest::addColumn<LocalWeb::Fill>("fill");
        QTest::addColumn<int>("shown");
        QTest::addColumn<int>("listed");
        QTest::newRow("without a year") << LocalWeb::Fill(madeWithoutSomeYears) << 2100 << 2097;
        QTest::newRow("another twice") << LocalWeb::Fill(madeWithOneShownTwice) << 250 << 249;
    }

    void titlesThatAreNotShownAreMissed()
    {
        QFETCH(const LocalWeb::Fill, fill);
        QFETCH(const int, shown);
        QFETCH(const int, listed);
        LocalWeb web(fill);
        showEarlier(web);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(tally.value().listed, listed + 1);
        QCOMPARE(tally->gone, 0);
        QCOMPARE(
            web.notes(),
            QStringList(
                u"The gallery says that it has %1 titles, and %2 were listed: none counts as gone."_s.arg(shown).arg(
                    listed)));
    }

    void whatIsNoLongerShownIsGone()
    {
        LocalWeb web(made<30>);
        showEarlier(web);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(tally.value().gone, 1);
    }

    void anEntryThatCannotBeReadIsNotedAndNotMissed()
    {
        LocalWeb web(madeWithOneUnreadable);
        showEarlier(web);
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(tally.value().listed, 29);
        QCOMPARE(tally->gone, 1);
        QCOMPARE(web.notes().size(), 1);
        QCOMPARE(web.ask([](Connection &c) { return library::countNotes(c, {2}, slicing::Unreadable); }).value(), 1);
    }

    void theLimitIsKept()
    {
        LocalWeb web(made<300>);
        QCOMPARE(web.crawl(MadeStream, {.limit = 30}).value().listed, 30);
    }

    void anUnknownProviderIsRefused()
    {
        LocalWeb web(made<10>);
        const auto tally = web.crawl(u"https://www.justwatch.com/us/provider/nobody/movies"_s);
        QCOMPARE(tally.error().kind, Error::Kind::Invalid);
        QVERIFY(tally.error().message.contains(u"nobody"_s));
    }

    void theProvidersAreAskedForOnceADay()
    {
        LocalWeb web(made<10>);
        QVERIFY(QCoro::waitFor(crawling::find(web.services(), MadeStream)));
        web.reopen();
        QVERIFY(QCoro::waitFor(crawling::find(web.services(), MadeStream)));
        QCOMPARE(web.local.counts()["kinds"_L1]["justwatch GetProviders"_L1].toInt(), 1);
    }

    void aListOfProvidersThatIsNoneIsAskedForAgain_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("times");
        QTest::newRow("errors") << QByteArray("errors") << 3; // after which we give up
        QTest::newRow("another form") << QByteArray("wrong-form") << 1;
        QTest::newRow("broken") << QByteArray("wrong-json") << 1;
    }

    void aListOfProvidersThatIsNoneIsAskedForAgain()
    {
        QFETCH(const QByteArray, what);
        QFETCH(const int, times);
        LocalWeb web(made<10>);
        web.local.misbehave({.match = "GetProviders", .what = what, .times = times});
        QVERIFY(!QCoro::waitFor(crawling::find(web.services(), MadeStream)));
        QVERIFY(QCoro::waitFor(crawling::find(web.services(), MadeStream)));
        QCOMPARE(web.local.counts()["kinds"_L1]["justwatch GetProviders"_L1].toInt(), times + 1);
    }

    void aCountryThatTheApiCannotAnswerForIsNamed()
    {
        LocalWeb web(made<10>);
        const auto fetch = [&](const QString &country) {
            return QCoro::waitFor(justwatch::fetchProviders(web.http, web.origins, country)).error();
        };
        QCOMPARE(fetch(u"ZZ"_s).message, u"JustWatch knows no country ZZ."_s);
        QCOMPARE(web.local.counts()["kinds"_L1]["justwatch GetProviders"_L1].toInt(), 0);
        QCOMPARE(fetch(u"KP"_s).message, u"JustWatch knows no country KP, or cannot answer now."_s);
        QVERIFY(web.local.counts()["kinds"_L1]["justwatch GetProviders"_L1].toInt() > 0);
    }

    void whereTheApiRefusesThePagesAreRead()
    {
        LocalWeb web(made<60>);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        web.local.misbehave({.match = "graphql", .what = "403"});
        const auto crawl = QCoro::waitFor(crawling::prepare(web.services(), gallery)).value();
        const auto tally = QCoro::waitFor(crawling::run(std::make_shared<Job>(), web.services(), crawl.id));
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        QCOMPARE(tally->listed, 60);
        const auto notes = web.ask([](Connection &connection) { return library::notes(connection, {}); }).value();
        QVERIFY(!notes.isEmpty());
        QVERIFY(notes.first().error.message.contains(u"403"_s));
    }

    void anAddressIsEnoughWhereTheApiRefuses_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::newRow("blocked") << QByteArray("403");
        QTest::newRow("moved") << QByteArray("404");
        QTest::newRow("another question") << QByteArray("422");
    }

    void anAddressIsEnoughWhereTheApiRefuses()
    {
        QFETCH(const QByteArray, what);
        LocalWeb web(made<90>);
        web.local.misbehave({.match = "graphql", .what = what});
        const QString address
            = u"www.justwatch.com/us/provider/made/movies?release_year_from=1990&genres=drm,cmy&page=2"_s;
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), address));
        QVERIFY2(gallery, qUtf8Printable(gallery ? QString() : gallery.error().message));
        QCOMPARE(gallery->name, u"made (United States)"_s);
        QVERIFY(!QCoro::waitFor(crawling::preview(web.services(), *gallery)).value().titles);
        const auto tally = web.crawl(address, {.onlyList = true});
        QVERIFY2(tally, qUtf8Printable(tally ? QString() : tally.error().message + tally.error().detail));
        const auto isMeant = [](const origin::Title &title) {
            return title.year >= 1990 && (title.genres.contains("drm") || title.genres.contains("cmy"));
        };
        const auto meant = std::ranges::count_if(web.local.world().titles, isMeant);
        QVERIFY(meant > 0 && meant < 90);
        QCOMPARE(tally->listed, meant);

        web.local.behave(); // the titles are the same ones
        QCOMPARE(web.crawl(address, {.onlyList = true}).value().listed, meant);
        QCOMPARE(web.ask([](Connection &c) { return library::tally(c); }).value().listed, meant);
    }

    void aProviderIsPreviewedWhereTheApiRefuses()
    {
        LocalWeb web(made<60>);
        const auto gallery = QCoro::waitFor(crawling::find(web.services(), MadeStream)).value();
        web.local.misbehave({.match = "graphql", .what = "403"});
        QVERIFY(!QCoro::waitFor(crawling::preview(web.services(), gallery)).value().titles);
        web.local.behave();
        web.local.misbehave({.match = "graphql", .what = "503"});
        QVERIFY(!QCoro::waitFor(crawling::preview(web.services(), gallery)));
    }

    void pagesThatMayNotShowAllMarkNothingAsGone()
    {
        LocalWeb web(made<1950>);
        showEarlier(web);
        web.local.misbehave({.match = "graphql", .what = "403"});
        const auto tally = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(tally.value().listed, 1950 + 1);
        QCOMPARE(tally->gone, 0);
        QVERIFY(web.notes().first().contains(u"fewer than 2,000 titles"_s));
    }

    void anAnswerForTheWholeCountryIsRefused()
    {
        LocalWeb web(madeBesideOthers);
        web.local.misbehave({.match = "popularTitles", .what = "unfiltered"});
        const auto tally = web.crawl(MadeStream);
        QCOMPARE(tally.error().kind, Error::Kind::Invalid);
        QVERIFY2(tally.error().message.contains(u"lists the whole country"_s), qUtf8Printable(tally.error().message));
        QCOMPARE(web.ask([](Connection &c) { return library::tally(c); }).value(), Tally{});
        web.local.behave();
        QCOMPARE(web.crawl(MadeStream).value().listed, 5);
    }

    void anApiThatKeepsFailingFailsTheCrawlAndItGoesOnLater()
    {
        LocalWeb web(made<250>);
        web.local.misbehave({.match = "popularTitles", .what = "errors", .after = 1});
        const auto failed = web.crawl(MadeStream, {.onlyList = true});
        QCOMPARE(failed.error().kind, Error::Kind::Network);
        QVERIFY2(failed.error().message.contains(u"internal system error"_s), qUtf8Printable(failed.error().message));
        QCOMPARE(web.local.counts()["kinds"_L1]["justwatch GetPopularTitles"_L1].toInt(), 1 + 3);
        QCOMPARE(web.local.counts()["kinds"_L1]["www gallery"_L1].toInt(), 0);
        web.local.behave();
        QCOMPARE(web.crawl(MadeStream, {.onlyList = true}).value().listed, 250);
    }

    void anEmptyGalleryIsAnErrorNotAnEnd()
    {
        LocalWeb web(made<40>);
        web.local.misbehave({.match = "popularTitles", .what = "empty"});
        const auto tally = web.crawl(MadeStream);
        QVERIFY(!tally);
        QVERIFY2(tally.error().message.contains(u"no titles"_s), qUtf8Printable(tally.error().message));
        const auto crawl = web.ask(library::unfinishedCrawl).value();
        QCOMPARE(crawl.value().state, CrawlState::Failed);
    }
};

QTEST_GUILESS_MAIN(TestListing)
#include "tst_listing.moc"
