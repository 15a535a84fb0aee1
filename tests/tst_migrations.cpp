#include "store.h"
#include "store/migrations.h"
#include "store/modelsql.h"
#include "store/table.h"

#include <QRegularExpression>

using namespace Qt::Literals;

namespace {

/// The journal's data model, written down once more: NAME TYPE NULLABLE DEFAULT, as its get_table_info prints it.
const QHash<QString, QStringList> Journal{
    {u"directors"_s,
     {u"director_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"dob DATE True"_s, u"bio TEXT True"_s,
      u"nationality VARCHAR(50) True"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"writers"_s,
     {u"writer_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"dob DATE True"_s, u"bio TEXT True"_s,
      u"nationality VARCHAR(50) True"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"studios"_s,
     {u"studio_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"location VARCHAR(255) True"_s,
      u"founded DATE True"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"distributors"_s,
     {u"distributor_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"location VARCHAR(255) True"_s,
      u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s, u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"actors"_s,
     {u"actor_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"dob DATE True"_s, u"bio TEXT True"_s,
      u"nationality VARCHAR(50) True"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"genres"_s,
     {u"genre_id INTEGER False"_s, u"name VARCHAR(255) False"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"movies"_s,
     {u"movie_id INTEGER False"_s,
      u"title VARCHAR(255) False"_s,
      u"original_title VARCHAR(255) True"_s,
      u"tagline VARCHAR(255) True"_s,
      u"plot TEXT True"_s,
      u"language VARCHAR(50) True"_s,
      u"country VARCHAR(50) True"_s,
      u"release_date DATE True"_s,
      u"runtime INTEGER True"_s,
      u"budget NUMERIC(15, 2) True"_s,
      u"box_office NUMERIC(15, 2) True"_s,
      u"rating NUMERIC(3, 1) True"_s,
      u"rating_count INTEGER True"_s,
      u"director_id INTEGER True"_s,
      u"writer_id INTEGER True"_s,
      u"studio_id INTEGER True"_s,
      u"distributor_id INTEGER True"_s,
      u"poster_url VARCHAR(255) True"_s,
      u"trailer_url VARCHAR(255) True"_s,
      u"age_rating VARCHAR(10) True"_s,
      u"imdb_id VARCHAR(50) True"_s,
      u"tmdb_id VARCHAR(50) True"_s,
      u"homepage VARCHAR(255) True"_s,
      u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"ratings"_s,
     {u"rating_id INTEGER False"_s, u"movie_id INTEGER False"_s, u"source VARCHAR(255) False"_s,
      u"score NUMERIC(3, 1) False"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"cast"_s,
     {u"cast_id INTEGER False"_s, u"movie_id INTEGER False"_s, u"actor_id INTEGER False"_s,
      u"role VARCHAR(255) False"_s, u"billing_order INTEGER True"_s, u"created_at TIMESTAMP False CURRENT_TIMESTAMP"_s,
      u"updated_at TIMESTAMP False CURRENT_TIMESTAMP"_s}},
    {u"movie_genres"_s, {u"movie_id INTEGER False"_s, u"genre_id INTEGER False"_s}},
};

QString printed(const table::Column &column)
{
    return u"%1 %2 %3 %4"_s.arg(column.name, column.type, column.nullable ? u"True"_s : u"False"_s, column.defaultValue)
        .trimmed();
}

QStringList names(const QList<table::Column> &columns)
{
    QStringList names;
    for (const auto &column : columns)
        names.append(u"%1 %2"_s.arg(column.name).arg(column.nullable));
    return names;
}

}

namespace {

/// A row with the key 1, which refers to others of that key, and was written long ago.
void insertOld(Connection &connection, const model::Table &table)
{
    QStringList columns;
    QStringList values;
    for (const model::Column &column : table.columns) {
        const bool isTime = column.name == "created_at"_L1 || column.name == "updated_at"_L1;
        if (!isTime && (column.isNullable || !column.defaultValue.isEmpty()))
            continue;
        columns.append(connection.quoted(column.name));
        values.append(isTime ? u"'2020-01-01 00:00:00'"_s : column.type == model::Type::Text ? u"'x'"_s : u"1"_s);
    }
    QVERIFY(done(connection.run(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(connection.quoted(table.name),
                                                                         columns.join(u", "), values.join(u", ")))));
}

}

class TestMigrations : public QObject
{
    Q_OBJECT

private slots:
    void statementsEndAtAnEmptyLine()
    {
        const auto statements = migrations::statements(u"-- first\nCREATE TABLE a (b TEXT);\n\n"
                                                       "CREATE TRIGGER t AFTER UPDATE ON a BEGIN\n    DELETE FROM a;\n"
                                                       "END;\n"_s);
        QCOMPARE(statements.size(), 2);
        QVERIFY(statements[1].endsWith(u"END"_s));
        QCOMPARE(migrations::statements(u"-- first\n\nDROP TABLE a;\n\n-- nothing more\n"_s).size(), 1);
        QCOMPARE(migrations::statements(u"-- nothing\n\n;\n"_s), QStringList());
    }

    void aCommentDoesNotChangeTheChecksum()
    {
        const auto sum = migrations::checksum(u"CREATE TABLE a (b TEXT);\n"_s);
        QCOMPARE(migrations::checksum(u"-- what it is for\nCREATE  TABLE a\n(b TEXT);  -- really\n"_s), sum);
        QCOMPARE(migrations::checksum(u"/* what\nit is for */CREATE TABLE a (b TEXT);"_s), sum);
        QVERIFY(migrations::checksum(u"CREATE TABLE a (c TEXT);\n"_s) != sum);
    }

    void aTextWithinQuotesDoesChangeIt()
    {
        const auto sum = migrations::checksum(u"UPDATE a SET b = 'it''s -- so';"_s);
        QVERIFY(migrations::checksum(u"UPDATE a SET b = 'it''s -- not so';"_s) != sum);
        QVERIFY(migrations::checksum(u"UPDATE a SET b = 'it''s  -- so';"_s) != sum);
        QCOMPARE(migrations::checksum(u"UPDATE a  SET b = 'it''s -- so'; -- now"_s), sum);
    }

    void bothEnginesHaveTheSameSteps()
    {
        const auto sqlite = got(migrations::known(Connection::Engine::SQLite));
        const auto postgresql = got(migrations::known(Connection::Engine::PostgreSQL));
        QVERIFY(!sqlite.isEmpty());
        QCOMPARE(sqlite.size(), postgresql.size());
        for (qsizetype i = 0; i < sqlite.size(); ++i) {
            QVERIFY(!sqlite[i].down.isEmpty() && !postgresql[i].down.isEmpty());
            QCOMPARE(sqlite[i].number, int(i + 1));
            QCOMPARE(sqlite[i].name, postgresql[i].name);
        }
    }

    void theFirstStepMakesTheJournalsTables()
    {
        auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"first"_s);
        database.setDatabaseName(u":memory:"_s);
        QVERIFY(database.open());
        Connection connection(database);
        const auto steps = got(migrations::known(Connection::Engine::SQLite));
        for (const QString &statement : migrations::statements(steps.constFirst().sql))
            QVERIFY(done(connection.run(statement)));
        QCOMPARE(got(table::names(connection)).size(), Journal.size());
        for (const auto &[name, columns] : Journal.asKeyValueRange()) {
            QStringList found;
            for (const auto &column : got(table::info(connection, name)).columns)
                found.append(printed(column));
            QCOMPARE(found, columns);
        }
    }

    void theJournalsColumnsComeFirstAfterAllSteps_data() { TestStore::addEngines(); }
    void theJournalsColumnsComeFirstAfterAllSteps()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        for (const auto &[name, columns] : Journal.asKeyValueRange()) {
            const auto found = got(table::info(connection, name)).columns;
            for (qsizetype i = 0; i < columns.size(); ++i) {
                QString expected = columns[i];
                if (engine == u"postgresql"_s && printed(found[i]).contains(u" TEXT"_s)) // widened: nothing is cut
                    expected.replace(QRegularExpression(u"VARCHAR\\(\\d+\\)"_s), u"TEXT"_s);
                QCOMPARE(printed(found[i]), expected);
            }
        }
    }

    void keysAndConstraintsAreNamedAsTheJournalPrintsThem_data() { TestStore::addEngines(); }
    void keysAndConstraintsAreNamedAsTheJournalPrintsThem()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        const auto movies = got(table::info(connection, u"movies"_s));
        QCOMPARE(movies.primaryKey, QStringList{u"movie_id"_s});
        QStringList constraints = movies.constraints;
        constraints.sort();
        QCOMPARE(constraints,
                 QStringList({u"movies_director_id_fkey"_s, u"movies_distributor_id_fkey"_s, u"movies_pkey"_s,
                              u"movies_studio_id_fkey"_s, u"movies_writer_id_fkey"_s}));
        QStringList keys;
        for (const auto &key : movies.foreignKeys)
            keys.append(u"%1 %2 %3.%4"_s.arg(key.constraint, key.column, key.table, key.referenced));
        keys.sort();
        QCOMPARE(keys.constFirst(), u"movies_director_id_fkey director_id directors.director_id"_s);
        QCOMPARE(keys.size(), 4);

        const auto genres = got(table::info(connection, u"movie_genres"_s));
        QCOMPARE(genres.primaryKey, QStringList({u"movie_id"_s, u"genre_id"_s}));
        QVERIFY(genres.constraints.contains(u"movie_genres_pkey"_s));
        QVERIFY(genres.constraints.contains(u"movie_genres_source_id_fkey"_s));
    }

    void bothEnginesHaveTheSameColumns()
    {
        if (TestStore::server().isEmpty())
            QSKIP("PostgreSQL: CINETECA_TEST_POSTGRESQL names no server");
        TestStore sqlite(u"sqlite"_s);
        TestStore postgresql(u"postgresql"_s);
        Connection &one = sqlite.connect();
        Connection &other = postgresql.connect();
        QCOMPARE(got(table::names(one)), got(table::names(other)));
        for (const QString &name : got(table::names(one)))
            QCOMPARE(names(got(table::info(one, name)).columns), names(got(table::info(other, name)).columns));
    }

    void everyStepIsRecordedOnce_data() { TestStore::addEngines(); }
    void everyStepIsRecordedOnce()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        const auto known = got(migrations::known(store.connect().engine()));
        const auto applied = got(migrations::applied(store.connect())); // opened again: nothing is left to do
        QCOMPARE(applied.size(), known.size());
        for (qsizetype i = 0; i < known.size(); ++i)
            QCOMPARE(applied[i].checksum, known[i].checksum);
    }

    void anotherBuildsStepIsRefused()
    {
        TestStore store(u"sqlite"_s);
        QVERIFY(store.connect().run(u"UPDATE schema_migrations SET checksum = 'x' WHERE number = 2"_s));
        const auto opened = opening::open(store.address(), u"again"_s);
        QVERIFY(!opened);
        QVERIFY(opened.error().message.contains(u"another build"_s));
        QSqlDatabase::removeDatabase(u"again"_s);
    }

    void updatedAtMoves_data() { TestStore::addEngines(); }
    void updatedAtMoves()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        int tables = 0;
        for (const model::Table &table : modelsql::inOrder(model::own())) {
            if (!table.column(u"updated_at"_s))
                continue;
            ++tables;
            insertOld(connection, table);
            const QString name = connection.quoted(table.name);
            QVERIFY(done(connection.run(u"UPDATE %1 SET created_at = '2020-01-02 00:00:00'"_s.arg(name))));
            const auto moved = connection.first(
                u"SELECT updated_at > '2021-01-01' FROM %1 WHERE %2 = ?"_s.arg(name, table.primaryKey.constFirst()),
                {1}, [](const Rows &row) { return row.value(0).toBool(); });
            QVERIFY2(got(moved) == true, qPrintable(table.name));
        }
        QCOMPARE(tables, 9);
    }

    void decisionsAreOnlyAddedTo_data() { TestStore::addEngines(); }
    void decisionsAreOnlyAddedTo()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(connection.run(u"INSERT INTO galleries (gallery_id, source, country, provider, name, url, filter) "
                               "VALUES (1, 'file', '', '', '', '', '')"_s));
        QVERIFY(connection.run(u"INSERT INTO items (item_id, source, source_key, list_id, title, directors, actors, "
                               "countries, url, gallery_id, stage) "
                               "VALUES (1, 'file', 'a', '', 'Dune', '', '', '', '', 1, 'listed')"_s));
        QVERIFY(connection.run(u"INSERT INTO decisions (item_id, verdict, judge, who, reason, decided_at) "
                               "VALUES (1, 'rejected', 'person', 'ann', '', CURRENT_TIMESTAMP)"_s));
        QVERIFY(!connection.run(u"UPDATE decisions SET verdict = 'accepted'"_s));
        QVERIFY(!connection.run(u"DELETE FROM decisions"_s));
    }

    void foreignKeysAreKept_data() { TestStore::addEngines(); }
    void foreignKeysAreKept()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        QVERIFY(!store.connect().run(u"INSERT INTO ratings (movie_id, source, score) VALUES (404, 'IMDb', 8)"_s));
    }
};

QTEST_GUILESS_MAIN(TestMigrations)
#include "tst_migrations.moc"
