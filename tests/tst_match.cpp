#include "match/interval.h"
#include "match/judge.h"
#include "match/learning.h"
#include "match/reliability.h"
#include "match/score.h"
#include "match/titleagreement.h"

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

    void agreement_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<float>("agreement");
        QTest::newRow("same") << u"WALL·E"_s << u"Wall-E"_s << 1.0F;
        QTest::newRow("fraction") << u"9 1/2 Weeks"_s << u"9½ Weeks"_s << 1.0F;
        QTest::newRow("letters without marks") << u"Smørgås"_s << u"Smorgas"_s << 1.0F;
        QTest::newRow("roman") << u"Feast II: Sloppy Seconds"_s << u"Feast 2: Sloppy Seconds"_s << 1.0F;
        QTest::newRow("only an article") << u"Seventh Seal"_s << u"The Seventh Seal"_s << 0.99F;
        QTest::newRow("an article before one word") << u"Soap"_s << u"A Soap"_s << 0.94F;
        QTest::newRow("articles in between") << u"Hawks and Sparrows"_s << u"The Hawks and the Sparrows"_s << 0.96F;
        QTest::newRow("part") << u"Smokey and the Bandit III"_s << u"Smokey and the Bandit Part 3"_s << 0.96F;
        QTest::newRow("in 3-D") << u"Barbie and the Magic 3-D"_s << u"Barbie and the Magic"_s << 0.96F;
        QTest::newRow("an article behind a comma") << u"Familie, En"_s << u"En familie"_s << 0.96F;
        QTest::newRow("under its owner's name") << u"Jet Li's Fearless"_s << u"Fearless"_s << 0.95F;
        QTest::newRow("under an owner whose name ends with s")
            << u"Lee Daniels' The Butler"_s << u"The Butler"_s << 0.95F;
        QTest::newRow("with or") << u"Spider Baby or, The Maddest Story"_s << u"Spider Baby"_s << 0.95F;
        QTest::newRow("another article") << u"The Soap"_s << u"A Soap"_s << 0.99F;
        QTest::newRow("ordinal") << u"The 9th Guest"_s << u"The Ninth Guest"_s << 0.96F;
        QTest::newRow("number word") << u"Ocean's 11"_s << u"Ocean’s Eleven"_s << 0.96F;
        QTest::newRow("blanks") << u"War-Time Romance"_s << u"Wartime Romance"_s << 0.96F;
        QTest::newRow("without its subtitle")
            << u"Yamakasi - Les samouraïs des temps modernes"_s << u"Yamakasi (film)"_s << 0.95F;
        QTest::newRow("only its subtitle")
            << u"Sherlock Holmes: Dressed to Kill"_s << u"Dressed to Kill (1946 film)"_s << 0.95F;
    }

    void agreement()
    {
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        QTEST(title::agreement(title::name(ours), title::name(theirs)), "agreement");
        QTEST(title::agreement(title::name(theirs), title::name(ours)), "agreement");
    }

    void likeLettersAreNoSameTitle()
    {
        const auto between
            = [](QStringView a, QStringView b) { return title::agreement(title::name(a), title::name(b)); };
        QCOMPARE_LT(between(u"Twister", u"Twisters"), 0.9F);
        QCOMPARE_GT(between(u"His Favorite Pastime", u"His Favourite Pastime"), 0.9F);
        QCOMPARE_LT(between(u"Her", u"Her Smell"), 0.6F);
        QCOMPARE_GT(between(u"Godzilla vs. Mothra", u"Mothra vs. Godzilla"), 0.65F);
        QCOMPARE_LT(between(u"Godzilla vs. Mothra", u"Mothra vs. Godzilla"), 0.9F);
        QCOMPARE_LT(between(u"Heat", QString()), 0.1F);
    }

    void samePart_data()
    {
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<double>("same"); // below 0: nothing to compare
        QTest::newRow("no part of anything") << u"Heat"_s << u"Casino"_s << -1.0;
        QTest::newRow("one has no number") << u"Deadpool"_s << u"Deadpool 2"_s << 0.0;
        QTest::newRow("a roman number") << u"Saw"_s << u"Saw X"_s << 0.0;
        QTest::newRow("a year as a number") << u"Blade Runner"_s << u"Blade Runner 2049"_s << 0.0;
        QTest::newRow("number words") << u"Ocean's Eleven"_s << u"Ocean's Twelve"_s << 0.0;
        QTest::newRow("a part behind a colon") << u"Dune"_s << u"Dune: Part Two"_s << 0.0;
        QTest::newRow("volumes") << u"Kill Bill: Vol. 1"_s << u"Kill Bill: Volume 2"_s << 0.0;
        QTest::newRow("chapters") << u"It Chapter Two"_s << u"It Chapter 2"_s << 1.0;
        QTest::newRow("other subtitles") << u"Alpha: The Dawn"_s << u"Alpha: Nightfall"_s << 0.0;
        QTest::newRow("a subtitle on one side") << u"Going Clear: The Prison"_s << u"Going Clear"_s << 0.5;
        QTest::newRow("more words behind") << u"Saw"_s << u"Saw Again"_s << 0.5;
        QTest::newRow("the same") << u"Rocky III"_s << u"Rocky 3"_s << 1.0;
        QTest::newRow("the subtitle tells the part") << u"House III: The Horror Show"_s << u"The Horror Show"_s << 0.5;
        QTest::newRow("one may count anything") << u"1 Litre of Tears"_s << u"A Litre of Tears"_s << 1.0;
        QTest::newRow("a word counts no parts") << u"One Missed Call 3: Final"_s << u"One Missed Call: Final"_s << 0.5;
        QTest::newRow("both are numbered") << u"House III: The Show"_s << u"House II: The Show"_s << 0.0;
    }

    void samePart()
    {
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        const auto same = title::samePart(title::name(ours), title::name(theirs));
        QTEST(double(same.value_or(-1)), "same");
    }

    void partsOfAnArticlesTitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("bare");
        QTest::addColumn<QString>("disambiguator");
        QTest::newRow("film") << u"Heat (1995 film)"_s << u"Heat"_s << u"1995 film"_s;
        QTest::newRow("its own brackets") << u"Birds (and Bees)"_s << u"Birds (and Bees)"_s << QString();
        QTest::newRow("both") << u"I Am (Yellow) (film)"_s << u"I Am (Yellow)"_s << u"film"_s;
        QTest::newRow("only brackets") << u"(film)"_s << u"(film)"_s << QString();
        QTest::newRow("no blank") << u"Frontier(s)"_s << u"Frontier(s)"_s << QString();
    }

    void partsOfAnArticlesTitle()
    {
        QFETCH(const QString, title);
        const auto parts = title::parts(title);
        QTEST(parts.bare.toString(), "bare");
        QTEST(parts.disambiguator.toString(), "disambiguator");
    }

    void yearsInTexts()
    {
        QCOMPARE(title::year(u"1995 film"), 1995);
        QCOMPARE(title::year(u"American film of 2010"), 2010);
        QVERIFY(!title::year(u"film with 12345 parts"));
        QVERIFY(!title::year(u"0815 film"));
        QVERIFY(!title::year(u""));
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
        Candidate theirs = film(u"Devil (2011 film)"_s, 2011, 0);
        theirs.directors = {u"John Erick Dowdle"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
        theirs.directors = {u"Somebody Else"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
    }

    void oneYearApartIsEnoughWhereASearchFindsNoOtherOfTheTitle()
    {
        const Item ours = item(u"Devil"_s, 2010);
        const Candidate theirs = film(u"Devil (2011 film)"_s, 2011, 1);
        QCOMPARE(judged(ours, {theirs, film(u"Devil's Pass"_s, 2010, 2)}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {theirs, film(u"Devil (2009 film)"_s, 2009, 2)}).verdict, Verdict::Unreviewed);
    }

    void twoYearsApartAreTooManyForACommonWord()
    {
        QCOMPARE(judged(item(u"Addiction"_s, 2007), {film(u"Addiction"_s, 2005)}).verdict, Verdict::Unreviewed);
        QCOMPARE(judged(item(u"Robot Holiday"_s, 2007), {film(u"Robot Holiday"_s, 2005)}).verdict,
                 Verdict::AcceptedByMachine);
    }

    void onlyTheSameTitleAndYearNeedNoSearch()
    {
        const auto isPlain = [](const Item &item, const Candidate &candidate) {
            return judge::isPlain(score::rank(item, {candidate}));
        };
        QVERIFY(isPlain(item(u"Robot Holiday"_s, 2001), film(u"Robot Holiday (film)"_s, 2001, 0)));
        QVERIFY(!isPlain(item(u"Robot Holiday"_s, 2001), film(u"Robot Holiday (film)"_s, 2002, 0)));
        QVERIFY(!isPlain(item(u"Robot Holiday: The Trip"_s, 2001), film(u"Robot Holiday"_s, 2001, 0)));
        QVERIFY(!isPlain(item(u"Robots' Holiday"_s, 2001), film(u"Robot Holiday"_s, 2001, 0)));
        Item known = item(u"Robots' Holiday"_s, 2003);
        known.wikidataId = u"Q1"_s;
        Candidate same = film(u"Robot Holiday"_s, 2001, 0);
        same.wikidataId = u"Q1"_s;
        QVERIFY(isPlain(known, same));
    }

    void aRemakeWithinAYearNeedsASecondSignal()
    {
        Item ours = item(u"Treasure Cave"_s, 1990);
        ours.runtime = 101;
        Candidate first = film(u"Treasure Cave"_s, 1990);
        const Candidate second = film(u"Treasure Cave (1991 film)"_s, 1991, 2);
        QCOMPARE(judged(ours, {first, second}).verdict, Verdict::Unreviewed);
        first.runtimes = {100};
        QCOMPARE(judged(ours, {first, second}).verdict, Verdict::AcceptedByMachine);
        first.runtimes = {};
        first.title = u"Treasure Cave (1990 film)"_s; // Wikipedia itself tells them apart by the year
        QCOMPARE(judged(ours, {first, second}).verdict, Verdict::AcceptedByMachine);
    }

    void anyYearThatIsToldCounts()
    {
        const Item ours = item(u"Shorts"_s, 2009);
        QCOMPARE(score::weigh(ours, film(u"Shorts (2009 film)"_s, 2005))[Signal::Year], 1.0F);
        Candidate told = film(u"Shorts"_s, 2007);
        QCOMPARE(score::weigh(ours, told)[Signal::Year], 0.4F);
        told.laterYears = {2008};
        QCOMPARE(score::weigh(ours, told)[Signal::Year], 0.6F);
        told.description = u"2009 American film"_s;
        QCOMPARE(score::weigh(ours, told)[Signal::Year], 1.0F);
        QCOMPARE(score::weigh(ours, film(u"Shorts"_s, 1950))[Signal::Year], 0.0F);
    }

    void namesakesAreCounted()
    {
        const Item ours = item(u"Frozen"_s, 2010);
        const auto ranked = score::rank(
            ours, {film(u"Frozen"_s, 2010), film(u"Frozen (2005 film)"_s, 2005, 2), film(u"Frozen Again"_s, 2010, 3)});
        QCOMPARE(ranked.first().evidence[Signal::Namesakes], 0.5F);
        const auto again = std::ranges::find(ranked, u"Frozen Again"_s, &Candidate::title);
        QVERIFY(!again->evidence[Signal::Namesakes]);
        QCOMPARE(score::rank(ours, {film(u"Frozen (2010 film)"_s, 2010)}).first().evidence[Signal::Namesakes], 0.5F);
        QCOMPARE(score::rank(ours, {film(u"Frozen (film)"_s, 2010)}).first().evidence[Signal::Namesakes], 1.0F);
    }

    void scoresAreProbabilities()
    {
        const Item ours = item(u"Frozen"_s, 2010);
        const auto alone = score::rank(ours, {film(u"Frozen"_s, 2010)});
        const auto both = score::rank(ours, {film(u"Frozen"_s, 2010), film(u"Frozen"_s, 2010)});
        QCOMPARE_GT(alone.first().score, 0.9);
        QCOMPARE_LE(both[0].score + both[1].score, 1.0);
        QCOMPARE(both[0].score, both[1].score);
    }

    void weightsAreReadAsTheyAreWritten()
    {
        const Weights &weights = Weights::bundled();
        QCOMPARE(Weights::read(weights.toJson()).toJson(), weights.toJson());
        const Weights::Curve curve{{{0.5F, -1}, {1, 3}}};
        QCOMPARE(curve.at(0), -1.0);
        QCOMPARE(curve.at(0.75F), 1.0);
        QCOMPARE(curve.at(1), 3.0);
    }

    void moreAgreementNeverSpeaksAgainst_data()
    {
        QTest::addColumn<int>("signal");
        for (const Signal signal : {Signal::ExactId, Signal::Sequel, Signal::Year, Signal::Director, Signal::Cast,
                                    Signal::Runtime, Signal::Country, Signal::Type})
            QTest::addRow("%d", int(signal)) << int(signal);
    }

    void moreAgreementNeverSpeaksAgainst()
    {
        QFETCH(const int, signal);
        const auto &points = Weights::bundled().curves[size_t(signal)].points;
        QVERIFY(std::ranges::is_sorted(points, {}, &Weights::Curve::Point::weight));
    }

    void twoThatFitAreAsked()
    {
        const auto decision
            = judged(item(u"Frozen"_s, 2010),
                     {film(u"Frozen (2010 American film)"_s, 2010), film(u"Frozen (2010 Hong Kong film)"_s, 2010, 2)});
        QCOMPARE(decision.verdict, Verdict::Unreviewed);
    }

    void aFilmWithATwinNeedsItsPeopleOrASearchThatFindsNoTwin()
    {
        Item ours = item(u"Frozen"_s, 2010);
        Candidate theirs = film(u"Frozen (2010 American film)"_s, 2010, 0);
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
        QCOMPARE(judged(ours, {theirs, film(u"Cold Water"_s, 2010, 1)}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {theirs, film(u"Frozen (2010 Hong Kong film)"_s, 2010, 1)}).verdict, Verdict::Unreviewed);
        ours.directors = theirs.directors = {u"Adam Green"_s};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
    }

    void aRivalThatIsCalledExactlySoIsAsked()
    {
        const Candidate theirs = film(u"Martín (1977 film)"_s, 1977, 1);
        QCOMPARE(judged(item(u"Martin"_s, 1977), {theirs, film(u"Martin (1978 film)"_s, 1978, 2)}).verdict,
                 Verdict::Unreviewed);
        QCOMPARE(judged(item(u"Martin"_s, 1977), {theirs}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(item(u"Martín"_s, 1977), {theirs, film(u"Martin (1978 film)"_s, 1978, 2)}).verdict,
                 Verdict::AcceptedByMachine);
    }

    void oneWordAlmostTheSameIsAskedAbout()
    {
        const Item ours = item(u"Intouchables"_s, 2011);
        QCOMPARE(judged(ours, {film(u"The Intouchables"_s, 2011, 1)}).verdict, Verdict::Unreviewed);
        QCOMPARE(judged(ours, {film(u"The Intouchables"_s, 2012, 1)}).verdict, Verdict::Unreviewed);
    }

    void severalOriginalTitlesAreAsGoodAsOne()
    {
        Item ours = item(u"The Kids"_s, 1957);
        ours.originalTitle = u"Les Mistons|The Mischief Makers |"_s;
        QCOMPARE(score::titlesOf(ours), (QStringList{u"The Kids"_s, u"Les Mistons"_s, u"The Mischief Makers"_s}));
        QCOMPARE(judged(ours, {film(u"Les Mistons"_s, 1957)}).verdict, Verdict::AcceptedByMachine);
    }

    void aSubtitleOnOneSideNeedsTheSameYear()
    {
        const Item ours = item(u"Going Clear: Scientology and the Prison of Belief"_s, 2015);
        QCOMPARE(judged(ours, {film(u"Going Clear (film)"_s, 2015)}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {film(u"Going Clear (film)"_s, 2014)}).verdict, Verdict::Unreviewed);
    }

    void aCommonWordIsNoFilmsOnlyName()
    {
        const Item ours = item(u"George Lopez: The Wall"_s, 2017);
        QCOMPARE(judged(ours, {film(u"The Wall (2017 film)"_s, 2017)}).verdict, Verdict::Unreviewed);
    }

    void aFilmOfTheTitleAloneIsNotItsSequel()
    {
        const Item ours = item(u"Spider Baby"_s, 1968);
        const Candidate sequel = film(u"Spider Baby: The Return"_s, 1968, 1);
        QCOMPARE(judged(ours, {sequel}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {sequel, film(u"Spider Baby"_s, 1964, 2)}).verdict, Verdict::Unreviewed);
    }

    void fiveYearsApartAreTooMany()
    {
        const Item ours = item(u"The Shadow of Forgotten Ancestors"_s, 1969);
        QCOMPARE(judged(ours, {film(ours.title, 1967)}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {film(ours.title, 1964)}).verdict, Verdict::Unreviewed);
    }

    void neitherTitleNorYearIsTooLittle()
    {
        const Item ours = item(u"The Lay of the Forgotten Ancestors"_s, 1967);
        Candidate theirs = film(u"Tini zabutykh predkiv"_s, 1967);
        theirs.aliases = {ours.title};
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
        theirs.year = 1968;
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::Unreviewed);
    }

    void aTitleAloneCountsOnlyWhereNoOtherFilmBearsIt()
    {
        const Item ours = item(u"Shadows of Forgotten Ancestors"_s);
        const Candidate theirs = film(u"Shadows of Forgotten Ancestors"_s, 1965);
        const Candidate remake = film(u"Shadows of Forgotten Ancestors (2013 film)"_s, 2013, 2);
        QCOMPARE(judged(ours, {theirs}).verdict, Verdict::AcceptedByMachine);
        QCOMPARE(judged(ours, {theirs, remake}).verdict, Verdict::Unreviewed);
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

    // What is left for a person

    void whatIsLeftIsNeverSurerThanItsScore()
    {
        const Weights &weights = Weights::bundled();
        QVERIFY(!weights.left.points.isEmpty());
        QVERIFY(std::ranges::is_sorted(weights.left.points, {}, &Weights::Curve::Point::weight));
        for (const double score : {0.1, 0.5, 0.7, 0.9, 0.95, 0.99, 1.0})
            QCOMPARE_LE(weights.chanceIfLeft(score), score);
        QCOMPARE_LT(weights.chanceIfLeft(0.999), 0.99); // something spoke against it, or it were not left
        QCOMPARE(Weights().chanceIfLeft(0.7), 0.7);
    }

    /// Ten of a kind: 90 % were said, and half of them were right.
    void theShareThatWasRightIsCarefulAndNeverFalls()
    {
        QList<reliability::Said> said;
        for (int i = 0; i < 10; ++i)
            said << reliability::Said{.score = 0.92, .right = i < 5} << reliability::Said{.score = 0.6, .right = i < 9}
                 << reliability::Said{.score = 0.995, .right = true} << reliability::Said{.score = 0.2, .right = true};
        const Weights::Curve curve = reliability::shareRight(said);
        QCOMPARE(curve.points.size(), 2); // 60 % and 92 % are one, for the higher was less often right
        QVERIFY(std::abs(curve.points[0].agreement - 0.76F) < 0.001F);
        QVERIFY(std::abs(curve.points[0].weight - 14.0 / 21) < 1e-9);
        QVERIFY(std::abs(curve.points[1].weight - 10.0 / 11) < 1e-9);
        QVERIFY(reliability::shareRight({}).points.isEmpty());
    }

    // What a person decided

    void anIntervalHoldsTheShareThatWasSeen()
    {
        const auto half = interval::wilson(50, 100);
        QVERIFY(std::abs(half.low - 0.4038) < 0.001 && std::abs(half.high - 0.5962) < 0.001);
        QCOMPARE(interval::wilson(10, 10).high, 1.0);
        QVERIFY(interval::wilson(10, 10).low > 0.69);
        QCOMPARE(interval::wilson(0, 0).low, 0.0);
        QCOMPARE(interval::wilson(0, 0).high, 1.0);
    }

    void aLessonIsWhatAPersonDecided()
    {
        Match match{.candidates = {{.wikidataId = u"Q1"_s, .title = u"A"_s}, {.wikidataId = u"Q2"_s, .title = u"B"_s}}};
        QVERIFY(!learning::lessonOf(match));
        match.decision = {.verdict = Verdict::Accepted, .judge = Judge::Person, .wikidataId = u"Q2"_s};
        QCOMPARE(learning::lessonOf(match)->right, 1);
        match.decision.wikidataId = u"Q3"_s;
        QVERIFY(!learning::lessonOf(match)); // it is not among them
        match.decision = {.verdict = Verdict::Rejected, .judge = Judge::Person};
        QVERIFY(!learning::lessonOf(match)->right);
        match.decision.judge = Judge::Machine;
        QVERIFY(!learning::lessonOf(match));
    }

    /// A person who always takes the film of the other year teaches that the year means little.
    void decisionsMoveTheWeights()
    {
        Candidate same{.title = u"A"_s};
        same.evidence[Signal::Title] = 1.0F;
        same.evidence[Signal::Year] = 1.0F;
        Candidate other{.title = u"B"_s};
        other.evidence[Signal::Title] = 1.0F;
        other.evidence[Signal::Year] = 0.4F;
        const QList<fitting::Case> cases(40, {.candidates = {same, other}, .right = 1});
        const Weights &before = Weights::bundled();
        const auto learned = learning::learn(before, cases);
        const size_t year = size_t(Signal::Year);
        QVERIFY(learned.weights.curves[year].at(0.4F) > before.curves[year].at(0.4F));
        QVERIFY(learned.weights.curves[year].at(1) < before.curves[year].at(1));
        QCOMPARE(learned.titles, 40);
        QVERIFY(learned.before.rightFirst == 0 && learned.after.rightFirst > 0.9);
        QVERIFY(learned.after.surprise < learned.before.surprise);
        QVERIFY(learning::digest(learned.weights) != learning::digest(before));
        QCOMPARE(learned.weights.accept, before.accept);
    }
};

QTEST_APPLESS_MAIN(TestMatch)
#include "tst_match.moc"
