#include "store.h"
#include "store/table.h"
#include "store/tablefacets.h"
#include "store/tablefilter.h"
#include "store/tablereferrers.h"

#include <QLocale>

using namespace Qt::Literals;
using filter::Condition;
using filter::Sign;

class TestFilter : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void textsAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<Condition>>("conditions");
        const auto row = [](const char *name, const QString &text, const QList<Condition> &conditions) {
            QTest::newRow(name) << text << conditions;
        };
        row("nothing", u"  "_s, {});
        row("a text", u" dune "_s, {{.values = {u"dune"_s}}});
        row("any of", u"drama | comedy|"_s, {{.values = {u"drama"_s, u"comedy"_s}}});
        row("equal", u"=Dune"_s, {{Sign::Equal, {u"Dune"_s}}});
        row("equal to any", u"= Drama|Comedy"_s, {{Sign::Equal, {u"Drama"_s, u"Comedy"_s}}});
        row("empty", u"="_s, {{.sign = Sign::Empty}});
        row("not empty", u" <> "_s, {{.sign = Sign::Filled}});
        row("different", u"<>USA"_s, {{Sign::Differs, {u"USA"_s}}});
        row("at most", u"<= 90"_s, {{Sign::LessOrEqual, {u"90"_s}}});
        row("more", u">1990"_s, {{Sign::More, {u"1990"_s}}});
        row("a range", u"1990..1999"_s, {{Sign::Between, {u"1990"_s, u"1999"_s}}});
        row("an open range", u"1990 .."_s, {{Sign::Between, {u"1990"_s, u""_s}}});
        row("up to", u"..90"_s, {{Sign::Between, {u""_s, u"90"_s}}});
        row("dots at the end of a title", u"Wait..."_s, {{.values = {u"Wait..."_s}}});
        row("a pattern", u"/^The .* II$/"_s, {{Sign::Matches, {u"^The .* II$"_s}}});
        row("a slash alone", u"/"_s, {{.values = {u"/"_s}}});
        row("quoted", u"\"=1|2\""_s, {{.values = {u"=1|2"_s}}});
        row("equal to what is quoted", u"=\"a|b\""_s, {{Sign::Equal, {u"a|b"_s}}});
        row("two at once", u">1990 & <2000"_s, {{Sign::More, {u"1990"_s}}, {Sign::Less, {u"2000"_s}}});
        row("an ampersand in a pattern", u"/a & b/"_s, {{Sign::Matches, {u"a & b"_s}}});
    }
    void textsAreRead()
    {
        QFETCH(const QString, text);
        QTEST(got(filter::parse(text)), "conditions");
    }

    void whatIsNotCompleteIsSaid()
    {
        QCOMPARE(filter::parse(u"/(/"_s).error().kind, Error::Kind::Invalid);
        QCOMPARE(filter::parse(u">"_s).error().message, u"Say a value behind the sign."_s);
    }

    void whatIsChosenIsReadAgain()
    {
        QCOMPARE(got(filter::parse(filter::anyOf({u"Drama"_s, u"Comedy"_s}))),
                 QList<Condition>({{Sign::Equal, {u"Drama"_s, u"Comedy"_s}}}));
        QCOMPARE(got(filter::parse(filter::anyOf({u"a|b"_s}))), QList<Condition>({{Sign::Equal, {u"a|b"_s}}}));
    }

    void numbersAreReadAsAPersonWritesThem()
    {
        QCOMPARE(filter::number(u"1,500"_s), 1500.0);
        QCOMPARE(filter::number(u"7.5"_s), 7.5);
        QCOMPARE(filter::number(u"1.5M"_s), 1'500'000.0);
        QCOMPARE(filter::number(u"2k"_s), 2000.0);
        QVERIFY(!filter::number(u"many"_s));
        QVERIFY(!filter::number(u""_s));
    }

    void datesAreDays()
    {
        QCOMPARE(filter::days(u"1999"_s)->end, QDate(2000, 1, 1));
        QCOMPARE(filter::days(u"1999-12"_s)->end, QDate(2000, 1, 1));
        QCOMPARE(filter::days(u"1999-05-17"_s)->first, QDate(1999, 5, 17));
        QVERIFY(!filter::days(u"1999-13"_s));
        QVERIFY(!filter::days(u"soon"_s));
    }

    void rowsAreFiltered_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
            const auto row = [&](const char *name, const QString &column, const QString &text, const QString &found) {
                QTest::addRow("%s, %s", qPrintable(engine), name) << engine << column << text << found;
            };
            row("contains", u"title"_s, u"R"_s, u"2 3 4"_s);
            row("contains, case aside", u"title"_s, u"dUNE"_s, u"1"_s);
            row("equal, case aside", u"title"_s, u"=dune"_s, u"1"_s);
            row("a range of texts", u"title"_s, u"b..l"_s, u"1 3"_s);
            row("a pattern", u"title"_s, u"/^(le|ar)/"_s, u"2 3"_s);
            row("unknown or empty", u"tagline"_s, u"="_s, u"2 3 4"_s);
            row("filled", u"tagline"_s, u"<>"_s, u"1"_s);
            row("a number", u"runtime"_s, u"116"_s, u"2"_s);
            row("any number", u"runtime"_s, u"116|93"_s, u"2 3"_s);
            row("a range of numbers", u"runtime"_s, u"93..116"_s, u"2 3"_s);
            row("zero is a number", u"runtime"_s, u"<=0"_s, u"4"_s);
            row("money", u"budget"_s, u">= 165M"_s, u"1"_s);
            row("no money", u"budget"_s, u"="_s, u"2 3 4"_s);
            row("a year", u"release_date"_s, u"2021"_s, u"1"_s);
            row("after a year", u"release_date"_s, u">2011"_s, u"1 2"_s);
            row("up to a month", u"release_date"_s, u"<=2011-09"_s, u"3"_s);
            row("a decade", u"release_date"_s, u"2010..2019"_s, u"2 3"_s);
            row("no date", u"release_date"_s, u"="_s, u"4"_s);
            row("a referred row's name", u"director_id"_s, u"villeneuve"_s, u"1 2"_s);
            row("nobody of that name", u"director_id"_s, u"<>Denis Villeneuve"_s, u"3 4"_s);
            row("nobody", u"director_id"_s, u"="_s, u"4"_s);
            row("a genre", u"movie_genres"_s, u"=Drama"_s, u"2 3"_s);
            row("both genres", u"movie_genres"_s, u"drama & comedy"_s, u"3"_s);
            row("either genre", u"movie_genres"_s, u"=Drama|Comedy"_s, u"2 3"_s);
            row("not that genre", u"movie_genres"_s, u"<>Comedy"_s, u"1 2 4"_s);
            row("no genre", u"movie_genres"_s, u"="_s, u"1 4"_s);
            row("an actor", u"cast"_s, u"zendaya"_s, u"1"_s);
            row("when it was made", u"created_at"_s, u">1999"_s, u"1 2 3 4"_s);
        }
    }
    void rowsAreFiltered()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, column);
        QFETCH(const QString, text);
        SKIP_WITHOUT_SERVER(engine);
        Connection &connection = filled(engine);
        const table::Query query{.table = u"movies"_s, .filters = {{.column = column, .text = text}}};
        QStringList found;
        for (const QVariantList &row : got(table::rows(connection, query, 0, 9)))
            found.append(row.first().toString());
        QTEST(found.join(u' '), "found");
        QCOMPARE(got(table::count(connection, query)), found.size());
    }

    void aReferredRowIsFoundByItself()
    {
        Connection &connection = filled(u"sqlite"_s);
        table::Query query{.table = u"movies"_s, .filters = {{u"director_id"_s, u"Denis Villeneuve"_s, 1}}};
        QCOMPARE(got(table::count(connection, query)), 2);
        query.filters = {{u"movie_genres"_s, u"Drama"_s, 2}};
        QCOMPARE(got(table::count(connection, query)), 2);
        query.filters.append({u"cast"_s, u"Élodie Bouchez"_s, 2});
        QCOMPARE(got(table::count(connection, query)), 1);
    }

    void valuesAreCounted_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("facets");
        for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
            const auto row = [&](const QString &column, const QString &facets) {
                QTest::addRow("%s, %s", qPrintable(engine), qPrintable(column)) << engine << column << facets;
            };
            row(u"movie_genres"_s, u" 2 (=), Drama 2 (=Drama), Comedy 1 (=Comedy)"_s);
            row(u"director_id"_s,
                u"Denis Villeneuve 2 (=Denis Villeneuve),  1 (=), Aki Kaurismäki 1 (=Aki Kaurismäki)"_s);
            row(u"release_date"_s, u"2010–2019 2 (2010..2019),  1 (=), 2020–2029 1 (2020..2029)"_s);
            row(u"country"_s, u"France 2 (France),  1 (=), Finland 1 (Finland), USA 1 (USA)"_s);
            row(u"rating"_s, u" 2 (=), 7 2 (>=7 & <8)"_s);
        }
    }
    void valuesAreCounted()
    {
        QFETCH(const QString, engine);
        QFETCH(const QString, column);
        SKIP_WITHOUT_SERVER(engine);
        const table::Query query{.table = u"movies"_s, .filters = {{.column = column, .text = u"=nothing"_s}}};
        QStringList facets;
        for (const table::Facet &facet : got(table::facets(filled(engine), query, column)))
            facets.append(u"%1 %2 (%3)"_s.arg(facet.name).arg(facet.count).arg(facet.filter));
        QTEST(facets.join(u", "), "facets");
    }

    void aDecadeHasItsYears_data() { TestStore::addEngines(); }
    void aDecadeHasItsYears()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        const auto facets = got(table::facets(filled(engine), {.table = u"movies"_s}, u"release_date"_s));
        QCOMPARE(facets.first().name, u"2010–2019"_s);
        qint64 count = 0;
        for (const table::Facet &year : facets.first().parts) {
            QVERIFY(year.name.startsWith("201"_L1));
            QCOMPARE(year.filter, u'=' + year.name);
            const table::Query query{.table = u"movies"_s, .filters = {{u"release_date"_s, year.filter}}};
            QCOMPARE(got(table::count(filled(engine), query)), year.count);
            count += year.count;
        }
        QCOMPARE(count, facets.first().count);
    }

    void rowsThatReferToOneAreCounted()
    {
        const auto referrers = got(table::referrers(filled(u"sqlite"_s), u"genres"_s, 2, u"Drama"_s));
        QCOMPARE(referrers.size(), 1);
        QCOMPARE(referrers.first().what, u"movies"_s);
        QCOMPARE(referrers.first().as, u"genre"_s);
        QCOMPARE(referrers.first().count, 2);
        QCOMPARE(got(table::count(filled(u"sqlite"_s), referrers.first().query)), 2);
    }

    void aValueOfTheWrongKindIsSaid()
    {
        Connection &connection = filled(u"sqlite"_s);
        const auto messageOf = [&](const QString &column, const QString &text) {
            return table::count(connection, {.table = u"movies"_s, .filters = {{column, text}}}).error().message;
        };
        QCOMPARE(messageOf(u"runtime"_s, u">long"_s), u"“long” is not a number."_s);
        QCOMPARE(messageOf(u"release_date"_s, u"soon"_s),
                 u"“soon” is not a date, such as 1999, 1999-05 or 1999-05-17."_s);
    }

private:
    /// Four films: the second and third with genres, the fourth with nothing.
    Connection &filled(const QString &engine)
    {
        auto &store = m_stores[engine];
        if (store)
            return *m_connections[engine];
        store = std::make_unique<TestStore>(engine);
        Connection &connection = store->connect();
        for (
            const QString &statement :
            {u"INSERT INTO directors (director_id, name) VALUES (1, 'Denis Villeneuve'), (2, 'Aki Kaurismäki')"_s,
             u"INSERT INTO actors (actor_id, name) VALUES (1, 'Zendaya'), (2, 'Élodie Bouchez')"_s,
             u"INSERT INTO genres (genre_id, name) VALUES (1, 'Comedy'), (2, 'Drama')"_s,
             u"INSERT INTO movies (movie_id, title, runtime, director_id, release_date, budget, tagline, "
             "country, rating) VALUES "
             "(1, 'Dune', 155, 1, '2021-10-22', 165000000, 'Beyond fear', 'USA', 7.9), "
             "(2, 'arrival', 116, 1, '2016-11-11', NULL, '', 'France', 7.0), "
             "(3, 'Le Havre', 93, 2, '2011-09-08', NULL, NULL, 'Finland, France', NULL), (4, 'Nothing more', 0, NULL, NULL, NULL, NULL, NULL, NULL)"_s,
             u"INSERT INTO \"cast\" (cast_id, movie_id, actor_id, role) VALUES (1, 1, 1, 'Chani'), "
             "(2, 3, 2, '')"_s,
             u"INSERT INTO movie_genres (movie_id, genre_id) VALUES (2, 2), (3, 1), (3, 2)"_s}) {
            if (!done(connection.run(statement)))
                QTest::qFail(qPrintable(statement), __FILE__, __LINE__);
        }
        m_connections[engine] = &connection;
        return connection;
    }

    std::map<QString, std::unique_ptr<TestStore>> m_stores;
    std::map<QString, Connection *> m_connections;
};

QTEST_GUILESS_MAIN(TestFilter)
#include "tst_filter.moc"
