#include "store/consoleanswer.h"

#include <QTest>

using namespace Qt::Literals;
using statements::Nature;
using Engine = Connection::Engine;

namespace {

QStringList texts(const QString &typed, Engine engine)
{
    QStringList texts;
    for (const auto &statement : statements::split(typed, engine))
        texts.append(statement.text);
    return texts;
}

}

/// What a person types, cut into statements, and what is known of each before it runs.
class TestStatements : public QObject
{
    Q_OBJECT

private slots:
    void semicolonsEndStatementsOnlyOutside_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("sqlite");
        QTest::addColumn<QStringList>("postgresql");
        const auto both = [](const char *name, const QString &typed, const QStringList &texts) {
            QTest::newRow(name) << typed << texts << texts;
        };
        both("nothing", u""_s, {});
        both("only white space and semicolons", u" ;\n; "_s, {});
        both("only a comment", u"-- select 1;\n/* ; */"_s, {});
        both("two", u"select 1; select 2;"_s, {u"select 1"_s, u"select 2"_s});
        both("without the last semicolon", u"select 1;\n select 2"_s, {u"select 1"_s, u"select 2"_s});
        both("in a string", u"select 'a;b''c;' ; select 2"_s, {u"select 'a;b''c;'"_s, u"select 2"_s});
        both("in a quoted name", u"select \"a;\"\"b\" from t; x"_s, {u"select \"a;\"\"b\" from t"_s, u"x"_s});
        both("in a line's comment", u"select 1 -- no; \n+ 1; select 2"_s, {u"select 1 -- no; \n+ 1"_s, u"select 2"_s});
        both("in a comment", u"select /* ; */ 1; select 2"_s, {u"select /* ; */ 1"_s, u"select 2"_s});
        both("comments around", u"-- why\nselect 1 -- because\n;"_s, {u"select 1"_s});
        both("a string that does not end", u"select 'a; select 2"_s, {u"select 'a; select 2"_s});
        both("begin as a transaction", u"begin; select 1; end;"_s, {u"begin"_s, u"select 1"_s, u"end"_s});
        both("case outside a body", u"select case when 1 then 2 end; select 3"_s,
             {u"select case when 1 then 2 end"_s, u"select 3"_s});
        QTest::newRow("in brackets") << u"select [a;b]; x"_s << QStringList{u"select [a;b]"_s, u"x"_s}
                                     << QStringList{u"select [a"_s, u"b]"_s, u"x"_s};
        QTest::newRow("in backticks") << u"select `a;b`; x"_s << QStringList{u"select `a;b`"_s, u"x"_s}
                                      << QStringList{u"select `a"_s, u"b`"_s, u"x"_s};
        QTest::newRow("backslashes") << u"select E'a\\';b'; x"_s << QStringList{u"select E'a\\'"_s, u"b'; x"_s}
                                     << QStringList{u"select E'a\\';b'"_s, u"x"_s};
        QTest::newRow("between dollars") << u"do $$ a; $x$ b; $$; x"_s
                                         << QStringList{u"do $$ a"_s, u"$x$ b"_s, u"$$"_s, u"x"_s}
                                         << QStringList{u"do $$ a; $x$ b; $$"_s, u"x"_s};
        QTest::newRow("between named dollars")
            << u"do $f$ a; $$ b; $f$; x"_s << QStringList{u"do $f$ a"_s, u"$$ b"_s, u"$f$"_s, u"x"_s}
            << QStringList{u"do $f$ a; $$ b; $f$"_s, u"x"_s};
        QTest::newRow("marks are no dollar quotes")
            << u"select $1; select $2"_s << QStringList{u"select $1"_s, u"select $2"_s}
            << QStringList{u"select $1"_s, u"select $2"_s};
        QTest::newRow("comments in comments")
            << u"select /* /* ; */ ; */ 1; x"_s << QStringList{u"select"_s, u"*/ 1"_s, u"x"_s}
            << QStringList{u"select /* /* ; */ ; */ 1"_s, u"x"_s};
        const QString trigger = u"CREATE TEMP TRIGGER t AFTER UPDATE ON m BEGIN UPDATE m SET x = CASE WHEN new.end "
                                "THEN 1 ELSE 2 END; DELETE FROM n; END"_s;
        QTest::newRow("a trigger's body") << QString(trigger + u"; select 1"_s) << QStringList{trigger, u"select 1"_s}
                                          << texts(trigger + u"; select 1"_s, Engine::PostgreSQL);
        const QString routine = u"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN "
                                "true THEN 2 END; END"_s;
        QTest::newRow("a routine's body")
            << QString(routine + u"; select 1"_s) << texts(routine + u"; select 1"_s, Engine::SQLite)
            << QStringList{routine, u"select 1"_s};
        const QString rule = u"CREATE RULE r AS ON INSERT TO t DO ALSO (SELECT 1; SELECT 2)"_s;
        QTest::newRow("a rule") << QString(rule + u"; x"_s) << texts(rule + u"; x"_s, Engine::SQLite)
                                << QStringList{rule, u"x"_s};
    }
    void semicolonsEndStatementsOnlyOutside()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, sqlite);
        QFETCH(const QStringList, postgresql);
        QCOMPARE(texts(typed, Engine::SQLite), sqlite);
        QCOMPARE(texts(typed, Engine::PostgreSQL), postgresql);
    }

    void eachStatementKnowsItsPlace()
    {
        const auto list = statements::split(u"-- first\nselect 1;\n\n  select\n 2"_s, Engine::SQLite);
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].line, 2);
        QCOMPARE(list[0].from, 9);
        QCOMPARE(list[1].line, 4);
        QCOMPARE(list[1].text, u"select\n 2"_s);
    }

    void theCursorChoosesAStatement()
    {
        const QString typed = u"select 1; select 2;\n-- about three\nselect 3;"_s;
        const auto list = statements::split(typed, Engine::SQLite);
        QCOMPARE(statements::at(list, typed, 0), 0);
        QCOMPARE(statements::at(list, typed, 8), 0);
        QCOMPARE(statements::at(list, typed, 9), 0); // behind its semicolon
        QCOMPARE(statements::at(list, typed, 12), 1);
        QCOMPARE(statements::at(list, typed, 19), 1);
        QCOMPARE(statements::at(list, typed, 25), 2); // in the comment above it
        QCOMPARE(statements::at(list, typed, typed.size()), 2);
        QCOMPARE(statements::at({}, u""_s, 0), -1);
    }

    void everyStatementHasANature_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<Nature>("nature");
        const auto row = [](const char *statement, Nature nature) {
            QTest::newRow(statement) << QString::fromUtf8(statement) << nature;
        };
        row("SELECT 1", Nature::Reads);
        row("select replace(title, 'a', 'b') from movies", Nature::Reads);
        row("SELECT * FROM movies FOR UPDATE", Nature::Reads);
        row("WITH a AS (SELECT 1) SELECT * FROM a", Nature::Reads);
        row("EXPLAIN DELETE FROM movies", Nature::Reads);
        row("EXPLAIN ANALYZE DELETE FROM movies", Nature::ChangesRows);
        row("PRAGMA table_info(movies)", Nature::Reads);
        row("PRAGMA foreign_keys = OFF", Nature::Session);
        row("INSERT INTO a VALUES (1)", Nature::ChangesRows);
        row("REPLACE INTO a VALUES (1)", Nature::ChangesRows);
        row("WITH a AS (SELECT 1) DELETE FROM movies", Nature::ChangesRows);
        row("WITH a AS (DELETE FROM movies RETURNING *) SELECT * FROM a", Nature::ChangesRows);
        row("WITH a AS (SELECT 1) INSERT INTO b SELECT * FROM a", Nature::ChangesRows);
        row("SELECT 1 INTO a", Nature::ChangesRows);
        row("CREATE TABLE a (b REFERENCES c ON DELETE CASCADE)", Nature::ChangesSchema);
        row("DROP VIEW a", Nature::ChangesSchema);
        row("COMMIT", Nature::Transaction);
        row("VACUUM", Nature::Session);
        row("SET default_transaction_read_only = off", Nature::Session);
        row("ATTACH 'x' AS y", Nature::Session);
    }
    void everyStatementHasANature()
    {
        QFETCH(const QString, statement);
        QTEST(statements::nature(statement, Engine::PostgreSQL), "nature");
    }

    void whatChangesEveryRowIsFound_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("reason");
        const auto row = [](const char *statement, const QString &reason = {}) {
            QTest::newRow(statement) << QString::fromUtf8(statement) << reason;
        };
        const QString update = u"This UPDATE has no WHERE: it changes every row of movies."_s;
        const QString remove = u"This DELETE has no WHERE: it deletes every row of movies."_s;
        row("UPDATE movies SET year = 1", update);
        row("update or ignore main.movies set year = 1", update);
        row("UPDATE ONLY public.\"movies\" SET year = (SELECT 1 WHERE true)", update);
        row("UPDATE movies SET year = 1 WHERE movie_id = 1");
        row("UPDATE movies SET title = 'where' -- where", update);
        row("DELETE FROM movies", remove);
        row("/* all */ delete\nfrom\nmovies returning movie_id", remove);
        row("DELETE FROM movies WHERE year < 1900");
        row("WITH a AS (SELECT 1 WHERE true) DELETE FROM movies", remove);
        row("WITH a AS (DELETE FROM movies RETURNING *) SELECT * FROM a WHERE year = 1", remove);
        row("EXPLAIN ANALYZE DELETE FROM movies", remove);
        row("EXPLAIN DELETE FROM movies");
        row("INSERT INTO a VALUES (1) ON CONFLICT (b) DO UPDATE SET c = 1");
        row("MERGE INTO a USING b ON a.c = b.c WHEN MATCHED THEN UPDATE SET d = 1");
        row("SELECT 'DELETE FROM movies'");
        row("CREATE TRIGGER t AFTER INSERT ON a BEGIN DELETE FROM movies; END");
        row("DO $$ BEGIN DELETE FROM genres WHERE true; DELETE FROM movies; END $$", remove);
        row("TRUNCATE TABLE movies", u"This TRUNCATE deletes every row of movies."_s);
        row("DROP TABLE IF EXISTS movies", u"This drops the table movies with all that is in it."_s);
        row("DROP VIEW films");
    }
    void whatChangesEveryRowIsFound()
    {
        QFETCH(const QString, statement);
        QTEST(statements::danger(statement, Engine::PostgreSQL).value_or(QString()), "reason");
    }

    void whatMayNotRunIsRefused_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<console::Way>("way");
        QTest::addColumn<int>("kind");
        using console::Trouble;
        using console::Way;
        const auto row = [](const char *name, const QString &typed, Way way, int kind) {
            QTest::newRow(name) << typed << way << kind;
        };
        row("a read", u"SELECT 1"_s, Way::Read, -1);
        row("a write while reading", u"SELECT 1; INSERT INTO a VALUES (1)"_s, Way::Read,
            int(Trouble::Kind::NeedsWriting));
        row("a setting while reading", u"SET default_transaction_read_only = off"_s, Way::Read,
            int(Trouble::Kind::NeedsWriting));
        row("a transaction", u"BEGIN; SELECT 1; COMMIT"_s, Way::Write, int(Trouble::Kind::Refused));
        row("every row", u"DELETE FROM movies"_s, Way::Write, int(Trouble::Kind::NotMeant));
        row("every row, tried", u"DELETE FROM movies"_s, Way::Try, -1);
        row("what cannot be taken back, tried", u"VACUUM"_s, Way::Try, int(Trouble::Kind::Refused));
        row("what stands alone", u"VACUUM"_s, Way::Write, -1);
        row("what stands alone beside another", u"VACUUM; SELECT 1"_s, Way::Write, int(Trouble::Kind::Refused));
        row("a plan of anything", u"DELETE FROM movies"_s, Way::Plan, -1);
    }
    void whatMayNotRunIsRefused()
    {
        QFETCH(const QString, typed);
        QFETCH(const console::Way, way);
        QFETCH(const int, kind);
        console::Question question{.statements = statements::split(typed, Engine::SQLite), .way = way};
        const auto trouble = console::refusal(question, Engine::SQLite);
        QCOMPARE(trouble ? int(trouble->kind) : -1, kind);
        question.isMeant = true;
        const auto meant = console::refusal(question, Engine::SQLite);
        QCOMPARE(meant.has_value(), trouble && trouble->kind != console::Trouble::Kind::NotMeant);
    }
};

QTEST_APPLESS_MAIN(TestStatements)
#include "tst_statements.moc"
