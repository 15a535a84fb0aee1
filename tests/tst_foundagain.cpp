#include "librarystore.h"

using namespace Qt::Literals;
using namespace films;

class TestFoundAgain : public LibraryStore
{
    Q_OBJECT

private slots:
    void twoPeopleOfOneNameStayTwo()
    {
        Movie first{.wikidataId = u"Q1"_s};
        first.directors = {fact(person(u"Steve McQueen"_s, u"Q123"_s), wikidata(u"Q1"_s, u"P57"_s))};
        Movie second{.wikidataId = u"Q2"_s};
        second.directors = {fact(person(u"Steve McQueen"_s, u"Q456"_s), wikidata(u"Q2"_s, u"P57"_s))};
        Movie unknown{.wikidataId = u"Q3"_s};
        unknown.directors = {fact(person(u"Steve McQueen"_s), wikidata(u"Q3"_s, u"P57"_s))};
        QVERIFY(done(library::record(db(), {{.item = added(item(u"a"_s, u"A"_s)), .movie = first}})));
        QVERIFY(done(library::record(db(), {{.item = added(item(u"b"_s, u"B"_s)), .movie = second}})));
        QCOMPARE(count(u"directors"_s), 2);
        QVERIFY(done(library::record(db(), {{.item = added(item(u"c"_s, u"C"_s)), .movie = unknown}})));
        QCOMPARE(count(u"directors"_s), 3); // it could be either: not guessed
        QVERIFY(done(library::record(db(), {{.item = added(item(u"d"_s, u"D"_s)), .movie = first}})));
        QCOMPARE(count(u"directors"_s), 3);
    }

    void aNameIsCompletedOnceItIsKnown()
    {
        Movie plain{.wikidataId = u"Q1"_s};
        plain.directors = {fact(person(u"Jane Campion"_s), wikidata(u"Q1"_s, u"P57"_s))};
        QVERIFY(done(library::record(db(), {{.item = added(item(u"a"_s, u"A"_s)), .movie = plain}})));
        Name known = person(u"Jane Campion"_s, u"Q7"_s);
        known.born = QDate(1954, 4, 30);
        known.nationality = u"New Zealand"_s;
        Movie better{.wikidataId = u"Q2"_s};
        better.directors = {fact(known, wikidata(u"Q2"_s, u"P57"_s))};
        QVERIFY(done(library::record(db(), {{.item = added(item(u"b"_s, u"B"_s)), .movie = better}})));
        QCOMPARE(count(u"directors"_s), 1);
        QCOMPARE(value(u"SELECT dob FROM directors WHERE wikidata_id = ?"_s, {u"Q7"_s}).toDate(), QDate(1954, 4, 30));
        QVERIFY(done(library::record(db(), {{.item = added(item(u"a"_s, u"A"_s)), .movie = plain}})));
        QCOMPARE(count(u"directors"_s), 1);
    }

    void twoItemsMayBeOneMovie()
    {
        const ItemId one = added(item(u"a"_s, u"Oz"_s));
        const ItemId other = added(item(u"b"_s, u"The Wizard of Oz"_s));
        Movie poorer = oz();
        poorer.budget.reset();
        poorer.cast.clear();
        QVERIFY(done(library::record(db(), {{.item = one, .movie = oz()}, {.item = other, .movie = poorer}})));
        QCOMPARE(got(library::movieOf(db(), one)), got(library::movieOf(db(), other)));
        QCOMPARE(count(u"movies"_s), 1);
        QCOMPARE(count(u"cast"_s), 2); // what the other item does not know stays
        QVERIFY(!value(u"SELECT budget FROM movies WHERE movie_id > ?"_s).isNull());
    }

    void aMovieIsFoundByItsImdbIdAndItsArticle()
    {
        Movie plain;
        plain.title = fact(u"The Wizard of Oz"_s, Source{});
        plain.imdbId = fact(u"tt0032138"_s, Source{});
        const ItemId one = added(item(u"a"_s, u"Oz"_s));
        QVERIFY(done(library::record(db(), {{.item = one, .movie = plain}})));
        const ItemId other = added(item(u"b"_s, u"Oz"_s));
        QVERIFY(done(library::record(db(), {{.item = other, .movie = oz()}})));
        QCOMPARE(got(library::movieOf(db(), one)), got(library::movieOf(db(), other)));
        Movie renamed = oz(); // its Wikidata item was merged into another
        renamed.wikidataId = u"Q999"_s;
        QVERIFY(done(library::record(db(), {{.item = other, .movie = renamed}})));
        QCOMPARE(count(u"movies"_s), 1);
        Movie remake = oz(); // says the same IMDb id, but is another film
        remake.wikidataId = u"Q5"_s;
        remake.article = u"Oz (2039 film)"_s;
        QVERIFY(done(library::record(db(), {{.item = added(item(u"c"_s, u"Oz"_s)), .movie = remake}})));
        QCOMPARE(count(u"movies"_s), 2);
    }

    void anItemWithoutArticleHasItsMovieToo()
    {
        const ItemId id = added(item(u"a"_s, u"Nowhere Film"_s));
        got(library::decide(db(), {.item = id, .verdict = Verdict::NoArticle, .judge = Judge::Person}));
        Movie movie;
        movie.runtime = fact(80, Source{.name = u"content.runtime"_s});
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        QCOMPARE(value(u"SELECT title FROM movies WHERE movie_id > ?"_s), QVariant(u"Nowhere Film"_s));
        QVERIFY(done(library::record(db(), {{.item = id, .movie = movie}})));
        QCOMPARE(count(u"movies"_s), 1);
    }
};

QTEST_GUILESS_MAIN(TestFoundAgain)
#include "tst_foundagain.moc"
