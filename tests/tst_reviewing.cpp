#include "librarystore.h"
#include "store/batches.h"
#include "store/facets.h"
#include "store/learned.h"
#include "store/reviewcolumns.h"
#include "store/reviewing.h"

using namespace Qt::Literals;
using namespace films;
using namespace reviewing;

namespace {

/// A chance that is worse than the score.
double halved(double score)
{
    return score / 2;
}

}

/// Which titles a person sees, in which order, how many of each kind, and what is decided about many at once.
class TestReviewing : public LibraryStore
{
    Q_OBJECT

private slots:
    void aReasonIsKnownByItsKind_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("kind");
        const auto row
            = [](const QString &reason, const QString &kind) { QTest::newRow(qPrintable(reason)) << reason << kind; };
        row(u"Nothing was found."_s, u"Nothing was found."_s);
        row(u"The best is of 1984, the gallery says 2021."_s, u"The best is of …, the gallery says …."_s);
        row(u"Its id leads to something that is no film: album."_s, u"Its id leads to something that is no film."_s);
        row(u"“Heat: 2” seems to be the same film."_s, u"“…” seems to be the same film."_s);
    }
    void aReasonIsKnownByItsKind()
    {
        QFETCH(QString, reason);
        QTEST(reviewcolumns::kindOf(reason), "kind");
        QVERIFY(reviewcolumns::kindOf(QString(5000, u'x')).size() <= 120);
    }

    void bandsMeet()
    {
        QCOMPARE(bandOf({}), Band::Unknown);
        QCOMPARE(bandOf(0.0), Band::Below50);
        QCOMPARE(bandOf(0.5), Band::From50);
        QCOMPARE(bandOf(0.95), Band::From95);
        QCOMPARE(bandOf(0.9899), Band::From95);
        QCOMPARE(bandOf(1.0), Band::From99);
    }

    void ordersAndPages()
    {
        fill();
        QCOMPARE(titles({}, Sort::Queue), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s}));
        QCOMPARE(titles({}, Sort::Score), (QStringList{u"b"_s, u"a"_s, u"c"_s, u"d"_s}));
        QCOMPARE(titles({}, Sort::Uncertainty), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s}));
        QCOMPARE(titles({}, Sort::Votes), (QStringList{u"c"_s, u"a"_s, u"b"_s, u"d"_s}));
        for (const Sort sort : {Sort::Queue, Sort::Uncertainty, Sort::Score, Sort::Votes})
            QCOMPARE(titles({}, sort, 1), titles({}, sort)); // page by page, none twice, none left out
    }

    void everyFacetFilters()
    {
        fill();
        QCOMPARE(titles({.verdicts = {Verdict::AcceptedByMachine}}), QStringList{u"b"_s});
        QCOMPARE(titles({.words = u"C"_s}), QStringList{u"c"_s});
        QCOMPARE(titles({.band = Band::From80}), QStringList{u"a"_s});
        QCOMPARE(titles({.band = Band::Unknown}), QStringList{u"d"_s});
        QCOMPARE(titles({.reason = u"Nothing was found."_s}), QStringList{u"d"_s});
        QCOMPARE(titles({.who = u"ann"_s}), QStringList());
        QCOMPARE(titles({.since = Since::Today}).size(), 4);
        QCOMPARE(titles({.since = Since::Earlier}).size(), 0);
        QCOMPARE(titles({.gallery = m_crawl.gallery.id}).size(), 4);
        QCOMPARE(titles({.gallery = GalleryId{404}}).size(), 0);
    }

    void countsAreWhatTheFilterWouldLeave()
    {
        fill();
        got(library::decide(
            db(), {.item = idOf(u"d"_s), .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"ann"_s}));
        const auto cube = got(facets::read(db(), {}));
        const QDate today = QDateTime::currentDateTimeUtc().date();
        const Filter open{.verdicts = {Verdict::Unreviewed}};
        const auto counts = facets::count(cube, open, today);
        QCOMPARE(counts.titles, 2);
        QCOMPARE(counts.verdicts[size_t(Verdict::NoArticle)], 1); // what another state would show
        QCOMPARE(counts.bands[size_t(Band::From80)], 1);
        QCOMPARE(counts.bands[size_t(Band::From99)], 0); // accepted: not of this state
        QCOMPARE(counts.people.value(QString()), 2);
        QCOMPARE(facets::count(cube, {.who = u"ann"_s}, today).titles, 1);
        QCOMPARE(facets::count(got(facets::read(db(), u"c"_s)), {}, today).titles, 1);
    }

    void severalGalleriesAreCountedApart()
    {
        fill();
        const Crawl other = got(library::startCrawl(db(), {.gallery = films::gallery(u"nfx"_s)}));
        QVERIFY(done(library::add(db(), other, {item(u"a"_s, u"a"_s)})));
        const auto cube = got(facets::read(db(), {}));
        const auto counts = facets::count(cube, {}, QDateTime::currentDateTimeUtc().date());
        QCOMPARE(counts.titles, 4); // a title of two galleries is one
        QCOMPARE(counts.galleries.value(m_crawl.gallery.id), 4);
        QCOMPARE(counts.galleries.value(other.gallery.id), 1);
        QCOMPARE(facets::count(cube, {.gallery = other.gallery.id}, {}).titles, 1);
    }

    void aMovedTitleIsCountedWhereItWent()
    {
        fill();
        auto cube = got(facets::read(db(), {}));
        const Match before = got(library::match(db(), idOf(u"a"_s)));
        Match after = before;
        after.decision = {.verdict = Verdict::Postponed, .judge = Judge::Person, .who = u"ann"_s, .at = noon()};
        cube.move(before, after);
        QCOMPARE(facets::count(cube, {.verdicts = {Verdict::Postponed}}, {}).titles, 1);
        QCOMPARE(facets::count(cube, {.verdicts = {Verdict::Unreviewed}}, {}).titles, 2);
        QCOMPARE(facets::count(cube, {}, {}).titles, 4);
    }

    void whatOthersDecideIsSeen()
    {
        fill();
        const Tick before = got(tick(db()));
        got(library::decide(db(), {.item = idOf(u"a"_s), .verdict = Verdict::Postponed, .judge = Judge::Person}));
        QVERIFY(got(tick(db())) != before);
        const auto changed = got(changedSince(db(), before));
        const auto found = std::ranges::find(changed, idOf(u"a"_s), [](const Match &match) { return match.item.id; });
        QVERIFY(found != changed.end());
        QCOMPARE(found->decision.verdict, Verdict::Postponed);
    }

    // Many at once

    void allAboveAScoreAreAcceptedAndTakenBackAsOne()
    {
        fill();
        const auto expected = got(batches::forecast(db(), {}, 0.5, halved));
        QCOMPARE(expected.titles, 2); // b is accepted already, d has no candidate
        QVERIFY(std::abs(expected.wrong - (0.575 + 0.725)) < 1e-9);
        const auto batch = got(batches::acceptAbove(db(), {}, 0.5, halved, u"ann"_s));
        QCOMPARE(batch.titles, 2);
        QCOMPARE(verdict(idOf(u"a"_s)), Verdict::Accepted);
        QCOMPARE(verdict(idOf(u"c"_s)), Verdict::Accepted);
        QCOMPARE(verdict(idOf(u"d"_s)), Verdict::Unreviewed);
        const Decision made = got(library::match(db(), idOf(u"a"_s))).decision;
        QCOMPARE(made.wikidataId, u"Q1"_s);
        QCOMPARE(made.article, u"a"_s);
        QCOMPARE(made.reason, u"One of 2 accepted at once, from 50% on."_s);
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 3);

        const auto last = got(batches::lastOf(db(), u"ann"_s));
        QVERIFY(last);
        QCOMPARE(last->batch, batch.id);
        QCOMPARE(last->titles, 2);
        got(library::decide(db(), {.item = idOf(u"c"_s), .verdict = Verdict::Rejected, .judge = Judge::Person}));
        QCOMPARE(got(batches::undo(db(), batch.id, u"ann"_s)), 2);
        QCOMPARE(verdict(idOf(u"a"_s)), Verdict::Unreviewed);
        QCOMPARE(verdict(idOf(u"c"_s)), Verdict::Rejected); // decided since
        QVERIFY(!batches::undo(db(), batch.id, u"ann"_s));
        QVERIFY(!got(batches::lastOf(db(), u"ann"_s)));
    }

    void onlyTheFilteredAreAccepted()
    {
        fill();
        QCOMPARE(got(batches::acceptAbove(db(), {.words = u"a"_s}, 0.1, halved, u"ann"_s)).titles, 1);
        QCOMPARE(verdict(idOf(u"c"_s)), Verdict::Unreviewed);
        QCOMPARE(got(batches::forecast(db(), {.verdicts = {Verdict::Accepted}}, 0.1, halved)).titles, 0);
    }

    void theLastDecisionIsKnownAfterARestart()
    {
        fill();
        const auto id = got(library::decide(
            db(), {.item = idOf(u"a"_s), .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"ann"_s}));
        got(library::decide(
            db(), {.item = idOf(u"c"_s), .verdict = Verdict::NoArticle, .judge = Judge::Person, .who = u"bob"_s}));
        const auto last = got(batches::lastOf(db(), u"ann"_s));
        QVERIFY(last);
        QCOMPARE(last->decision, id);
        QCOMPARE(last->item, idOf(u"a"_s));
        got(library::undo(db(), id, u"ann"_s));
        QVERIFY(!got(batches::lastOf(db(), u"ann"_s)));
    }

    void aBlindCheckMeasuresTheMachine()
    {
        fill();
        decided(item(u"e"_s, u"e"_s), u"e"_s, u"Q5"_s);
        const auto sample = got(batches::sample(db(), {}, 10, u"ann"_s));
        QCOMPARE(sample.items.size(), 2);
        Decision agreeing = accepted(Verdict::Accepted, u"e"_s, u"Q5"_s);
        agreeing.item = idOf(u"e"_s);
        agreeing.judge = Judge::Person;
        got(batches::decide(db(), agreeing, sample.id));
        const auto other = got(batches::decide(
            db(), {.item = idOf(u"b"_s), .verdict = Verdict::Rejected, .judge = Judge::Person}, sample.id));
        const auto check = got(batches::outcome(db(), sample.id));
        QCOMPARE(check.answered, 2);
        QCOMPARE(check.agreed, 1);
        QVERIFY(std::abs(check.expectedWrong - 0.14) < 1e-9);
        got(library::undo(db(), other, u"ann"_s));
        QCOMPARE(got(batches::outcome(db(), sample.id)).answered, 1);
    }

    void onlyTheFilteredAreChecked()
    {
        fill();
        decided(item(u"e"_s, u"e"_s), u"e"_s, u"Q5"_s);
        const Filter some{.verdicts = {Verdict::Unreviewed}, .words = u"e"_s};
        QCOMPARE(got(batches::sample(db(), some, 10, u"ann"_s)).items, QList<ItemId>{idOf(u"e"_s)});
        QCOMPARE(batches::sample(db(), {.words = u"a"_s}, 10, u"ann"_s).error().kind, Error::Kind::Missing);
    }

    void nothingAcceptedCannotBeChecked()
    {
        QCOMPARE(batches::sample(db(), {}, 10, u"ann"_s).error().kind, Error::Kind::Missing);
    }

    // What the machine accepted

    void newEvidenceAgainstAnAcceptedFilmAsksAPerson()
    {
        Item shown = item(u"m"_s, u"Men"_s);
        shown.year = 2022;
        const ItemId id = decided(shown, u"Men (2022 film)"_s, u"Q1"_s);
        QVERIFY(done(library::record(db(), {{.item = id, .movie = films::oz()}})));
        QVERIFY(done(library::add(db(), m_crawl, {shown})));
        QCOMPARE(got(toMatch(db(), m_crawl.gallery.id, Stage::Unfound, {.most = 9})).size(),
                 0); // no news

        shown.year = 2014;
        QVERIFY(done(library::add(db(), m_crawl, {shown})));
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine); // until it is weighed again
        QCOMPARE(got(toMatch(db(), m_crawl.gallery.id, Stage::Unfound, {.most = 9})).size(), 1);
        QVERIFY(done(library::keepFailed(db(), {id}, {.kind = Error::Kind::Network, .message = u"No answer."_s})));
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine);
        const auto other = accepted(Verdict::AcceptedByMachine, u"Men (2014 film)"_s, u"Q2"_s);
        QVERIFY(done(library::keepWeighed(
            db(), {{.item = id, .candidates = {candidate(u"Men (2014 film)"_s, u"Q2"_s)}, .decision = other}})));
        const Decision asked = got(library::match(db(), id)).decision;
        QCOMPARE(asked.verdict, Verdict::Unreviewed);
        QVERIFY2(asked.reason.startsWith(u"New evidence contradicts “Men (2022 film)”, which was accepted."),
                 qPrintable(asked.reason));
        QVERIFY(!got(library::movieOf(db(), id)));
    }

    void theSameFilmAgainIsNoContradiction()
    {
        Item shown = item(u"m"_s, u"Men"_s);
        shown.year = 2022;
        const ItemId id = decided(shown, u"Men (2022 film)"_s, u"Q1"_s);
        shown.year = 2023;
        QVERIFY(done(library::add(db(), m_crawl, {shown})));
        decided(shown, u"Men (2022 film)"_s, u"Q1"_s);
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine);
    }

    // Learned weights

    void theNewestWeightsHoldUntilTheyAreTakenBack()
    {
        QVERIFY(!got(learned::current(db())));
        QVERIFY(done(learned::keep(db(), {.weights = "{1}", .base = "x", .titles = 5, .who = u"ann"_s})));
        QVERIFY(done(learned::keep(db(), {.weights = "{2}", .base = "x", .titles = 9, .who = u"ann"_s})));
        const auto newest = got(learned::current(db()));
        QCOMPARE(newest->weights, "{2}");
        QVERIFY(done(learned::takeBack(db(), newest->id)));
        QCOMPARE(got(learned::current(db()))->weights, "{1}");
    }

    void lessonsAreWhatPeopleDecidedOneByOne()
    {
        fill();
        got(library::decide(db(), {.item = idOf(u"d"_s), .verdict = Verdict::NoArticle, .judge = Judge::Person}));
        got(batches::acceptAbove(db(), {}, 0.5, halved, u"ann"_s));
        const auto lessons = got(learned::lessons(db(), 100));
        QCOMPARE(lessons.size(), 1);
        QCOMPARE(lessons.first().item.title, u"d"_s);
    }

private:
    /// Four titles: a is asked with 85 %, b accepted with 99.9 %, c asked with 55 %, d has no candidate.
    void fill()
    {
        weigh(u"a"_s, u"Q1"_s, 0.85, Verdict::Unreviewed, 500);
        weigh(u"b"_s, u"Q2"_s, 0.999, Verdict::AcceptedByMachine, 20);
        weigh(u"c"_s, u"Q3"_s, 0.55, Verdict::Unreviewed, 9000);
        const ItemId d = added(item(u"d"_s, u"d"_s));
        QVERIFY(done(library::keepWeighed(
            db(), {{.item = d, .candidates = {}, .decision = {.reason = u"Nothing was found."_s}}})));
    }

    void weigh(const QString &key, const QString &id, double score, Verdict verdict, int votes)
    {
        Item shown = item(key, key);
        shown.votes = votes;
        Candidate best = candidate(key, id);
        best.score = score;
        Decision decision = verdict == Verdict::AcceptedByMachine
            ? accepted(verdict, key, id)
            : Decision{.reason = u"Too little speaks for the best one."_s};
        QVERIFY(done(library::keepWeighed(db(), {{.item = added(shown), .candidates = {best}, .decision = decision}})));
    }

    ItemId idOf(const QString &key)
    {
        const auto found = got(library::itemByKey(db(), u"justwatch"_s, key));
        return found ? found->id : ItemId{};
    }

    QStringList titles(const Filter &filter, Sort sort = Sort::Queue, int pageSize = 100)
    {
        QStringList titles;
        std::optional<Place> after;
        for (;;) {
            const auto page = got(reviewing::page(db(), filter, sort, pageSize, after));
            for (const Match &match : page.matches)
                titles.append(match.item.title);
            if (page.matches.size() < pageSize)
                return titles;
            after = page.last;
        }
    }
};

QTEST_GUILESS_MAIN(TestReviewing)
#include "tst_reviewing.moc"
