#include "store.h"
#include "store/drift.h"
#include "store/modelsql.h"
#include "store/searchsql.h"

#include <ranges>

using namespace Qt::Literals;

/// Databases of both engines against the model.
class TestDrift : public QObject
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
    }
    void cleanup() { m_store.reset(); }

    void allMigrationsAreTheModel() { QCOMPARE(differences(), QStringList()); }

    void theModelsOwnSqlIsTheModel()
    {
        QFETCH_GLOBAL(QString, engine);
        const auto tables = modelsql::inOrder(model::own());
        const bool sqlite = engine == "sqlite"_L1;
        for (const auto &table : tables | std::views::reverse)
            run(u"DROP TABLE %1%2"_s.arg(modelsql::quoted(table.name), sqlite ? QString() : u" CASCADE"_s));
        for (const auto &table : tables) {
            if (sqlite && !table.search.isEmpty())
                run(u"DROP TABLE "_s + searchsql::name(table.name));
        }
        for (const auto &table : tables) {
            run(modelsql::createTable(table, m_connection->engine()));
            for (const auto &index : table.indexes)
                run(modelsql::createIndex(table, index));
            if (const QString trigger = modelsql::createTrigger(table, m_connection->engine()); !trigger.isEmpty())
                run(trigger);
            for (const QString &statement : searchsql::create(table, m_connection->engine()))
                run(statement);
        }
        QStringList left = differences();
        left.removeIf([](const QString &line) { return line.contains("(trigger"_L1); }); // those written by hand
        QCOMPARE(left, QStringList());
        QVERIFY(differences().contains(u"items (trigger items_state_followed): the trigger is missing"_s));
    }

    void everyDifferenceIsALine_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("line");

        const auto row
            = [](const char *name, const QString &sql, const QString &line) { QTest::newRow(name) << sql << line; };
        row("a table is missing", u"DROP TABLE unread_values"_s, u"unread_values: the table is missing"_s);
        row("a table too many", u"CREATE TABLE staff (id INTEGER)"_s, u"staff: the table is not in the model"_s);
        row("a column is missing", u"ALTER TABLE movies DROP COLUMN tagline"_s,
            u"movies.tagline: the column is missing"_s);
        row("a column too many", u"ALTER TABLE movies ADD COLUMN stars INTEGER"_s,
            u"movies.stars: the column is not in the model"_s);
        row("a column renamed", u"ALTER TABLE movies RENAME COLUMN tagline TO slogan"_s,
            u"movies.tagline: the column is missing\nmovies.slogan: the column is not in the model"_s);
        row("an index is missing", u"DROP INDEX movies_imdb_id_idx"_s,
            u"movies (index movies_imdb_id_idx): the index is missing"_s);
        row("an index too many", u"CREATE INDEX mine ON movies (runtime)"_s,
            u"movies (index mine): the index is not in the model"_s);
        row("another index of the name",
            u"DROP INDEX movies_imdb_id_idx; CREATE UNIQUE INDEX movies_imdb_id_idx ON movies (tmdb_id) "
            "WHERE tmdb_id IS NOT NULL"_s,
            u"movies (index movies_imdb_id_idx): columns is tmdb_id, imdb_id in the model\n"
            "movies (index movies_imdb_id_idx): condition is tmdb_id IS NOT NULL, none in the model\n"
            "movies (index movies_imdb_id_idx): is unique, is not unique in the model"_s);
    }
    void everyDifferenceIsALine()
    {
        QFETCH(QString, sql);
        QFETCH(QString, line);
        for (const QString &statement : sql.split(u"; "_s))
            run(statement);
        QCOMPARE(differences().join(u'\n'), line);
    }

    void anIndexOfWordsIsCompared()
    {
        QFETCH_GLOBAL(QString, engine);
        const bool sqlite = engine == "sqlite"_L1;
        run(sqlite ? u"DROP TABLE genres_search"_s : u"DROP INDEX genres_search"_s);
        QCOMPARE(differences(), QStringList{u"genres (index genres_search): the index of its words is missing"_s});
        run(sqlite ? u"CREATE VIRTUAL TABLE genres_search USING fts5(name)"_s
                   : u"CREATE INDEX genres_search ON genres USING gin (search_words('x' || name))"_s);
        QCOMPARE(differences(), QStringList{u"genres (index genres_search): it keeps other words than in the model"_s});
    }

    void whatKeepsAnIndexOfWordsIsCompared()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine == "sqlite"_L1) {
            run(u"DROP TRIGGER genres_search_removed"_s);
            QCOMPARE(differences(), QStringList{u"genres (trigger genres_search_removed): the trigger is missing"_s});
            return;
        }
        run(u"CREATE OR REPLACE FUNCTION search_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS "
            "$$ SELECT to_tsvector('simple', words) $$"_s);
        QCOMPARE(differences().filter(u"it keeps other words than in the model"_s).size(), 7);
    }

    void aColumnOfAnotherKindIsALine()
    {
        QFETCH_GLOBAL(QString, engine);
        run(u"ALTER TABLE movies DROP COLUMN runtime"_s);
        run(u"ALTER TABLE movies ADD COLUMN runtime TEXT NOT NULL DEFAULT 'long'"_s);
        const QStringList lines = differences();
        QVERIFY(lines.contains(u"movies.runtime: type is TEXT, INTEGER in the model"_s));
        QVERIFY(lines.contains(u"movies.runtime: default is 'long', none in the model"_s));
        QVERIFY(lines.contains(u"movies.runtime: may not be NULL, may in the model"_s));
        QCOMPARE(lines.filter(u"movies: order of columns"_s).size(), 1);
        QCOMPARE(lines.size(), 4);
    }

    void aTriggerIsMissed()
    {
        QFETCH_GLOBAL(QString, engine);
        run(engine == "sqlite"_L1 ? u"DROP TRIGGER movies_updated_at"_s
                                  : u"DROP TRIGGER movies_updated_at ON movies"_s);
        QCOMPARE(differences(), QStringList{u"movies (trigger movies_updated_at): the trigger is missing"_s});
    }

    void aTriggerThatDoesSomethingElseIsALine()
    {
        QFETCH_GLOBAL(QString, engine);
        const bool sqlite = engine == "sqlite"_L1;
        run(sqlite ? u"DROP TRIGGER movies_updated_at"_s : u"DROP TRIGGER movies_updated_at ON movies"_s);
        run(sqlite ? u"CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW BEGIN SELECT 1; END"_s
                   : u"CREATE TRIGGER movies_updated_at AFTER UPDATE ON movies FOR EACH ROW "
                     "EXECUTE FUNCTION touch_row()"_s);
        QCOMPARE(differences(),
                 QStringList{u"movies (trigger movies_updated_at): it does something else than in the model"_s});
        if (sqlite)
            return;
        run(u"ALTER TABLE ratings DISABLE TRIGGER ratings_updated_at"_s);
        QCOMPARE(differences().last(), u"ratings (trigger ratings_updated_at): the trigger is switched off"_s);
    }

    void aKeyThatCountsNoMoreIsALine()
    {
        QFETCH_GLOBAL(QString, engine);
        if (engine == "sqlite"_L1)
            QSKIP("In a file the key's type alone makes it count.");
        run(u"ALTER TABLE movies ALTER COLUMN movie_id DROP DEFAULT"_s);
        run(u"ALTER TABLE sources ALTER COLUMN source_id DROP IDENTITY"_s);
        const QString line = u"%1: a new row gets no number by itself, it does in the model"_s;
        QCOMPARE(differences(), (QStringList{line.arg(u"movies.movie_id"_s), line.arg(u"sources.source_id"_s)}));
    }

    void conditionsAndActionsAreLines()
    {
        run(u"ALTER TABLE ratings ADD COLUMN stars INTEGER CONSTRAINT few CHECK (stars < 6)"_s);
        run(u"DROP TABLE unread_values"_s);
        run(u"CREATE TABLE unread_values (value_id INTEGER NOT NULL, movie_id INTEGER NOT NULL "
            "CONSTRAINT unread_values_movie_id_fkey REFERENCES movies (movie_id) ON DELETE CASCADE)"_s);
        const QStringList lines = differences();
        QVERIFY(lines.contains(u"ratings (check stars < 6): the condition is not in the model"_s));
        QVERIFY(lines.contains(u"unread_values (constraint unread_values_movie_id_fkey): action is ON DELETE CASCADE, "
                               "none in the model"_s));
    }

    void constraintsWithoutTheirNamesAreLines()
    {
        QFETCH_GLOBAL(QString, engine);
        run(u"DROP TABLE unread_values"_s);
        run(engine == "sqlite"_L1 ? u"DROP TABLE crawl_notes"_s : u"DROP TABLE crawl_notes CASCADE"_s);
        run(u"CREATE TABLE crawl_notes (note_id BIGINT NOT NULL PRIMARY KEY, crawl_id BIGINT NOT NULL "
            "CONSTRAINT mine REFERENCES galleries (gallery_id))"_s);
        const QStringList lines = differences();
        QVERIFY(lines.contains(u"crawl_notes (constraint crawl_notes_crawl_id_fkey): name is mine, "
                               "crawl_notes_crawl_id_fkey in the model"_s));
        QVERIFY(lines.contains(u"crawl_notes (constraint crawl_notes_crawl_id_fkey): reference is "
                               "galleries.gallery_id, crawls.crawl_id in the model"_s));
        QCOMPARE(lines.contains(u"crawl_notes (constraint crawl_notes_pkey): the key has another name, or none"_s),
                 engine == "sqlite"_L1); // the server gives it just this name
    }

private:
    void run(const QString &sql)
    {
        const auto ran = m_connection->run(sql);
        QVERIFY2(ran, ran ? "" : qPrintable(ran.error().detail));
    }

    QStringList differences() { return drift::lines(got(drift::between(*m_connection, model::own()))); }

    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
};

QTEST_GUILESS_MAIN(TestDrift)
#include "tst_drift.moc"
