#include "librarystore.h"

using namespace Qt::Literals;
using namespace films;

class TestDeciding : public LibraryStore
{
    Q_OBJECT

private slots:
    void aPersonAcceptsRejectsAndPostpones()
    {
        const ItemId id = added(item(u"a"_s, u"Dune"_s));
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {}, .decision = {}}})));
        Decision decision = accepted(Verdict::Accepted, u"Dune (1984 film)"_s, u"Q114819"_s);
        decision.item = id;
        decision.judge = Judge::Person;
        decision.reason = u"by Lynch"_s;
        const auto first = got(library::decide(db(), decision));
        QVERIFY(first);
        QCOMPARE(tally().byPerson, 1);
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 1);
        for (const Verdict verdict : {Verdict::Postponed, Verdict::Rejected, Verdict::NoArticle}) {
            got(library::decide(db(), {.item = id, .verdict = verdict, .judge = Judge::Person}));
            QCOMPARE(this->verdict(id), verdict);
            QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), verdict == Verdict::NoArticle ? 1 : 0);
        }
        QCOMPARE(tally(), (Tally{.listed = 1, .noArticle = 1, .isNew = 1}));
        const auto history = got(library::history(db(), id));
        QCOMPARE(history.size(), 5);
        QCOMPARE(history[1].id, first);
        QCOMPARE(history[1].reason, u"by Lynch"_s);
        QCOMPARE(library::undo(db(), {404}, u"ann"_s).error().kind, Error::Kind::Missing);
    }

    void undoingTheNewestBringsBackTheOneBefore()
    {
        const ItemId id = decided(item(u"a"_s, u"A"_s), u"A (film)"_s, u"Q1"_s);
        const auto rejected
            = got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        const auto undo = got(library::undo(db(), rejected, u"ann"_s));
        const Decision held = got(library::match(db(), id)).decision;
        QCOMPARE(held.verdict, Verdict::AcceptedByMachine);
        QCOMPARE(held.article, u"A (film)"_s);
        QCOMPARE(held.undoes, rejected);
        QCOMPARE(held.who, u"ann"_s);
        QVERIFY(!library::undo(db(), rejected, u"ann"_s)); // only once

        got(library::undo(db(), undo, u"ann"_s)); // and that is taken back too
        QCOMPARE(verdict(id), Verdict::Rejected);
    }

    void undoingAnOlderOneLeavesWhatWasDecidedSince()
    {
        const ItemId id = decided(item(u"a"_s, u"A"_s), u"A (film)"_s, u"Q1"_s);
        const auto rejected
            = got(library::decide(db(), {.item = id, .verdict = Verdict::Rejected, .judge = Judge::Person}));
        const auto postponed
            = got(library::decide(db(), {.item = id, .verdict = Verdict::Postponed, .judge = Judge::Person}));
        got(library::undo(db(), rejected, u"ann"_s));
        QCOMPARE(verdict(id), Verdict::Postponed);
        got(library::undo(db(), postponed, u"ann"_s)); // falls back past the one that was taken back
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine);
        QCOMPARE(got(library::history(db(), id)).size(), 5);
    }

    void undoingAMachinesDecisionBindsTheMachine()
    {
        const ItemId id = decided(item(u"a"_s, u"A"_s), u"A (film)"_s, u"Q1"_s);
        const auto machines = got(library::history(db(), id)).constLast().id;
        got(library::undo(db(), machines, u"ann"_s));
        QCOMPARE(verdict(id), Verdict::Unreviewed);
        QCOMPARE(tally().toReview, 1);
        const auto again = accepted(Verdict::AcceptedByMachine, u"A (film)"_s, u"Q1"_s);
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {}, .decision = again}})));
        QCOMPARE(verdict(id), Verdict::Unreviewed);
    }

    void undoingTheOnlyDecisionLetsTheLoopsGoOn()
    {
        const ItemId id = added(item(u"a"_s, u"A"_s, u"tt1"_s));
        const auto early
            = got(library::decide(db(), {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person}));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 0);
        got(library::undo(db(), early, u"ann"_s));
        QCOMPARE(got(toResolve(db(), m_crawl.gallery.id, {.most = 9})).size(), 1);
        QCOMPARE(tally().open, 1);
        const auto machine = accepted(Verdict::AcceptedByMachine, u"A (film)"_s, u"Q1"_s);
        QVERIFY(done(library::keepWeighed(db(), {{.item = id, .candidates = {}, .decision = machine}})));
        QCOMPARE(verdict(id), Verdict::AcceptedByMachine); // no person's word is left
    }

    void twoTitlesOfOneArticleAreBothAsked()
    {
        const ItemId first = decided(item(u"a"_s, u"The Wonders"_s), u"The Wonders (film)"_s, u"Q1"_s);
        const ItemId second = decided(item(u"b"_s, u"Le meraviglie"_s), u"The Wonders (film)"_s, u"Q1"_s);
        const ItemId other = decided(item(u"c"_s, u"Dune"_s), u"Dune (1984 film)"_s, u"Q2"_s);
        QCOMPARE(got(library::askAboutRivals(db(), m_crawl.gallery.id)), 2);
        QCOMPARE(verdict(first), Verdict::Unreviewed);
        QCOMPARE(verdict(second), Verdict::Unreviewed);
        QCOMPARE(verdict(other), Verdict::AcceptedByMachine);
        QVERIFY(got(library::match(db(), first)).decision.reason.contains(u"Le meraviglie"_s));
        QCOMPARE(got(toRecord(db(), {}, {.most = 9})).size(), 1);
        QCOMPARE(got(library::askAboutRivals(db(), m_crawl.gallery.id)), 0); // once is enough

        const ItemId third = decided(item(u"d"_s, u"Wonders"_s), u"The Wonders (film)"_s, u"Q1"_s);
        QCOMPARE(got(library::askAboutRivals(db(), m_crawl.gallery.id)), 1); // one that comes later as well
        QCOMPARE(verdict(third), Verdict::Unreviewed);
    }

    void twoTitlesOfOneIdAreNoRivals()
    {
        decided(item(u"a"_s, u"Dune"_s, u"tt1"_s), u"Dune (1984 film)"_s, u"Q2"_s);
        decided(item(u"b"_s, u"Dune (extended)"_s, u"tt1"_s), u"Dune (1984 film)"_s, u"Q2"_s);
        QCOMPARE(got(library::askAboutRivals(db(), m_crawl.gallery.id)), 0);
    }

    void aPersonsWordStandsAgainstARival()
    {
        const ItemId sure = decided(item(u"a"_s, u"Dune"_s), u"Dune (1984 film)"_s, u"Q2"_s);
        Decision decision = accepted(Verdict::Accepted, u"Dune (1984 film)"_s, u"Q2"_s);
        decision.item = sure;
        decision.judge = Judge::Person;
        got(library::decide(db(), decision));
        const ItemId rival = decided(item(u"b"_s, u"Dunes"_s), u"Dune (1984 film)"_s, u"Q2"_s);
        QCOMPARE(got(library::askAboutRivals(db(), m_crawl.gallery.id)), 1);
        QCOMPARE(verdict(sure), Verdict::Accepted);
        QCOMPARE(verdict(rival), Verdict::Unreviewed);
    }

    void matchesAreFilteredAndPaged()
    {
        decided(item(u"a"_s, u"Men"_s), u"Men (2022 film)"_s, u"Q1"_s);
        const ItemId review = added(item(u"b"_s, u"Women in Love"_s));
        added(item(u"c"_s, u"Élan"_s)); // not looked up yet
        QVERIFY(done(library::keepWeighed(db(), {{.item = review, .candidates = {}, .decision = {}}})));
        const auto titles = [&](const library::MatchFilter &filter, int limit = 9, ItemId after = {}) {
            QStringList found;
            for (const Match &match : got(library::matches(db(), filter, limit, after)))
                found.append(match.item.title);
            return found.join(u", ");
        };
        QCOMPARE(titles({}), u"Men, Women in Love, Élan"_s);
        QCOMPARE(titles({.gallery = m_crawl.gallery.id, .verdicts = {Verdict::Unreviewed}}), u"Women in Love"_s);
        QCOMPARE(titles({.verdicts = {Verdict::Unreviewed, Verdict::AcceptedByMachine}}), u"Men, Women in Love"_s);
        QCOMPARE(titles({.words = u"men"_s}), u"Men, Women in Love"_s);
        QCOMPARE(titles({.words = u"éLAN"_s}), u"Élan"_s);
        QCOMPARE(titles({}, 2), u"Men, Women in Love"_s);
        QCOMPARE(titles({}, 2, review), u"Élan"_s);
        QCOMPARE(got(library::countMatches(db(), {.verdicts = {Verdict::Unreviewed}})), 1);
        QCOMPARE(got(library::countMatches(db(), {.gallery = m_crawl.gallery.id, .words = u"men"_s})), 2);
        QCOMPARE(got(library::countMatches(db(), {.gallery = GalleryId{404}})), 0);
    }
};

QTEST_GUILESS_MAIN(TestDeciding)
#include "tst_deciding.moc"
