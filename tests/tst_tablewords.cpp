#include "store.h"
#include "store/drift.h"
#include "store/migrating.h"
#include "store/table.h"
#include "store/tablewords.h"

using namespace Qt::Literals;

namespace {

const QStringList Films{
    u"INSERT INTO directors (director_id, name, wikidata_id) VALUES (1, 'Lana Wachowski', 'Q9545'), "
    "(2, 'Jean-Pierre Melville', NULL), (3, 'Élodie O''Brien', NULL)"_s,
    u"INSERT INTO actors (actor_id, name, imdb_id) VALUES (1, 'Tom Hanks', 'nm0000158'), "
    "(2, 'Keanu Reeves', NULL), (3, 'Wölf Weiß', NULL), (4, 'Tom Hardy', NULL)"_s,
    u"INSERT INTO genres (genre_id, name) VALUES (1, 'science fiction film'), (2, 'Drama')"_s,
    u"INSERT INTO studios (studio_id, name) VALUES (1, 'Village Roadshow')"_s,
    u"INSERT INTO movies (movie_id, title, original_title, country, release_date, imdb_id, plot, runtime) VALUES "
    "(1, 'The Matrix Revolutions', NULL, 'United States', '2003-11-05', 'tt0242653', 'A war of machines.', 129), "
    "(2, 'Élan', NULL, 'France', '1999-03-31', NULL, NULL, NULL), "
    "(3, 'Spider-Man 2', NULL, NULL, NULL, NULL, NULL, NULL), "
    "(4, 'Spirited Away', '千と千尋の神隠し', 'Japan', '2001-07-20', NULL, NULL, NULL), "
    "(5, 'Die große Straße', NULL, 'Germany', NULL, NULL, NULL, NULL), "
    "(6, 'ΣΊΣΥΦΟΣ', 'Сёстры', NULL, NULL, NULL, NULL, NULL), "
    "(7, '100% \"Wolf\"', 'M', NULL, NULL, NULL, NULL, NULL), "
    "(8, 'Tom & Jerry', NULL, NULL, NULL, NULL, NULL, NULL), "
    "(9, 'İstanbul Việt Nam', NULL, NULL, NULL, NULL, NULL, NULL)"_s,
    u"INSERT INTO movie_directors (movie_id, director_id, position) VALUES (1, 1, 1), (2, 3, 1), (5, 2, 1)"_s,
    u"INSERT INTO movie_genres (movie_id, genre_id) VALUES (1, 1), (2, 2), (5, 2)"_s,
    u"INSERT INTO movie_studios (movie_id, studio_id, position) VALUES (1, 1, 1)"_s,
    u"INSERT INTO \"cast\" (movie_id, actor_id, role) VALUES (1, 2, 'Neo'), (2, 1, ''), (5, 3, ''), (2, 4, '')"_s};

/// "1 2 5": the rows that are found, by key.
QString found(Connection &connection, const QString &words, const QString &table = u"movies"_s)
{
    QStringList keys;
    for (const auto &row : got(table::rows(connection, {.table = table, .words = words}, 0, 99)))
        keys.append(row.first().toString());
    return keys.join(u' ');
}

}

/// The search box: the same words find the same rows on both engines, by their indexes.
class TestTableWords : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        if (std::exchange(m_engine, engine) == engine && !m_isChanged)
            return;
        m_isChanged = false;
        m_store = std::make_unique<TestStore>(engine);
        m_connection = &m_store->connect();
        for (const QString &statement : Films)
            run(statement);
    }
    void cleanupTestCase() { m_store.reset(); }

    void wordsAreFoundByTheirBeginnings_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("keys");

        const auto row
            = [](const char *name, const QString &words, const QString &keys) { QTest::newRow(name) << words << keys; };
        row("case aside", u"MATRIX"_s, u"1"_s);
        row("the beginning of each word", u"matr rev"_s, u"1"_s);
        row("in any order", u"rev matr"_s, u"1"_s);
        row("not in the middle of a word", u"atrix"_s, {});
        row("all of the words", u"matrix elan"_s, {});
        row("without its accent", u"elan"_s, u"2"_s);
        row("with one that is not there", u"mátrix"_s, u"1"_s);
        row("two accents on a letter", u"viet"_s, u"9"_s);
        row("a dot on a capital", u"istanbul"_s, u"9"_s);
        row("a decomposed accent", u"e\u0301lan"_s, u"2"_s);
        row("an accent of another script is a letter", u"сестры"_s, {});
        row("another script", u"сёс"_s, u"6"_s);
        row("an end of a word in Greek", u"σίσυφος"_s, u"6"_s);
        row("a sharp s", u"straß"_s, u"5"_s);
        row("not two s", u"strasse"_s, {});
        row("parts of a word with a hyphen", u"spider-man"_s, u"3"_s);
        row("its parts", u"man spider"_s, u"3"_s);
        row("its first part is whole", u"spi-man"_s, {});
        row("a digit", u"spider 2"_s, u"3"_s);
        row("a name with an apostrophe", u"o'brien"_s, u"2"_s);
        row("a script without spaces, in the middle", u"神隠し"_s, u"4"_s);
        row("a letter alone is a word", u"m"_s, u"7"_s);
        row("two letters begin one", u"ma"_s, u"1 3"_s);
        row("a year", u"1999"_s, u"2"_s);
        row("no day", u"31"_s, {});
        row("an id", u"tt0242653"_s, u"1"_s);
        row("a country", u"fra"_s, u"2"_s);
        row("no plot", u"machines"_s, {});
        row("a genre", u"science fiction"_s, u"1"_s);
        row("an actor", u"tom hanks"_s, u"2"_s);
        row("each word of another", u"hanks hardy"_s, u"2"_s);
        row("a title or an actor", u"tom"_s, u"2 8"_s);
        row("a genre and a year", u"drama 1999"_s, u"2"_s);
        row("a director and a country", u"melville germany"_s, u"5"_s);
        row("a company", u"village"_s, u"1"_s);
        row("an actor's id", u"nm0000158"_s, u"2"_s);
        row("a sign among words", u"tom & jerry"_s, u"8"_s);
        row("a sign alone", u"%"_s, u"7"_s);
        row("quotes", u"\"wolf\""_s, u"5 7"_s);
        row("a quote left open", u"\"wolf"_s, u"5 7"_s);
        row("a star", u"matr*"_s, u"1"_s);
        row("an operator is a word", u"matrix OR elan"_s, {});
        row("no operator", u"matrix NOT rev"_s, {});
        row("nothing near", u"NEAR(matrix elan)"_s, {});
        row("a column's name", u"title:matrix"_s, {});
        row("a minus", u"-matrix"_s, u"1"_s);
        row("a tsquery", u"matrix:* & rev"_s, u"1"_s);
        row("an exclamation mark", u"!matrix"_s, u"1"_s);
        row("nothing but spaces", u"  "_s, u"1 2 3 4 5 6 7 8 9"_s);
    }
    void wordsAreFoundByTheirBeginnings()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, keys);
        QCOMPARE(found(*m_connection, words), keys);
        QCOMPARE(got(table::count(*m_connection, {.table = u"movies"_s, .words = words})),
                 keys.isEmpty() ? 0 : keys.count(u' ') + 1);
    }

    void whateverIsTypedIsNoError()
    {
        for (const QString &words :
             {u"\""_s,    u"\"\""_s,     u"'"_s,     u"*"_s,      u"^a"_s,  u"a^"_s,      u"()"_s,
              u"(a"_s,    u"a AND"_s,    u"AND"_s,   u"+"_s,      u"a+b"_s, u"{a b}:c"_s, u"-"_s,
              u"\\"_s,    u"a\\"_s,      u"a\\'b"_s, u"'a':*"_s,  u"<->"_s, u"|"_s,       u"?"_s,
              u"a?b"_s,   u"$1"_s,       u":1"_s,    u"\u200b"_s, u"🤖"_s,  u"a🤖b"_s,    u"é\u0301\u0301"_s,
              u"हिन्दी"_s, u"a\u00adb"_s, u"½"_s,     u"Ⅷ"_s}) {
            const auto rows = table::count(*m_connection, {.table = u"movies"_s, .words = words});
            QVERIFY2(rows, qPrintable(words + u": "_s + (rows ? QString() : rows.error().detail)));
        }
    }

    void peopleAreFoundByNameAndId()
    {
        QCOMPARE(found(*m_connection, u"tom ha"_s, u"actors"_s), u"1 4"_s);
        QCOMPARE(found(*m_connection, u"weiß wolf"_s, u"actors"_s), u"3"_s);
        QCOMPARE(found(*m_connection, u"q95"_s, u"directors"_s), u"1"_s);
    }

    void theIndexFollowsTheRows()
    {
        m_isChanged = true;
        run(u"UPDATE movies SET title = 'Reloaded' WHERE movie_id = 1"_s);
        QCOMPARE(found(*m_connection, u"matrix"_s), QString());
        QCOMPARE(found(*m_connection, u"reloaded"_s), u"1"_s);
        run(u"UPDATE movies SET runtime = 1"_s); // no word changes
        QCOMPARE(found(*m_connection, u"reloaded"_s), u"1"_s);
        run(u"UPDATE actors SET name = 'Carrie-Anne Moss' WHERE actor_id = 2"_s);
        QCOMPARE(found(*m_connection, u"keanu"_s), QString());
        QCOMPARE(found(*m_connection, u"moss"_s), u"1"_s);
        run(u"UPDATE movies SET movie_id = 90 WHERE movie_id = 9"_s);
        QCOMPARE(found(*m_connection, u"istanbul"_s), u"90"_s);
        run(u"DELETE FROM movies WHERE movie_id = 90"_s);
        QCOMPARE(found(*m_connection, u"istanbul"_s), QString());
    }

    void whatIsTakenBackIsNotFound()
    {
        const auto undone = m_connection->atomically([&]() -> Result<> {
            run(u"INSERT INTO movies (movie_id, title) VALUES (50, 'Undone')"_s);
            return fail(Error::Kind::Cancelled, u"No."_s);
        });
        QVERIFY(!undone);
        QCOMPARE(found(*m_connection, u"undone"_s), QString());
    }

    void theTablesOfTheIndexAreNobodysBusiness()
    {
        const QStringList all = got(table::all(*m_connection));
        QVERIFY(all.contains(u"movies"_s));
        QCOMPARE(all.filter(u"search"_s), QStringList());
        QCOMPARE(got(table::others(*m_connection)), QStringList());
    }

    void anOlderDatabaseIsReadThrough()
    {
        m_isChanged = true;
        auto course = got(migrating::own(m_connection->engine()));
        course.target = 7;
        got(migrating::go(*m_connection, course));
        QCOMPARE(found(*m_connection, u"atrix"_s), u"1"_s);
        QCOMPARE(found(*m_connection, u"machines neo"_s), QString());
        got(migrating::go(*m_connection, got(migrating::own(m_connection->engine()))));
        QCOMPARE(found(*m_connection, u"matrix"_s), u"1"_s);
        QCOMPARE(found(*m_connection, u"atrix"_s), QString());
        QCOMPARE(drift::lines(got(drift::between(*m_connection, model::own()))), QStringList());
    }

    void everyLetterCanBeAsked()
    {
        constexpr qsizetype Many = 100; // words with hyphens between them: one question
        QStringList parts;
        for (char32_t letter = 1; letter < 0x20000; ++letter) {
            const QString part = u'x' + QString::fromUcs4(&letter, 1) + u'y';
            if (QChar::isLetterOrNumber(letter) && !tablewords::isUnspaced(part))
                parts.append(part);
        }
        QVERIFY(parts.size() > 20'000);
        for (qsizetype at = 0; at < parts.size(); at += Many) {
            const QString word = parts.sliced(at, std::min(Many, parts.size() - at)).join(u'-');
            const auto rows = table::count(*m_connection, {.table = u"genres"_s, .words = word});
            QVERIFY2(rows, qPrintable(word + (rows ? QString() : rows.error().detail)));
        }
    }

private:
    void run(const QString &statement) { QVERIFY(done(m_connection->run(statement))); }

    QString m_engine;
    bool m_isChanged = false; // a test has written: the next one gets a new database
    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
};

QTEST_GUILESS_MAIN(TestTableWords)
#include "tst_tablewords.moc"
