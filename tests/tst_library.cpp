#include "data/itemlist.h"
#include "librarystore.h"

using namespace Qt::Literals;
using namespace films;

class TestLibrary : public LibraryStore
{
    Q_OBJECT

private slots:
    void aGalleryIsKeptOnce()
    {
        const auto id = got(library::keepGallery(db(), gallery()));
        Gallery renamed = gallery();
        renamed.name = u"Max"_s;
        QCOMPARE(got(library::keepGallery(db(), renamed)), id);
        renamed.id = id;
        QVERIFY(got(library::galleries(db())) == QList{renamed});
        QVERIFY(got(library::keepGallery(db(), gallery(u"nfx"_s))) != id);
    }

    void aTextWithNulIsKeptWithoutIt()
    {
        const Item shown = got(itemlist::fromLine(
            R"({"source": "list", "key": "7\u0000", "title": "He\u0000at", "directors": ["Michael\u0000 Mann"]})"));
        QVERIFY(added(shown));
        const Item item = *got(library::itemByKey(db(), u"list"_s, u"7"_s));
        QCOMPARE(item.title, u"Heat"_s);
        QCOMPARE(item.directors, QStringList{u"Michael Mann"_s});
    }

    void aCrawlComesBackAsItWent()
    {
        Crawl crawl{.gallery = gallery(),
                    .slices = {{.from = 1900, .until = 1999, .cursor = u"abc"_s, .expected = 7, .seen = 3},
                               {.from = 2019, .until = 2019, .genre = u"drm"_s, .without = {u"wsn"_s, u"war"_s}},
                               {}},
                    .limit = 50,
                    .onlyList = true,
                    .startedAt = noon()};
        const Crawl started = got(library::startCrawl(db(), crawl));
        QVERIFY(started.id && started.gallery.id);
        crawl.id = started.id;
        crawl.gallery.id = started.gallery.id;
        QVERIFY(started == crawl);
        QCOMPARE(library::crawl(db(), {404}).error().kind, Error::Kind::Missing);
    }

    void theNewestUnfinishedCrawlIsOffered()
    {
        QVERIFY(!got(library::unfinishedCrawl(db())));
        const Crawl first = startCrawl();
        QVERIFY(done(library::setState(db(), first.id, CrawlState::Paused)));
        QCOMPARE(got(library::unfinishedCrawl(db()))->id, first.id);
        const Crawl second = startCrawl();
        QVERIFY(done(library::setState(db(), second.id, CrawlState::Finished)));
        QVERIFY(got(library::crawl(db(), second.id)).endedAt);
        QVERIFY(!got(library::unfinishedCrawl(db()))); // the same gallery was crawled to its end since
        QCOMPARE(got(library::crawls(db())).size(), 2);
    }

    void theUnfinishedCrawlOfAGalleryIsFoundThoughAnotherIsNewer()
    {
        const auto started = [this](const Gallery &of, std::optional<int> limit) {
            return got(library::startCrawl(db(), {.gallery = of, .limit = limit, .startedAt = noon()}));
        };
        const auto like = [this](const Crawl &wanted) {
            const auto found = got(library::unfinishedLike(db(), wanted));
            return found ? found->id : CrawlId();
        };
        const Crawl max = started(gallery(), {});
        const Crawl few = started(gallery(), 10);
        const Crawl netflix = started(gallery(u"nfx"_s), {});
        QCOMPARE(like(max), max.id);
        QCOMPARE(like(few), few.id);
        QCOMPARE(like(netflix), netflix.id);
        Crawl list = max;
        list.onlyList = true;
        QCOMPARE(like(list), CrawlId());
        QVERIFY(done(library::setState(db(), max.id, CrawlState::Failed)));
        QCOMPARE(like(max), max.id);
        QVERIFY(done(library::setState(db(), few.id, CrawlState::Finished)));
        QCOMPARE(like(max), CrawlId()); // crawled to its end since
        QCOMPARE(like(netflix), netflix.id);
    }

    void notesComeBackTheNewestFirst()
    {
        const Crawl crawl = startCrawl();
        const Note note{.subject = u"tm7"_s,
                        .error
                        = {.kind = Error::Kind::Refused, .message = u"no"_s, .detail = u"403"_s, .retryAt = noon()},
                        .at = noon()};
        QVERIFY(done(library::add(db(), crawl, {}, {note})));
        QVERIFY(done(library::keepNotes(db(), crawl.id, {{.subject = u"later"_s, .at = noon()}})));
        const auto notes = got(library::notes(db(), crawl.id));
        QCOMPARE(notes.size(), 2);
        QCOMPARE(got(library::countNotes(db(), crawl.id, u"later"_s)), 1);
        QCOMPARE(got(library::countNotes(db(), crawl.id, u"never"_s)), 0);
        QCOMPARE(notes[0].subject, u"later"_s);
        QVERIFY(notes[1].error == note.error);
        QCOMPARE(notes[1].at, note.at);
        QCOMPARE(got(library::notes(db(), {})).size(), 2);
    }

    void anItemComesBackAsItWent()
    {
        Item whole = wholeItem();
        const ItemId id = added(whole);
        whole.id = id;
        whole.gallery = m_crawl.gallery;
        QVERIFY(*got(library::itemByKey(db(), u"justwatch"_s, u"tm155702"_s)) == whole);
        QVERIFY(got(library::match(db(), id)).item == whole);
        QVERIFY(!got(library::itemByKey(db(), u"file"_s, u"tm155702"_s)));
        whole.node = {};
        whole.extra = {};
        QVERIFY(got(toResolve(db(), m_crawl.gallery.id, {.most = 10})) == QList{whole});
    }

    void aKnownItemIsRecognisedAndBroughtUpToDate()
    {
        const ItemId id = added(wholeItem());
        Item newer = wholeItem();
        newer.title = u"Wizard of Oz"_s;
        newer.tmdbId = {}; // what a gallery leaves out stays
        newer.node = R"({"id":"other"})";
        m_crawl = startCrawl();
        QCOMPARE(added(newer), id);
        const Item kept = got(library::match(db(), id)).item;
        QCOMPARE(kept.title, u"Wizard of Oz"_s);
        QCOMPARE(kept.tmdbId, u"630"_s);
        QCOMPARE(kept.node, newer.node);
        QCOMPARE(count(u"items"_s), 1);
    }

    void aTitleCountsOnceACrawl()
    {
        Crawl crawl = startCrawl();
        crawl.slices = {{.cursor = u"next"_s}};
        crawl.total = 3;
        const QList<Item> page{item(u"a"_s, u"A"_s), item(u"b"_s, u"B"_s), item(u"a"_s, u"A"_s)};
        QVERIFY(done(library::add(db(), crawl, page)));
        QVERIFY(done(library::add(db(), crawl, page))); // asked again after a kill
        const Crawl kept = got(library::crawl(db(), crawl.id));
        QCOMPARE(kept.listed, 2);
        QCOMPARE(kept.total, 3);
        QVERIFY(kept.slices == crawl.slices);
        QCOMPARE(got(library::knownKeys(db(), crawl.gallery.id)), QStringList({u"a"_s, u"b"_s}));
    }

    void whatLeftTheGalleryIsGone()
    {
        added(item(u"stays"_s, u"Stays"_s));
        added(item(u"leaves"_s, u"Leaves"_s));
        QCOMPARE(got(library::endListing(db(), m_crawl.id)), 0);
        m_crawl = startCrawl();
        added(item(u"stays"_s, u"Stays"_s));
        added(item(u"comes"_s, u"Comes"_s));
        QCOMPARE(got(library::endListing(db(), m_crawl.id)), 1);
        QCOMPARE(tally(), (Tally{.listed = 2, .open = 2, .isNew = 1, .gone = 1}));
        QCOMPARE(got(toMatch(db(), m_crawl.gallery.id, Stage::Unfound, {.most = 9})).size(), 2);
        m_crawl = startCrawl();
        added(item(u"leaves"_s, u"Leaves"_s)); // and is back
        QCOMPARE(tally().gone, 0);
    }

    void aLimitedCrawlMarksNothingAsGone()
    {
        added(item(u"a"_s, u"A"_s));
        added(item(u"b"_s, u"B"_s));
        m_crawl = got(library::startCrawl(db(), {.gallery = gallery(), .limit = 1}));
        added(item(u"a"_s, u"A"_s));
        QCOMPARE(got(library::endListing(db(), m_crawl.id)), 0);
        QCOMPARE(tally().gone, 0);
    }

    void aBrokenPageLeavesNothing()
    {
        Crawl unknown = startCrawl();
        unknown.gallery.id = {404};
        QVERIFY(!library::add(db(), unknown, {item(u"a"_s, u"A"_s)}, {{.subject = u"a"_s}}));
        QCOMPARE(count(u"items"_s), 0);
        QCOMPARE(got(library::notes(db(), {})).size(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLibrary)
#include "tst_library.moc"
