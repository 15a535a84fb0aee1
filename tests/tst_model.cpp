#include "store.h"
#include "store/model.h"
#include "store/modelsql.h"

using namespace Qt::Literals;

namespace {

/// A model of one table that has what is given.
QByteArray withTable(const QByteArray &properties)
{
    return R"({"database": "d", "tables": [{"name": "films", )" + properties + "}]}";
}

QByteArray withColumn(const QByteArray &properties)
{
    return withTable(R"("meaning": "Films.", "primary_key": ["id"], "columns": [
        {"name": "id", "type": "serial", "null": false, "meaning": "Key."},
        {"name": "other", "meaning": "Other.", )"
                     + properties + "}]");
}

}

class TestModel : public QObject
{
    Q_OBJECT

private slots:
    void theProgramsOwnIsWhole()
    {
        const auto &model = model::own();
        QCOMPARE(model.database, u"movie_db"_s);
        QCOMPARE(model.tables.constFirst().name, u"movies"_s);
        const auto *runtime = model.table(u"movies"_s)->column(u"runtime"_s);
        QCOMPARE(runtime->unit, u"minutes"_s);
        QCOMPARE(runtime->editedBy, model::Editor::Person);
        QCOMPARE(model.table(u"movies"_s)->label, u"title"_s);
        QCOMPARE(model.table(u"movies"_s)->column(u"movie_id"_s)->editedBy, model::Editor::Program);
        QVERIFY(!model.table(u"nowhere"_s));
    }

    void aReferenceHasTheTypeOfTheKey()
    {
        const auto &model = model::own();
        QCOMPARE(model.table(u"movies"_s)->column(u"director_id"_s)->type, model::Type::Integer);
        QCOMPARE(model.table(u"crawls"_s)->column(u"gallery_id"_s)->type, model::Type::Id);
        QCOMPARE(modelsql::type(*model.table(u"crawls"_s)->column(u"gallery_id"_s), Connection::Engine::PostgreSQL),
                 u"BIGINT"_s);
    }

    void aLengthIsTheJournalsAndCutsNothing()
    {
        const auto *title = model::own().table(u"movies"_s)->column(u"title"_s);
        QCOMPARE(modelsql::type(*title, Connection::Engine::SQLite), u"VARCHAR(255)"_s);
        QCOMPARE(modelsql::type(*title, Connection::Engine::PostgreSQL), u"TEXT"_s);
    }

    void tablesComeAfterThoseThatTheyReferTo()
    {
        QStringList met;
        for (const auto &table : modelsql::inOrder(model::own())) {
            for (const auto &column : table.columns) {
                if (column.references && column.references->table != table.name)
                    QVERIFY2(met.contains(column.references->table), qPrintable(table.name));
            }
            met.append(table.name);
        }
        QCOMPARE(met.size(), model::own().tables.size());
    }

    void faultsAreNamedWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("fault");

        const auto row = [](const char *name, const QByteArray &json, const QString &fault) {
            QTest::newRow(name) << json << fault;
        };
        row("no JSON", "{", u"At byte 1"_s);
        row("no tables", R"({"database": "d"})", u"d: it has no tables"_s);
        row("no meaning", withTable(R"("columns": [], "primary_key": [])"), u"films: it has no meaning"_s);
        row("no columns", withTable(R"("meaning": "m")"), u"films: it has no columns"_s);
        row("an unknown type", withColumn(R"("type": "float")"), u"films.other: \"float\" is no type"_s);
        row("a mistyped property", withColumn(R"("type": "text", "nul": false)"),
            u"films.other: \"nul\" is not known here"_s);
        row("true in quotes", withColumn(R"("type": "text", "null": "false")"),
            u"films.other: \"null\" is to be true or false"_s);
        row("a length of a number", withColumn(R"("type": "integer", "length": 9)"),
            u"films.other: only a text has a length"_s);
        row("a numeric without digits", withColumn(R"("type": "numeric")"), u"films.other: a numeric, and"_s);
        row("a reference into nothing", withColumn(R"("references": "actors.actor_id")"),
            u"films.other: it refers to no table's key"_s);
        row("a reference to what is no key", withColumn(R"("references": "films.other")"),
            u"films.other: it refers to no table's key"_s);
        row("a reference with a type", withColumn(R"("references": "films.id", "type": "text")"),
            u"films.other: a reference has the type"_s);
        row("a second key that counts", withColumn(R"("type": "serial", "null": false)"),
            u"films.other: only a primary key counts"_s);
        row("an editor that cannot", withColumn(R"("type": "text", "edited_by": "robot")"),
            u"films.other: \"robot\" cannot edit"_s);
        row("a label that is no column", withTable(R"("meaning": "m", "label": "title", "primary_key": ["id"],
                "columns": [{"name": "id", "type": "serial", "null": false, "meaning": "m"}])"),
            u"films: label names \"title\""_s);
        row("words of no column", withTable(R"("meaning": "m", "search": ["title"], "primary_key": ["id"],
                "columns": [{"name": "id", "type": "serial", "null": false, "meaning": "m"}])"),
            u"films: search names \"title\", which is no column"_s);
        row("words of a number", withTable(R"("meaning": "m", "search": ["id"], "primary_key": ["id"],
                "columns": [{"name": "id", "type": "serial", "null": false, "meaning": "m"}])"),
            u"films: search names \"id\", which is no text and no date"_s);
        row("words of rows without a number", withTable(R"("meaning": "m", "search": ["id"], "primary_key": ["id"],
                "columns": [{"name": "id", "type": "text", "null": false, "meaning": "m"}])"),
            u"films: only rows with a number for their key can be searched"_s);
        row("a column twice", withTable(R"("meaning": "m", "primary_key": ["id"],
                "columns": [{"name": "id", "type": "text", "null": false, "meaning": "m"},
                            {"name": "id", "type": "text", "null": false, "meaning": "m"}])"),
            u"films.id: it is there twice"_s);
        row("a name with a space", withTable(R"("meaning": "m", "primary_key": ["a b"],
                "columns": [{"name": "a b", "type": "text", "null": false, "meaning": "m"}])"),
            u"\"a b\" is no name"_s);
    }
    void faultsAreNamedWithTheirPlace()
    {
        QFETCH(QByteArray, json);
        QFETCH(QString, fault);
        const auto model = model::read(json);
        QVERIFY(!model);
        QCOMPARE(model.error().kind, Error::Kind::Malformed);
        QVERIFY2(model.error().detail.contains(fault), qPrintable(model.error().detail));
    }
};

QTEST_GUILESS_MAIN(TestModel)
#include "tst_model.moc"
