#include "store.h"
#include "store/console.h"
#include "store/database.h"
#include "store/packed.h"
#include "store/rawanswers.h"

using namespace Qt::Literals;
using namespace std::chrono_literals;
using console::Answer;
using console::Trouble;
using console::Way;

namespace {

const QString Endless
    = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n WHERE i < 0"_s;

Answer answerOf(const QFuture<Console::Told> &told)
{
    if (!QTest::qWaitFor([&] { return told.isFinished(); }, 30'000))
        QTest::qFail("no answer came", __FILE__, __LINE__);
    return got(told.isFinished() ? told.result() : Console::Told());
}

/// A console on a database with some genres.
struct Desk
{
    explicit Desk(const QString &engine)
        : store(engine)
        , database(store.address())
        , console(database)
    {
        const auto work = [](Connection &connection) {
            return connection.run(u"INSERT INTO genres (name) VALUES ('Drama'), ('Comedy'), ('Western')"_s);
        };
        done(QCoro::waitFor(database.run(work)));
    }

    QFuture<Console::Told> begin(const QString &typed, Way way = Way::Read)
    {
        question.statements = statements::split(typed, console.engine());
        question.way = way;
        return console.ask(question);
    }
    Answer ask(const QString &typed, Way way = Way::Read) { return answerOf(begin(typed, way)); }

    qint64 count()
    {
        return got(QCoro::waitFor(database.read(
            [](Connection &connection) { return connection.insert(u"SELECT COUNT(*) FROM genres"_s, {}); })));
    }

    TestStore store;
    Database database;
    Console console;
    console::Question question;
};

}

/// The console over both engines.
class TestConsole : public QObject
{
    Q_OBJECT

private slots:
    void manyStatementsBringTheirRows_data() { TestStore::addEngines(); }
    void manyStatementsBringTheirRows()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer answer = desk.ask(u"SELECT name, NULL AS missing, '' AS empty, 0 AS zero FROM genres ORDER BY "
                                       "genre_id; SELECT 'a;b' AS text"_s);
        QVERIFY2(!answer.trouble, qUtf8Printable(answer.trouble ? answer.trouble->message : QString()));
        QCOMPARE(answer.outcomes.size(), 2);
        QCOMPARE(answer.outcomes[0].columns, QStringList({u"name"_s, u"missing"_s, u"empty"_s, u"zero"_s}));
        QCOMPARE(answer.outcomes[0].rows.size(), 3);
        const QVariantList first = answer.outcomes[0].rows[0];
        QCOMPARE(first[0].toString(), u"Drama"_s);
        QVERIFY(!first[1].isValid());
        QVERIFY(first[2].isValid() && first[2].toString().isEmpty());
        QCOMPARE(first[3].toInt(), 0);
        QCOMPARE(answer.outcomes[1].rows, QList<QVariantList>{{u"a;b"_s}});
    }

    void noMoreRowsComeThanAreWanted_data() { TestStore::addEngines(); }
    void noMoreRowsComeThanAreWanted()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const QString many = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) "
                             "SELECT i FROM n"_s;
        desk.question.mostRows = 1100;
        const Answer cut = desk.ask(many);
        QVERIFY(cut.outcomes.value(0).isCut);
        QCOMPARE(cut.outcomes[0].rows.size(), 1100);
        QCOMPARE(cut.outcomes[0].rows.last()[0].toInt(), 1100);
        desk.question.mostRows = 1200;
        const Answer whole = desk.ask(many);
        QVERIFY(!whole.outcomes.value(0).isCut);
        QCOMPARE(whole.outcomes[0].rows.size(), 1200);
        QCOMPARE(desk.console.rowsRead(), 1200);
    }

    void anEndlessQueryIsStoppedFromOutside_data() { TestStore::addEngines(); }
    void anEndlessQueryIsStoppedFromOutside()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const auto answer = desk.begin(Endless);
        QCOMPARE(desk.count(), 3); // nobody else waits for it
        QVERIFY(desk.console.isRunning());
        desk.console.stop();
        const Answer stopped = answerOf(answer);
        QVERIFY(stopped.trouble);
        QCOMPARE(stopped.trouble->kind, Trouble::Kind::Stopped);
        QCOMPARE(desk.ask(u"SELECT 1 AS one"_s).outcomes.size(), 1); // and it goes on
    }

    void aStopAsItBeginsIsNotLost_data() { TestStore::addEngines(); }
    void aStopAsItBeginsIsNotLost()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        for (int i = 0; i < 10; ++i) {
            const auto answer = desk.begin(Endless);
            desk.console.stop();
            const Answer stopped = answerOf(answer);
            QCOMPARE(stopped.trouble.value_or(Trouble{}).kind, Trouble::Kind::Stopped);
        }
    }

    void whatTakesTooLongIsEnded_data() { TestStore::addEngines(); }
    void whatTakesTooLongIsEnded()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        desk.question.longest = 50ms;
        const Answer answer = desk.ask(Endless);
        QCOMPARE(answer.trouble.value_or(Trouble{}).kind, Trouble::Kind::TookTooLong);
    }

    void aConsoleThatGoesEndsWhatRuns_data() { TestStore::addEngines(); }
    void aConsoleThatGoesEndsWhatRuns()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        auto other = std::make_unique<Console>(desk.database);
        const auto answer = other->ask({.statements = statements::split(Endless, other->engine()), .longest = 0ms});
        other.reset();
        QVERIFY(answer.isFinished());
    }

    void readingCannotWrite_data() { TestStore::addEngines(); }
    void readingCannotWrite()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer refused = desk.ask(u"SELECT 1; DELETE FROM genres WHERE name = 'Drama'"_s);
        QCOMPARE(refused.trouble.value_or(Trouble{}).kind, Trouble::Kind::NeedsWriting);
        QVERIFY(refused.outcomes.isEmpty()); // before anything ran
        if (engine == "postgresql"_L1) { // nor does a function that we do not know
            const Answer dodged = desk.ask(u"SELECT set_config('transaction_read_only', 'off', true)"_s);
            QCOMPARE(dodged.trouble.value_or(Trouble{}).kind, Trouble::Kind::Failed);
            const Answer hidden = desk.ask(u"SELECT setval(pg_get_serial_sequence('genres', 'genre_id'), 100)"_s);
            QCOMPARE(hidden.trouble.value_or(Trouble{}).kind, Trouble::Kind::Failed);
        } else {
            const Answer hidden = desk.ask(u"PRAGMA query_only(OFF); PRAGMA user_version(7)"_s);
            QCOMPARE(hidden.trouble.value_or(Trouble{}).kind, Trouble::Kind::Failed);
        }
        QCOMPARE(desk.count(), 3);
    }

    void aNewerDatabaseIsRefused_data() { TestStore::addEngines(); }
    void aNewerDatabaseIsRefused()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const auto age = [](Connection &connection) {
            return connection.run(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'x', 'y')"_s);
        };
        done(QCoro::waitFor(desk.database.run(age)));
        for (const Way way : {Way::Read, Way::Write}) {
            const auto told
                = desk.begin(way == Way::Read ? u"SELECT 1"_s : u"DELETE FROM genres WHERE name = 'Drama'"_s, way);
            QVERIFY(QTest::qWaitFor([&] { return told.isFinished(); }, 30'000));
            QVERIFY(!told.result());
            QVERIFY2(told.result().error().message.contains(u"newer version"_s),
                     qUtf8Printable(told.result().error().message));
        }
        QCOMPARE(desk.count(), 3);
    }

    void writingIsKeptAndCounted_data() { TestStore::addEngines(); }
    void writingIsKeptAndCounted()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer answer = desk.ask(u"UPDATE genres SET name = name || '!' WHERE name <> 'Drama'; "
                                       "INSERT INTO genres (name) VALUES ('Noir') RETURNING name"_s,
                                       Way::Write);
        QVERIFY2(answer.isKept, qUtf8Printable(answer.trouble ? answer.trouble->message : QString()));
        QCOMPARE(answer.outcomes[0].changed, 2);
        QCOMPARE(answer.outcomes[1].changed, 1);
        QCOMPARE(answer.outcomes[1].rows, QList<QVariantList>{{u"Noir"_s}});
        QCOMPARE(desk.count(), 4);
        const Answer versions = desk.ask(u"SELECT row_version FROM genres WHERE name LIKE '%!'"_s);
        QCOMPARE(versions.outcomes.value(0).rows, QList<QVariantList>({{2}, {2}})); // the triggers saw it
    }

    void aFaultTakesAllBack_data() { TestStore::addEngines(); }
    void aFaultTakesAllBack()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer answer
            = desk.ask(u"INSERT INTO genres (name) VALUES ('Noir');\n\nSELECT\n nam FROM genres"_s, Way::Write);
        QVERIFY(answer.trouble && !answer.isKept);
        QCOMPARE(answer.trouble->kind, Trouble::Kind::Failed);
        QVERIFY2(answer.trouble->message.contains("nam"_L1), qUtf8Printable(answer.trouble->message));
        QVERIFY2(!answer.trouble->message.contains("LINE"_L1), qUtf8Printable(answer.trouble->message));
        QCOMPARE(answer.trouble->line, 4);
        QCOMPARE(answer.trouble->place, 52);
        QCOMPARE(desk.count(), 3);
    }

    void aTrialSaysHowManyRowsAndTakesThemBack_data() { TestStore::addEngines(); }
    void aTrialSaysHowManyRowsAndTakesThemBack()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer answer = desk.ask(u"DELETE FROM genres; INSERT INTO genres (name) VALUES ('Noir')"_s, Way::Try);
        QVERIFY2(!answer.trouble, qUtf8Printable(answer.trouble ? answer.trouble->message : QString()));
        QVERIFY(!answer.isKept);
        QCOMPARE(answer.outcomes[0].changed, 3);
        QCOMPARE(answer.outcomes[1].changed, 1);
        QCOMPARE(desk.count(), 3);
    }

    void everyRowNeedsToBeMeant_data() { TestStore::addEngines(); }
    void everyRowNeedsToBeMeant()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const QString all = u"INSERT INTO genres (name) VALUES ('Noir'); DELETE FROM genres"_s;
        const Answer refused = desk.ask(all, Way::Write);
        QCOMPARE(refused.trouble.value_or(Trouble{}).kind, Trouble::Kind::NotMeant);
        QCOMPARE(desk.count(), 3);
        desk.question.isMeant = true;
        QVERIFY(desk.ask(all, Way::Write).isKept);
        QCOMPARE(desk.count(), 0);
    }

    void theProgramsOwnWriterWaitsForALongWrite_data() { TestStore::addEngines(); }
    void theProgramsOwnWriterWaitsForALongWrite()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const QString slow = u"INSERT INTO genres (name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM "
                             "n WHERE i < 300000) SELECT 'Slow ' || max(i) FROM n"_s;
        const auto answer = desk.begin(slow, Way::Write);
        const auto own = QCoro::waitFor(desk.database.run(
            [](Connection &connection) { return connection.run(u"INSERT INTO genres (name) VALUES ('Own')"_s); }));
        QVERIFY(done(own));
        QVERIFY(answerOf(answer).isKept);
        QCOMPARE(desk.count(), 5);
    }

    void aPlanIsATree_data() { TestStore::addEngines(); }
    void aPlanIsATree()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        Desk desk(engine);
        const Answer answer
            = desk.ask(u"DELETE FROM genres WHERE genre_id IN (SELECT genre_id FROM movie_genres)"_s, Way::Plan);
        QVERIFY2(!answer.trouble, qUtf8Printable(answer.trouble ? answer.trouble->message : QString()));
        const auto plan = answer.outcomes.value(0).plan;
        QVERIFY(!plan.isEmpty());
        QVERIFY(std::ranges::any_of(plan, [](const console::Step &step) { return !step.steps.isEmpty(); }));
        QCOMPARE(plan[0].cost.has_value(), engine == "postgresql"_L1);
        const Answer failed = desk.ask(u"SELECT 1;\nSELECT genre_id,\n nam FROM genres"_s, Way::Plan);
        QCOMPARE(failed.trouble.value_or(Trouble{}).line, 3);
        QCOMPARE(failed.trouble->place, 28);
        QCOMPARE(desk.count(), 3);
    }

    void exactNumbersStayExact()
    {
        SKIP_WITHOUT_SERVER(u"postgresql"_s);
        Desk desk(u"postgresql"_s);
        const Answer answer = desk.ask(u"SELECT 12345678901234567.89::numeric(20, 2)"_s);
        QCOMPARE(answer.outcomes.value(0).rows, QList<QVariantList>{{u"12345678901234567.89"_s}});
    }

    void aServerThatEndsTheSessionIsAskedAgain()
    {
        SKIP_WITHOUT_SERVER(u"postgresql"_s);
        Desk desk(u"postgresql"_s);
        const Answer cut = desk.ask(u"SELECT pg_terminate_backend(pg_backend_pid())"_s);
        QVERIFY(cut.trouble);
        QCOMPARE(desk.ask(u"SELECT 1 AS one"_s).outcomes.size(), 1);
    }

    void rawAnswersAreFoundByTheirTitle_data() { TestStore::addEngines(); }
    void rawAnswersAreFoundByTheirTitle()
    {
        QFETCH(const QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        using rawanswers::Kind;
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(connection.run(u"INSERT INTO entities (wikidata_id, json) VALUES (?, ?)"_s,
                                    {u"Q60834962"_s, Packed("{\"id\": \"Q60834962\"}").forRow()})));
        QVERIFY(done(
            connection.run(u"INSERT INTO movies (title, wikidata_id) VALUES (?, ?)"_s, {u"Dune"_s, u"Q60834962"_s})));
        const auto found = got(rawanswers::find(connection, Kind::Entity, u"dune q608"_s, 10));
        QCOMPARE(found.size(), 1);
        QCOMPARE(found[0].title, u"Dune"_s);
        QCOMPARE(Packed::ofRow(got(rawanswers::body(connection, found[0]))).bytes(), "{\"id\": \"Q60834962\"}");
        for (const auto kind : {Kind::Node, Kind::Article, Kind::Response})
            QVERIFY(got(rawanswers::find(connection, kind, u"dune"_s, 10)).isEmpty());
        QVERIFY(!rawanswers::body(connection, {Kind::Node, u"7"_s, {}}));
    }
};

QTEST_GUILESS_MAIN(TestConsole)
#include "tst_console.moc"
