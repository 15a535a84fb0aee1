#include "match/judge.h"
#include "match/score.h"
#include "match/title.h"

#include <QTest>

using namespace Qt::Literals;

namespace {

Item item(const QString &title, std::optional<int> year = {})
{
    return {.id = {1}, .title = title, .year = year};
}

Candidate film(const QString &title, std::optional<int> year = {}, int rank = 1)
{
    return {.page = {rank}, .key = title, .title = title, .rank = rank, .year = year, .film = true, .type = u"film"_s};
}

Decision judged(const Item &item, const QList<Candidate> &candidates)
{
    return judge::decide(item, score::rank(item, candidates));
}

}

class TestMatch : public QObject
{
    Q_OBJECT

private slots:
    void key_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("key");
        QTest::newRow("article") << u"The Matrix"_s << u"matrix"_s;
        QTest::newRow("article behind") << u"Matrix, The"_s << u"matrix"_s;
        QTest::newRow("disambiguator") << u"Heat (1995 film)"_s << u"heat"_s;
        QTest::newRow("parentheses of its own") << u"Birds (and Bees)"_s << u"birds and bees"_s;
        QTest::newRow("punctuation") << u"WALL·E"_s << u"wall e"_s;
        QTest::newRow("apostrophe") << u"Ocean’s Eleven"_s << u"oceans eleven"_s;
        QTest::newRow("accents") << u"Amélie"_s << u"amelie"_s;
        QTest::newRow("and") << u"Harold & Maude"_s << u"harold and maude"_s;
        QTest::newRow("roman") << u"Rocky III"_s << u"rocky 3"_s;
        QTest::newRow("part") << u"Dune: Part Two"_s << u"dune part 2"_s;
        QTest::newRow("volume") << u"Kill Bill: Vol. 1"_s << u"kill bill volume 1"_s;
        QTest::newRow("a word that is no number") << u"Seven"_s << u"seven"_s;
        QTest::newRow("I is a word in front") << u"I, Robot"_s << u"i robot"_s;
        QTest::newRow("fraction") << u"Naked Gun 33⅓"_s << u"naked gun 33 1 3"_s;
        QTest::newRow("other scripts") << u"千と千尋の神隠し"_s << u"千と千尋の神隠し"_s;
        QTest::newRow("only an article") << u"A"_s << u"a"_s;
        QTest::newRow("empty") << QString() << QString();
    }

    void key()
    {
        QFETCH(const QString, title);
        QTEST(title::key(title), "key");
    }

    void sequelsAreTold()
    {
        QCOMPARE(title::sequel(u"Deadpool 2"), (title::Sequel{.number = u"2"_s}));
        QCOMPARE(title::sequel(u"Dune: Part Two"), (title::Sequel{.subtitle = u"part 2"_s}));
        QCOMPARE(title::sequel(u"Dune (2021 film)"), title::Sequel{});
        QCOMPARE(title::sequel(u"Blade Runner 2049"), title::Sequel{});
    }

    void unknownCountsNeitherWay()
    {
        Evidence evidence;
        const double nothing = score::total(evidence);
        evidence[Signal::Year] = 1.0F;
        QCOMPARE_GT(score::total(evidence), nothing);
        evidence[Signal::Year] = 0.0F;
        QCOMPARE_LT(score::total(evidence), nothing);
        QVERIFY(!score::weigh(item(u"Heat"_s), film(u"Heat"_s, 1995))[Signal::Year]);
    }

    void titleAndYearOfAFilmAreEnough()
    {
        const auto decision
            = judged(item(u"Men"_s, 2022), {film(u"Men (2022 film)"_s, 2022), film(u"Mad Men"_s, {}, 2)});
        QCOMPARE(decision.verdict, Verdict::AcceptedByMachine);
        QCOMPARE(decision.article, u"Men (2022 film)"_s);
    }

    void isAsked_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<int>("year");
        QTest::addColumn<QString>("found");
        QTest::addColumn<int>("foundYear");
        QTest::newRow("a sequel") << u"Deadpool"_s << 2016 << u"Deadpool 2"_s << 2018;
        QTest::newRow("a sequel of the same year") << u"Dune"_s << 2021 << u"Dune: Part Two"_s << 2021;
        QTest::newRow("a remake") << u"A Star Is Born"_s << 1954 << u"A Star Is Born (1976 film)"_s << 1976;
        QTest::newRow("one year apart") << u"Devil"_s << 2010 << u"Devil (2011 film)"_s << 2011;
        QTest::newRow("a title that only contains it") << u"Her"_s << 2013 << u"Her Smell"_s << 2013;
        QTest::newRow("a plural") << u"Twister"_s << 1996 << u"Twisters"_s << 1996;
    }

    void isAsked()
    {
        QFETCH(const QString, title);
        QFETCH(const int, year);
        QFETCH(const QString, found);
        QFETCH(const int, foundYear);
        const auto decision = judged(item(title, year), {film(found, foundYear)});
        QCOMPARE(decision.verdict, Verdict::Unreviewed);
        QVERIFY(!decision.reason.isEmpty());
    }

    void withoutAYearAPersonIsAsked()
    {
        QCOMPARE(judged(item(u"Heat"_s), {film(u"Heat"_s, 1995)}).verdict, Verdict::Unreviewed);
    }

    void oneYearApartNeedsASecondSignal()
    {
        Item ours = item(u"Devil"_s, 2010);
        ours.directors = {u"John Erick Dowdle"_s};
        Candidate theirs = film(u"Devil (2011 film)"_s, 2011);
        theirs.directors = {u"John Erick Dowdle"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
        theirs.directors = {u"Somebody Else"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
    }

    void twoThatFitAreAsked()
    {
        const auto decision
            = judged(item(u"Frozen"_s, 2010),
                     {film(u"Frozen (2010 American film)"_s, 2010), film(u"Frozen (2010 Hong Kong film)"_s, 2010, 2)});
        QCOMPARE(decision.verdict, Verdict::Unreviewed);
    }

    void aFilmWithATwinNeedsItsPeople()
    {
        Item ours = item(u"Frozen"_s, 2010);
        Candidate theirs = film(u"Frozen (2010 American film)"_s, 2010);
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
        ours.directors = theirs.directors = {u"Adam Green"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
    }

    void anotherTypeIsAsked()
    {
        Candidate album = film(u"Network"_s, 1976);
        album.film = false;
        album.type = u"album"_s;
        QCOMPARE(judged(item(u"Network"_s, 1976), {album}).verdict, Verdict::Unreviewed);
    }

    void anIdDecides()
    {
        Item ours = item(u"Zootropolis"_s, 2016);
        ours.imdbId = u"tt2948356"_s;
        Candidate theirs = film(u"Zootopia"_s, 2016);
        theirs.ids = {u"P345:tt2948356"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);

        theirs.film = false;
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
        theirs.film = true;
        theirs.year = 2003;
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
    }

    void twoHitsOfOneIdAreAsked()
    {
        Item ours = item(u"Heat"_s, 1995);
        ours.imdbId = u"tt0113277"_s;
        Candidate a = film(u"Heat"_s, 1995);
        a.ids = {u"P345:tt0113277"_s};
        Candidate b = a;
        b.page = {2};
        QCOMPARE(judged(ours, {a, b}).verdict, Verdict::Unreviewed);
    }

    void everyReasonHasItsValues()
    {
        Item ours = item(u"Heat"_s, 1995);
        ours.runtime = 170;
        Candidate theirs = film(u"Heat (1995 film)"_s, 1996);
        theirs.runtimes = {171};
        theirs.evidence = score::weigh(ours, theirs);
        const auto reasons = score::explain(ours, theirs);
        const auto year = std::ranges::find(reasons, Signal::Year, &score::Reason::signal);
        QVERIFY(year != reasons.end());
        QCOMPARE(year->ours, u"1995"_s);
        QCOMPARE(year->theirs, u"1996"_s);
    }
};

QTEST_APPLESS_MAIN(TestMatch)
#include "tst_match.moc"
