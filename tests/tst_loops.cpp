#include "librarystore.h"
#include "store/newest.h"

using namespace Qt::Literals;
using namespace films;

class TestLoops : public LibraryStore
{
    Q_OBJECT

private slots:
    void workThatWaitsIsTakenInWholeBatches()
    {
        for (const QString &key : {u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s})
            added(item(key, key.toUpper(), u"tt"_s + key));
        const auto taken = [&](int most, int least) {
            return got(toResolve(db(), m_crawl.gallery.id, {.most = most, .least = least})).size();
        };
        QCOMPARE(taken(9, 1), 5);
        QCOMPARE(taken(9, 2), 4);
        QCOMPARE(taken(2, 2), 2);
        QCOMPARE(taken(9, 3), 3);
        QCOMPARE(taken(9, 6), 0);
    }

    void idsAreAskedForOnceAndLeadOn()
    {
        const ItemId known = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const ItemId unknown = added(item(u"b"_s, u"B"_s, u"tt2"_s));
        const ItemId without = added(item(u"c"_s, u"C"_s));
        const GalleryId gallery = m_crawl.gallery.id;
        QCOMPARE(got(toResolve(db(), gallery, {.most = 1})).size(), 1);
        QCOMPARE(got(toResolve(db(), gallery, {.most = 9})).size(), 2);
        QCOMPARE(got(toResolve(db(), gallery, {.most = 9, .least = 2})).size(), 2);
        QCOMPARE(got(toResolve(db(), gallery, {.most = 9, .least = 3})).size(), 0);
        QVERIFY(done(library::keepResolved(db(), {known, unknown},
                                           {{.item = known, .wikidataId = u"Q1"_s, .article = u"A (film)"_s},
                                            {.item = known, .wikidataId = u"Q2"_s}})));
        QCOMPARE(got(toResolve(db(), gallery, {.most = 9})).size(), 0);
        const auto byId = got(toMatch(db(), gallery, Stage::Found, {.most = 9}));
        QCOMPARE(byId.size(), 1);
        QCOMPARE(byId[0].item.id, known);
        QCOMPARE(byId[0].wikidataIds, QStringList({u"Q1"_s, u"Q2"_s}));
        const auto rest = got(toMatch(db(), gallery, Stage::Unfound, {.most = 9}));
        QCOMPARE(rest.size(), 2);
        QCOMPARE(rest[0].item.id, unknown);
        QCOMPARE(rest[1].item.id, without);
    }

    void whatWasWeighedComesBack()
    {
        const ItemId id = added(wholeItem());
        const auto best = candidate(u"The Wizard of Oz"_s, u"Q193695"_s);
        const auto other = candidate(u"The Wiz"_s, u"Q1"_s);
        const Decision decision = accepted(Verdict::Unreviewed, u"The Wizard of Oz"_s, u"Q193695"_s);
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {best, other}, .decision = decision}})));
        const Match match = got(library::match(db(), id));
        QVERIFY(match.candidates == QList({best, other}));
        QCOMPARE(match.decision.verdict, Verdict::Unreviewed);
        QCOMPARE(match.decision.article, decision.article);
        QCOMPARE(match.decision.score, decision.score);
        QCOMPARE(match.decision.page, decision.page);
        QVERIFY(match.decision.at.isValid());
        QVERIFY(!match.item.wikiUrl); // not accepted yet
        QCOMPARE(got(toRecord(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
        QCOMPARE(tally(), (Tally{.listed = 1, .toReview = 1, .isNew = 1}));

        QVERIFY(done(library::keepCandidates(db(), id, {other})));
        QVERIFY(got(library::match(db(), id)).candidates == QList({other}));
    }

    void whatIsAcceptedIsToBeRecorded()
    {
        const ItemId id = decided(item(u"a"_s, u"Men"_s), u"Men (2022 film)"_s, u"Q106428271"_s);
        for (const auto &gallery : {std::optional(m_crawl.gallery.id), std::optional<GalleryId>()}) {
            const auto matches = got(toRecord(db(), gallery, {.most = 9}));
            QCOMPARE(matches.size(), 1);
            QCOMPARE(matches[0].item.id, id);
            QCOMPARE(matches[0].item.wikiUrl, QUrl(u"https://en.wikipedia.org/wiki/Men_(2022_film)"_s));
        }
    }

    void aMachineNeverReplacesAPersonsDecision()
    {
        const ItemId id = decided(item(u"a"_s, u"Men"_s), u"Men (2022 film)"_s, u"Q106428271"_s);
        got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person, .who = u"ann"_s}));
        const auto machine = accepted(Verdict::AcceptedByMachine, u"Men"_s, u"Q1"_s);
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {}, .decision = machine}})));
        QVERIFY(done(library::keepFailed(db(), {id}, {.message = u"no answer"_s})));
        auto again = machine;
        again.item = id;
        QVERIFY(!library::decide(db(), again));
        QCOMPARE(verdict(id), Verdict::Rejected);
        QCOMPARE(got(library::history(db(), id)).size(), 2);
        QCOMPARE(got(library::match(db(), id)).candidates.size(), 0); // what it saw is there all the same
    }

    void failedLookUpsWaitAndSayWhy()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const Error error{.kind = Error::Kind::Network, .message = u"No answer."_s};
        QVERIFY(done(library::keepFailed(db(), {id}, error)));
        const Decision failed = got(library::history(db(), id)).constLast();
        QCOMPARE(failed.verdict, Verdict::LookupFailed);
        QCOMPARE(failed.reason, u"No answer."_s);
        QVERIFY(failed.retryAt > QDateTime::currentDateTimeUtc().addSecs(60));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
        QCOMPARE(tally(), (Tally{.listed = 1, .failed = 1, .isNew = 1}));
        QCOMPARE(tally().through(), 1);

        QVERIFY(done(library::retry(db(), m_crawl.gallery.id)));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 1);
        QCOMPARE(tally(), (Tally{.listed = 1, .failed = 1, .due = 1, .isNew = 1}));
        QCOMPARE(tally().through(), 0); // it is about to be asked for
        Error soon = error;
        soon.retryAt = QDateTime::currentDateTimeUtc().addSecs(-1);
        QVERIFY(done(library::keepFailed(db(), {id}, soon)));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 1);
        QCOMPARE(tally().due, 1);
        soon.retryAt = QDateTime::currentDateTimeUtc().addSecs(60);
        QVERIFY(done(library::keepFailed(db(), {id}, soon)));
        QCOMPARE(tally().due, 0);
        QCOMPARE(tally().through(), 1);
    }

    void aFailedArticleDoesNotUndoADecision()
    {
        const ItemId id = decided(item(u"a"_s, u"Men"_s), u"Men (2022 film)"_s, u"Q106428271"_s);
        QVERIFY(done(library::keepFailed(db(), {id}, {.message = u"No answer."_s})));
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine);
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 0);
        QVERIFY(done(library::retry(db(), {})));
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 1);
    }

    void newIdsOfAnUndecidedItemAreLookedUp()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s));
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {}, .decision = {}}})));
        added(item(u"a"_s, u"A"_s));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
        added(item(u"a"_s, u"A"_s, u"tt1"_s));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 1);
        QCOMPARE(tally().open, 1);
    }

    void newIdsOfAnAcceptedItemAreLookedUpAndAPersonsWordStands()
    {
        const ItemId id = decided(item(u"a"_s, u"A"_s), u"A (film)"_s, u"Q1"_s);
        added(item(u"a"_s, u"A"_s, u"tt1"_s));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 1);
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine); // until it is weighed again
        got(library::decide(db(), {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person}));
        added(item(u"a"_s, u"A"_s, u"tt2"_s));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
        QCOMPARE(verdict(id), Verdict::NoArticle);
    }

    void whatACrawlFoundLastComesFirst()
    {
        const ItemId found = decided(item(u"a"_s, u"Dune"_s), u"Dune (2021 film)"_s, u"Q1"_s);
        const ItemId asked = added(item(u"b"_s, u"Saw"_s));
        const ItemId nothing = added(item(u"c"_s, u"Nowhere"_s));
        QVERIFY(done(library::keepWeighed(
            db(), {{.item = asked, .candidates = {candidate(u"Saw (2004 film)"_s, u"Q2"_s)}, .decision = {}}})));
        QVERIFY(done(library::keepWeighed(db(), {{.item = nothing, .candidates = {}, .decision = {}}})));
        const ItemId persons = decided(item(u"d"_s, u"Men"_s), u"Men (2022 film)"_s, u"Q3"_s);
        got(library::decide(db(), {.item = persons, .verdict = Verdict::NoArticle, .judge = Judge::Person}));
        QVERIFY(done(library::keepFailed(db(), {added(item(u"e"_s, u"Her"_s))}, {.message = u"No answer."_s})));

        const QList<newest::Found> all{
            {.item = nothing, .title = u"Nowhere"_s},
            {.item = asked, .title = u"Saw"_s, .article = u"Saw (2004 film)"_s},
            {.item = found,
             .title = u"Dune"_s,
             .verdict = Verdict::AcceptedByMachine,
             .article = u"Dune (2021 film)"_s},
        };
        QCOMPARE(got(newest::found(db(), m_crawl.id, 9)), all);
        QCOMPARE(got(newest::found(db(), m_crawl.id, 2)), all.first(2));
    }

    void whatOtherCrawlsFoundIsNotNew()
    {
        decided(item(u"a"_s, u"Dune"_s), u"Dune (2021 film)"_s, u"Q1"_s);
        const auto later = QDateTime::currentDateTimeUtc().addSecs(1);
        const Crawl again = got(library::startCrawl(db(), {.gallery = gallery(), .startedAt = later}));
        QCOMPARE(got(newest::found(db(), again.id, 9)).size(), 0);
        const Crawl other = got(library::startCrawl(db(), {.gallery = gallery(u"nfx"_s), .startedAt = noon()}));
        QCOMPARE(got(newest::found(db(), other.id, 9)).size(), 0);
    }

    void theLoopsReadTheirIndexAndNothingElse()
    {
        if (db().engine() != Connection::Engine::SQLite)
            QSKIP("Plans are read on SQLite");
        const auto plan = [&](const QString &sql) {
            const auto steps = got(
                db().all(u"EXPLAIN QUERY PLAN "_s + sql, {}, [](const Rows &row) { return row.value(3).toString(); }));
            return steps.join(u'\n');
        };
        const QString loop = plan(u"SELECT i.title FROM gallery_items w JOIN items i ON i.item_id = w.item_id "
                                  "WHERE w.gallery_id = 1 AND w.gone = FALSE AND w.stage = 'listed' "
                                  "AND w.retry_at <= 9 ORDER BY w.retry_at, w.item_id LIMIT 50"_s);
        QVERIFY2(!loop.contains(u"TEMP B-TREE"_s) && !loop.contains(u"SCAN"_s), qPrintable(loop));
        const QString tally
            = plan(u"SELECT stage, verdict, COUNT(*), COUNT(CASE WHEN retry_at <= 9 THEN 1 END) "
                   "FROM gallery_items WHERE gallery_id = 1 AND gone = FALSE GROUP BY stage, verdict"_s);
        QVERIFY2(tally.contains(u"COVERING INDEX"_s), qPrintable(tally));
    }
};

QTEST_GUILESS_MAIN(TestLoops)
#include "tst_loops.moc"
