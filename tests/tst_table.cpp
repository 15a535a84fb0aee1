#include "store.h"
#include "store/table.h"
#include "store/tablefields.h"

using namespace Qt::Literals;

namespace {

/// Two films with people; one of them by nobody known.
void fill(Connection &connection)
{
    const QStringList statements{
        u"INSERT INTO directors (director_id, name) VALUES (1, 'Denis Villeneuve'), (2, 'Aki Kaurismäki')"_s,
        u"INSERT INTO actors (actor_id, name) VALUES (1, 'Zendaya'), (2, 'Élodie Bouchez')"_s,
        u"INSERT INTO genres (genre_id, name) VALUES (1, 'Comedy'), (2, 'Drama')"_s,
        u"INSERT INTO movies (movie_id, title, runtime, director_id) VALUES "
        "(1, 'Dune', 155, 1), (2, 'arrival', 116, 1), (3, 'Le Havre', 93, 2), (4, '100% Wolf', NULL, NULL)"_s,
        u"INSERT INTO \"cast\" (cast_id, movie_id, actor_id, role) VALUES (1, 1, 1, 'Chani'), (2, 3, 2, '')"_s,
        u"INSERT INTO movie_directors (movie_id, director_id, position) VALUES (1, 1, 1), (2, 1, 1), (3, 2, 1)"_s,
        u"INSERT INTO movie_genres (movie_id, genre_id) VALUES (3, 1), (3, 2)"_s};
    for (const QString &statement : statements)
        QVERIFY(done(connection.run(statement)));
}

QString column(const QList<QVariantList> &rows, qsizetype index)
{
    QStringList cells;
    for (const auto &row : rows)
        cells.append(row[index].isNull() ? u"–"_s : row[index].toString());
    return cells.join(u", ");
}

}

class TestTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        m_store = std::make_unique<TestStore>(engine);
        m_connection = &m_store->connect();
        fill(*m_connection);
    }
    void cleanup() { m_store.reset(); }

    void theMoviesTablesComeFirst()
    {
        const auto names = got(table::names(*m_connection));
        QStringList ten = names.first(10);
        ten.sort();
        QCOMPARE(ten,
                 QStringList({u"actors"_s, u"cast"_s, u"directors"_s, u"distributors"_s, u"genres"_s, u"movie_genres"_s,
                              u"movies"_s, u"ratings"_s, u"studios"_s, u"writers"_s}));
        QVERIFY(names.contains(u"decisions"_s));
        QVERIFY(!names.contains(u"schema_migrations"_s));
    }

    void anUnknownTableOrColumnIsASentence()
    {
        QCOMPARE(table::info(*m_connection, u"nowhere"_s).error().kind, Error::Kind::Missing);
        QCOMPARE(table::rows(*m_connection, {.table = u"a\"; DROP TABLE movies"_s}, 0, 9).error().kind,
                 Error::Kind::Missing);
        QCOMPARE(table::rows(*m_connection, {.table = u"movies"_s, .order = {{u"nothing"_s}}}, 0, 9).error().kind,
                 Error::Kind::Missing);
        QCOMPARE(got(table::count(*m_connection, {.table = u"movies"_s})), 4);
    }

    void rowsComeInTheKeysOrderByPages()
    {
        const table::Query query{.table = u"movies"_s};
        QCOMPARE(column(got(table::rows(*m_connection, query, 0, 3)), 0), u"1, 2, 3"_s);
        QCOMPARE(column(got(table::rows(*m_connection, query, 3, 3)), 0), u"4"_s);
        QCOMPARE(column(got(table::rows(*m_connection, query, 9, 3)), 0), QString());
    }

    void theUnknownComesLastBothWays()
    {
        table::Query query{.table = u"movies"_s, .order = {{u"runtime"_s}}};
        QCOMPARE(column(got(table::rows(*m_connection, query, 0, 9)), 1), u"Le Havre, arrival, Dune, 100% Wolf"_s);
        query.order = {{u"runtime"_s, Qt::DescendingOrder}};
        QCOMPARE(column(got(table::rows(*m_connection, query, 0, 9)), 1), u"Dune, arrival, Le Havre, 100% Wolf"_s);
    }

    void noTwoColumnsAreCalledTheSame()
    {
        int tables = 0;
        for (const QString &name : got(table::names(*m_connection))) {
            QStringList headers;
            for (const table::Field &field : got(table::form(*m_connection, name)).fields)
                headers.append(field.header);
            QVERIFY2(headers.removeDuplicates() == 0, qPrintable(name));
            ++tables;
        }
        QVERIFY(tables >= 10);
        const auto ratings = got(table::form(*m_connection, u"ratings"_s));
        QCOMPARE(ratings.field(u"source"_s)->kind, table::Field::Kind::Own); // who gives the score
        QCOMPARE(ratings.field(u"source_id"_s)->header, u"source_id"_s); // where it was read
    }

    void foreignKeysAreShownAndSortedByName()
    {
        const table::Query query{.table = u"movies"_s, .order = {{u"director_id"_s}}};
        const auto shown = got(table::shown(*m_connection, query, 0, 9));
        const auto director = shown.headers.indexOf(u"director"_s);
        QVERIFY(director > 0);
        QVERIFY(shown.headers.contains(u"movie_id"_s)); // its own key stays
        QCOMPARE(column(shown.rows, director), u"Aki Kaurismäki, Denis Villeneuve, Denis Villeneuve, –"_s);
        QCOMPARE(column(shown.rows, 1), u"Le Havre, Dune, arrival, 100% Wolf"_s); // the same name: by key
    }

    void tablesThatJoinAreReadable()
    {
        const auto cast = got(table::shown(*m_connection, {.table = u"cast"_s}, 0, 9));
        QCOMPARE(cast.headers.first(4), QStringList({u"cast_id"_s, u"movie"_s, u"actor"_s, u"role"_s}));
        QCOMPARE(cast.rows[0].first(4), QVariantList({1, u"Dune"_s, u"Zendaya"_s, u"Chani"_s}));
        const auto genres = got(table::shown(*m_connection, {.table = u"movie_genres"_s}, 0, 9));
        QCOMPARE(genres.rows[1].first(2), QVariantList({u"Le Havre"_s, u"Drama"_s}));
        QCOMPARE(got(table::rows(*m_connection, {.table = u"movie_genres"_s}, 0, 9))[1].first(2), QVariantList({3, 2}));
    }

    void wordsAreFoundInAnyColumn_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("count");

        QTest::newRow("case aside") << u"movies"_s << u"DUNE"_s << 1;
        QTest::newRow("beyond ASCII") << u"cast"_s << u"élodie"_s << 1;
        QTest::newRow("beyond ASCII, capitals") << u"directors"_s << u"KAURISMÄKI"_s << 1;
        QTest::newRow("name of a referred row") << u"movies"_s << u"villeneuve"_s << 2;
        QTest::newRow("every word, in different columns") << u"movies"_s << u"villeneuve dune"_s << 1;
        QTest::newRow("a number, where there is no index") << u"cast"_s << u"chani 1"_s << 1;
        QTest::newRow("not the key behind a name") << u"cast"_s << u"zendaya dune"_s << 1;
        QTest::newRow("signs of patterns are signs") << u"movies"_s << u"100%"_s << 1;
        QTest::newRow("not any sign") << u"movies"_s << u"D_ne"_s << 0;
        QTest::newRow("quotes") << u"movies"_s << u"' OR '1'='1"_s << 0;
        QTest::newRow("nothing but spaces") << u"movies"_s << u"  "_s << 4;
    }
    void wordsAreFoundInAnyColumn()
    {
        QFETCH(QString, table);
        QFETCH(QString, words);
        QFETCH(int, count);
        const table::Query query{.table = table, .words = words};
        QCOMPARE(got(table::count(*m_connection, query)), count);
        QCOMPARE(got(table::rows(*m_connection, query, 0, 9)).size(), count);
        QCOMPARE(got(table::shown(*m_connection, query, 0, 9)).rows.size(), count);
    }

    void filtersReadTextsAlikeOnBothEngines_data()
    {
        QTest::addColumn<QString>("table");
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");

        QTest::newRow("equal, case aside") << u"actors"_s << u"name"_s << u"=ZENDAYA"_s << 1;
        QTest::newRow("equal beyond ASCII") << u"actors"_s << u"name"_s << u"=éLODIE bouchez"_s << 1;
        QTest::newRow("equal as a whole") << u"actors"_s << u"name"_s << u"=Élodie"_s << 0;
        QTest::newRow("other than, beyond ASCII") << u"actors"_s << u"name"_s << u"<>ÉLODIE BOUCHEZ"_s << 1;
        QTest::newRow("any of, beyond ASCII") << u"actors"_s << u"name"_s << u"=zendaya|éLODIE BOUCHEZ"_s << 2;
        QTest::newRow("a pattern beyond ASCII") << u"directors"_s << u"name"_s << u"/KAURISMÄKI$/"_s << 1;
        QTest::newRow("a pattern at the beginning") << u"actors"_s << u"name"_s << u"/^é/"_s << 1;
        QTest::newRow("the name of a referred row") << u"movies"_s << u"director_id"_s << u"=aki KAURISMÄKI"_s << 1;
    }
    void filtersReadTextsAlikeOnBothEngines()
    {
        QFETCH(const QString, table);
        QFETCH(const QString, column);
        QFETCH(const QString, text);
        QFETCH(const int, count);
        const table::Query query{.table = table, .filters = {{.column = column, .text = text, .row = {}}}};
        QCOMPARE(got(table::count(*m_connection, query)), count);
    }

    void everyTableForPeopleCanBeShown()
    {
        for (const QString &name : got(table::names(*m_connection))) {
            const auto shown = table::shown(*m_connection, {.table = name, .words = u"a"_s}, 0, 9);
            QVERIFY2(shown, shown ? "" : qPrintable(name + shown.error().detail));
        }
    }

private:
    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
};

QTEST_GUILESS_MAIN(TestTable)
#include "tst_table.moc"
