#include "store.h"

using namespace Qt::Literals;

namespace {

Result<> makeTable(Connection &connection)
{
    return connection.run(connection.engine() == Connection::Engine::SQLite
                              ? u"CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT, size DOUBLE PRECISION, "
                                "bytes BLOB)"_s
                              : u"CREATE TABLE things (id BIGINT PRIMARY KEY, name TEXT, size DOUBLE PRECISION, "
                                "bytes BYTEA)"_s);
}

const QString Insert = u"INSERT INTO things (id, name, size, bytes) VALUES (?, ?, ?, ?)"_s;

qint64 countOf(Connection &connection)
{
    return got(connection.insert(u"SELECT COUNT(*) FROM things"_s, {}));
}

}

class TestPrepared : public QObject
{
    Q_OBJECT

private slots:
    void valuesComeBackAsTheyWere_data() { TestStore::addEngines(); }
    void valuesComeBackAsTheyWere()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(makeTable(connection)));
        const QVariantList row{qint64(5'000'000'000), u"Amélie – アメリ 🎬 it's \"so\""_s, 0.125, "a\0b\xff"_ba};
        QVERIFY(done(connection.run(Insert, row)));
        const auto read = connection.all(u"SELECT * FROM things WHERE id = ?"_s, {row[0]}, [](const Rows &one) {
            return QVariantList{one.value(0), one.value(1), one.value(2), one.value(3)};
        });
        QCOMPARE(got(read).value(0), row);
    }

    void whatIsNullIsNull_data() { TestStore::addEngines(); }
    void whatIsNullIsNull()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(makeTable(connection)));
        QVERIFY(done(connection.run(Insert, {1, QString(), QVariant(), QByteArray()})));
        QVERIFY(done(connection.run(Insert, {2, u""_s, 0.0, ""_ba})));
        const auto nulls = connection.all(u"SELECT * FROM things WHERE id > ? ORDER BY id"_s, {0}, [](const Rows &row) {
            return QList{row.isNull(1), row.isNull(2), row.isNull(3), row.value(1).toString().isEmpty()};
        });
        QCOMPARE(got(nulls), (QList{QList{true, true, true, true}, QList{false, false, false, true}}));
    }

    void anEndedStatementDoesNothingMore_data() { TestStore::addEngines(); }
    void anEndedStatementDoesNothingMore()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(makeTable(connection)));
        auto rows = connection.execute(u"INSERT INTO things (name, id) SELECT ?, COUNT(*) FROM things"_s, {u"one"_s});
        QVERIFY(rows && !rows->next() && !rows->next());
        QCOMPARE(rows->affected(), 1);
        QCOMPARE(countOf(connection), 1);
    }

    void theSameStatementMayRunWhileItIsRead_data() { TestStore::addEngines(); }
    void theSameStatementMayRunWhileItIsRead()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(makeTable(connection)));
        for (int id = 1; id <= 3; ++id)
            QVERIFY(done(connection.run(Insert, {id, u"x"_s, 1.0, "x"_ba})));
        const QString select = u"SELECT id FROM things WHERE id >= ? ORDER BY id"_s;
        const auto idOf = [](const Rows &row) { return row.value(0).toInt(); };
        auto outer = connection.execute(select, {1});
        QVERIFY(outer && outer->next());
        QCOMPARE(got(connection.all(select, {2}, idOf)), (QList{2, 3}));
        QVERIFY(outer->next());
        QCOMPARE(idOf(*outer), 2);
    }

    void aFailedStatementRunsAgain_data() { TestStore::addEngines(); }
    void aFailedStatementRunsAgain()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(done(makeTable(connection)));
        QVERIFY(done(connection.run(Insert, {1, u"x"_s, 1.0, "x"_ba})));
        QVERIFY(!connection.run(Insert, {1, u"again"_s, 1.0, "x"_ba}));
        QVERIFY(done(connection.run(Insert, {2, u"y"_s, 1.0, "y"_ba})));
        QCOMPARE(countOf(connection), 2);
    }

    void whatIsNotOneStatementIsRefused()
    {
        TestStore store(u"sqlite"_s);
        Connection &connection = store.connect();
        QVERIFY(!connection.run(u"SELECT 1; SELECT 2"_s));
        QVERIFY(!connection.run(u""_s));
        QVERIFY(!connection.run(u"SELECT ?"_s, {1, 2}));
        QVERIFY(done(connection.run(u"SELECT 1;  "_s)));
    }
};

QTEST_GUILESS_MAIN(TestPrepared)
#include "tst_prepared.moc"
