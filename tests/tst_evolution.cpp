#include "store.h"
#include "store/drift.h"
#include "store/migrating.h"
#include "store/newmigration.h"

#include <QDir>

using namespace Qt::Literals;
using migrating::Course;

namespace {

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

/// Of the program's own migrations.
int newest()
{
    return got(migrating::own(Connection::Engine::SQLite)).target;
}

/// A copy of the sources' schema folder, whose model a test changes.
class Schema
{
public:
    Schema()
    {
        QDir().mkpath(path(u"migrations"_s));
        const QDir own(QStringLiteral(SOURCE_DIR) + u"/schema"_s);
        QFile::copy(own.filePath(u"movie_db.json"_s), path(u"movie_db.json"_s));
        QFile::setPermissions(path(u"movie_db.json"_s), QFile::ReadUser | QFile::WriteUser);
        for (const QString &name : QDir(own.filePath(u"migrations"_s)).entryList(QDir::Files))
            QFile::copy(own.filePath(u"migrations/"_s + name), path(u"migrations/"_s + name));
    }

    QString path(const QString &file = {}) const { return m_folder.filePath(file); }

    void change(const QByteArray &from, const QByteArray &to) const
    {
        QByteArray json = contentOf(path(u"movie_db.json"_s));
        QVERIFY2(json.contains(from), from.constData());
        write(path(u"movie_db.json"_s), json.replace(from, to));
    }

    Course course(Connection::Engine engine) const
    {
        Course course{.known = got(migrations::read(path(u"migrations"_s), engine)),
                      .model = got(model::read(contentOf(path(u"movie_db.json"_s))))};
        course.target = course.known.constLast().number;
        return course;
    }

private:
    QTemporaryDir m_folder;
};

const QByteArray Staff
    = "\n"
      "    { \"name\": \"staff\", \"meaning\": \"Who works here.\", \"label\": \"name\",\n"
      "      \"columns\": [\n"
      "        { \"name\": \"staff_id\", \"type\": \"identity\", \"null\": false, \"meaning\": \"Key.\" },\n"
      "        { \"name\": \"name\", \"type\": \"text\", \"null\": false, \"meaning\": \"Name.\" },\n"
      "        { \"name\": \"movie_id\", \"references\": \"movies.movie_id\", \"meaning\": \"Favourite.\" },\n"
      "        { \"name\": \"created_at\", \"type\": \"timestamp\", \"null\": false, \"default\": "
      "\"CURRENT_TIMESTAMP\", \"meaning\": \"Made.\" },\n"
      "        { \"name\": \"updated_at\", \"type\": \"timestamp\", \"null\": false, \"default\": "
      "\"CURRENT_TIMESTAMP\", \"meaning\": \"Changed.\" }\n"
      "      ],\n"
      "      \"primary_key\": [\"staff_id\"],\n"
      "      \"unique\": [[\"name\"]],\n"
      "      \"indexes\": [{ \"name\": \"staff_movie_id_idx\", \"columns\": [\"movie_id\"] }]\n"
      "    },";

const QByteArray FirstTable = "\n    {\n      \"name\": \"movies\",";

using Replacement = std::pair<QByteArray, QByteArray>;

const QList<Replacement> StudiosAsCompanies{
    {"\"name\": \"studios\"", "\"name\": \"companies\""},
    {"\"references\": \"studios.studio_id\"", "\"references\": \"companies.studio_id\""},
    {"studios_wikidata_id_key", "companies_wikidata_id_key"},
    {"studios_name_idx", "companies_name_idx"}};

const Replacement TaglineAsSlogan{"\"name\": \"tagline\"", "\"name\": \"slogan\""};

const Replacement StarsForAll{
    "\"name\": \"box_office_currency\", \"type\": \"text\",",
    "\"name\": \"stars\", \"type\": \"integer\", \"null\": false, \"meaning\": \"Stars.\" },\n"
    "        { \"name\": \"box_office_currency\", \"type\": \"text\","};

const Replacement StaffOnlyAddedTo{"\"label\": \"name\",", "\"label\": \"name\", \"append_only\": true,"};

/// What a model can say otherwise.
void addChanges()
{
    QTest::addColumn<QString>("engine");
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<bool>("isRename");
    QTest::addColumn<QStringList>("lost");

    const auto row = [](const char *name, const QByteArray &from, const QByteArray &to, const QStringList &lost = {},
                        bool isRename = false) {
        for (const char *engine : {"sqlite", "postgresql"})
            QTest::addRow("%s, %s", name, engine) << QString::fromLatin1(engine) << from << to << isRename << lost;
    };
    const QByteArray tagline = "{ \"name\": \"tagline\", \"type\": \"text\", \"length\": 255, \"meaning\": \"The "
                               "film's slogan.\", \"edited_by\": \"person\" },";
    row("a table more", FirstTable, Staff + FirstTable);
    row("a column less", tagline, "", {u"movies.tagline"_s});
    row("a column renamed", "\"name\": \"tagline\"", "\"name\": \"slogan\"", {}, true);
    row("a column less in three tables",
        "\"name\": \"nationality\", \"type\": \"text\", \"length\": 50, \"meaning\": \"Country of citizenship.\", "
        "\"edited_by\": \"person\", \"form\": \"choice\" },\n"
        "        { \"name\": \"created_at\", \"type\": \"timestamp\", \"null\": false, \"default\": "
        "\"CURRENT_TIMESTAMP\", \"meaning\": \"When the row was made.\", \"unit\": \"UTC\" },",
        "\"name\": \"created_at\", \"type\": \"timestamp\", \"null\": false, \"default\": \"CURRENT_TIMESTAMP\", "
        "\"meaning\": \"When the row was made.\", \"unit\": \"UTC\" },",
        {u"directors.nationality"_s, u"writers.nationality"_s, u"actors.nationality"_s});
    row("words of another column", "\"search\": [\"title\", ", "\"search\": [\"title\", \"tagline\", ");
    row("words of one column less", "\"search\": [\"title\", \"original_title\", ", "\"search\": [\"title\", ");
    row("another type", "\"name\": \"rating_count\", \"type\": \"integer\"",
        "\"name\": \"rating_count\", \"type\": \"text\"");
    row("a table that another's trigger names", "\"name\": \"gone_at\", \"type\": \"timestamp\"",
        "\"name\": \"gone_at\", \"type\": \"date\"", {u"gallery_items.gone_at (from TIMESTAMP to DATE)"_s});
    row("fewer digits", "\"type\": \"numeric\", \"digits\": 15, \"decimals\": 2, \"meaning\": \"What it cost",
        "\"type\": \"numeric\", \"digits\": 15, \"decimals\": 1, \"meaning\": \"What it cost",
        {u"movies.budget (from NUMERIC(15, 2) to NUMERIC(15, 1))"_s});
    row("a shorter length, which nothing keeps", "\"name\": \"tagline\", \"type\": \"text\", \"length\": 255",
        "\"name\": \"tagline\", \"type\": \"text\", \"length\": 100");
    row("never NULL", "\"name\": \"role\", \"type\": \"text\", \"length\": 255, \"null\": false",
        "\"name\": \"role\", \"type\": \"text\", \"length\": 255");
    row("a default", "\"name\": \"runtime\", \"type\": \"integer\"",
        "\"name\": \"runtime\", \"type\": \"integer\", \"default\": \"90\"");
    row("a reference less", "{ \"name\": \"director_id\", \"references\": \"directors.director_id\", \"meaning\"",
        "{ \"name\": \"director_id\", \"type\": \"integer\", \"meaning\"");
    row("a column with a reference less",
        "{ \"name\": \"writer_id\", \"references\": \"writers.writer_id\", \"meaning\": \"First writer; movie_writers "
        "holds all.\", \"edited_by\": \"person\" },",
        "", {u"movies.writer_id"_s});
    row("another index", "\"name\": \"movies_imdb_id_idx\", \"columns\": [\"imdb_id\"]",
        "\"name\": \"movies_imdb_id_idx\", \"columns\": [\"imdb_id\", \"title\"]");
    row("another constraint", "\"unique\": [[\"source\", \"source_key\"]]", "\"unique\": [[\"source_key\"]]");
}

Result<bool> yes(const QString &)
{
    return true;
}
Result<bool> no(const QString &)
{
    return false;
}

}

/// From a changed model to the migration that leads there, on both engines.
class TestEvolution : public QObject
{
    Q_OBJECT

private slots:
    void withoutAChangeNothingIsWritten()
    {
        const Schema schema;
        QVERIFY(got(newmigration::write(schema.path(), u"nothing"_s, no)).files.isEmpty());
    }

    void whatIsWrittenLeadsToTheModelAndBack_data() { addChanges(); }
    void whatIsWrittenLeadsToTheModelAndBack()
    {
        QFETCH(QString, engine);
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(bool, isRename);
        QFETCH(QStringList, lost);
        SKIP_WITHOUT_SERVER(engine);
        Schema schema;
        schema.change(from, to);
        const auto written = got(newmigration::write(schema.path(), u"Try it:\n here!"_s, isRename ? yes : no));
        QCOMPARE(written.files.size(), 4);
        QVERIFY(
            written.files.constFirst().endsWith(u"/%1_try_it_here.sqlite.sql"_s.arg(newest() + 1, 4, 10, QChar(u'0'))));
        QCOMPARE(written.lost, lost);
        QCOMPARE(contentOf(written.files.constFirst()).contains("-- DESTRUCTIVE: loses"), !lost.isEmpty());

        TestStore store(engine);
        Connection &connection = store.connect();
        fill(connection);
        const Course up = schema.course(connection.engine());
        got(migrating::go(connection, up));
        QCOMPARE(drift::lines(got(drift::between(connection, up.model))), QStringList());
        QCOMPARE(taglineOf(connection, isRename ? u"slogan"_s : u"title"_s), isRename ? u"A slogan"_s : u"Dune"_s);

        Course down = up;
        down.target = newest();
        got(migrating::go(connection, down));
        QStringList left = drift::lines(got(drift::between(connection, model::own())));
        left.removeIf(
            [](const QString &line) { return line.contains("order of columns"_L1); }); // added again at the end
        QCOMPARE(left, QStringList());
        got(migrating::go(connection, up));
        QCOMPARE(drift::lines(got(drift::between(connection, up.model))), QStringList());

        TestStore fresh(engine);
        Connection &whole = fresh.connectAsItIs();
        got(migrating::go(whole, up));
        QCOMPARE(drift::lines(got(drift::between(whole, up.model))), QStringList());
    }

    void aTableCanBeRenamed_data() { TestStore::addEngines(); }
    void aTableCanBeRenamed()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Schema schema;
        for (const auto &[from, to] : StudiosAsCompanies)
            schema.change(from, to);
        QStringList asked;
        const auto written = got(newmigration::write(schema.path(), u"companies"_s, [&](const QString &question) {
            asked.append(question);
            return Result<bool>(true);
        }));
        QCOMPARE(asked, QStringList{u"Is companies what was studios, under a new name?"_s});
        QCOMPARE(written.lost, QStringList());
        TestStore store(engine);
        Connection &connection = store.connect();
        fill(connection);
        const Course up = schema.course(connection.engine());
        Course losing = up;
        losing.known.last().sql += u"\n\nUPDATE movies SET studio_id = NULL;\n\nDELETE FROM companies;\n"_s;
        const auto lost = migrating::go(connection, losing);
        QVERIFY(!lost && lost.error().detail.contains(u"companies: 1 rows before, 0 after"_s));
        QCOMPARE(got(migrating::go(connection, up)).lost, QStringList());
        QCOMPARE(drift::lines(got(drift::between(connection, up.model))), QStringList());
        QCOMPARE(got(connection.insert(u"SELECT studio_id FROM companies"_s, {})), 3);
        QVERIFY(done(connection.run(u"UPDATE companies SET name = 'B'"_s)));

        Course down = up;
        down.target = newest();
        QCOMPARE(got(migrating::go(connection, down)).lost, QStringList());
        QCOMPARE(got(connection.insert(u"SELECT studio_id FROM studios"_s, {})), 3);
        QCOMPARE(got(migrating::go(connection, up)).to, up.target);
        QCOMPARE(drift::lines(got(drift::between(connection, up.model))), QStringList());
    }

    void aRenameIsAskedForNotGuessed()
    {
        Schema schema;
        schema.change(TaglineAsSlogan.first, TaglineAsSlogan.second);
        QStringList asked;
        const auto unanswered = newmigration::write(schema.path(), u"slogan"_s, [&](const QString &question) {
            asked.append(question);
            return Result<bool>(fail(Error::Kind::Invalid, u"nobody is here"_s));
        });
        QCOMPARE(asked, QStringList{u"Is movies.slogan what was movies.tagline, under a new name?"_s});
        QVERIFY(!unanswered);
        QCOMPARE(QDir(schema.path(u"migrations"_s)).entryList({u"*_slogan*"_s}), QStringList());
    }

    void alsoWhatIsUnlikeIsAskedFor()
    {
        Schema schema;
        schema.change("\"name\": \"tagline\", \"type\": \"text\", \"length\": 255",
                      "\"name\": \"slogan\", \"type\": \"integer\"");
        schema.change("\"name\": \"runtime\", \"type\": \"integer\"", "\"name\": \"minutes\", \"type\": \"integer\"");
        QStringList asked;
        std::ignore = newmigration::write(schema.path(), u"unlike"_s, [&](const QString &question) {
            asked.append(question.section(u',', 0, 0));
            return Result<bool>(false);
        });
        QCOMPARE(asked.first(4),
                 QStringList(
                     {u"Is movies.slogan what was movies.runtime"_s, u"Is movies.slogan what was movies.tagline"_s,
                      u"Is movies.minutes what was movies.runtime"_s, u"Is movies.minutes what was movies.tagline"_s}));
    }

    void whatCannotBeDoneIsSaid()
    {
        Schema schema;
        schema.change(StarsForAll.first, StarsForAll.second);
        const auto written = newmigration::write(schema.path(), u"stars"_s, no);
        QVERIFY(!written);
        QVERIFY(written.error().detail.contains(u"movies.stars is new, may not be NULL and has no default"_s));
        QVERIFY(written.error().detail.contains(u"movies.box_office_currency stands behind a new column"_s));
        QVERIFY(!newmigration::write(schema.path(u"nowhere"_s), u"stars"_s, no));
    }

    void theWordsOfARenamedTableAndColumnAreFound_data() { TestStore::addEngines(); }
    void theWordsOfARenamedTableAndColumnAreFound()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Schema schema;
        for (const auto &[from, to] : StudiosAsCompanies)
            schema.change(from, to);
        schema.change("original_title", "first_title");
        QVERIFY(!got(newmigration::write(schema.path(), u"renamed"_s, yes)).files.isEmpty());

        TestStore store(engine);
        Connection &connection = store.connect();
        fill(connection);
        const Course up = schema.course(connection.engine());
        got(migrating::go(connection, up));
        QCOMPARE(drift::lines(got(drift::between(connection, up.model))), QStringList());
        QVERIFY(done(connection.run(u"UPDATE companies SET name = 'Legendary'"_s)));
        QVERIFY(done(connection.run(u"UPDATE movies SET first_title = 'Arrakis'"_s)));
        if (engine == "sqlite"_L1) {
            const QString asked = u"SELECT COUNT(*) FROM %1 WHERE %1 MATCH ?"_s;
            QCOMPARE(got(connection.insert(asked.arg(u"companies_search"_s), {u"legen*"_s})), 1);
            QCOMPARE(got(connection.insert(asked.arg(u"movies_search"_s), {u"arrakis"_s})), 1);
            QCOMPARE(got(connection.insert(asked.arg(u"movies_search"_s), {u"dune"_s})), 1);
        }
    }

    void triggersOfOneSHandAreNamed()
    {
        Schema schema;
        QByteArray staff = Staff;
        staff.replace(StaffOnlyAddedTo.first, StaffOnlyAddedTo.second);
        schema.change(FirstTable, staff + FirstTable);
        QCOMPARE(got(newmigration::write(schema.path(), u"staff"_s, no)).byHand,
                 QStringList({u"staff_are_not_changed"_s, u"staff_are_not_removed"_s}));
    }

private:
    static void fill(Connection &connection)
    {
        QVERIFY(done(connection.run(u"INSERT INTO studios (studio_id, name) VALUES (3, 'A')"_s)));
        QVERIFY(
            done(connection.run(u"INSERT INTO movies (title, tagline, studio_id) VALUES ('Dune', 'A slogan', 3)"_s)));
    }

    static QString taglineOf(Connection &connection, const QString &column)
    {
        return got(connection.first(u"SELECT %1 FROM movies"_s.arg(column), {},
                                    [](const Rows &row) { return row.value(0).toString(); }))
            .value_or(QString());
    }
};

QTEST_GUILESS_MAIN(TestEvolution)
#include "tst_evolution.moc"
