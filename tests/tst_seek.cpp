#include "store.h"
#include "store/tablelist.h"
#include "store/tablelook.h"

using namespace Qt::Literals;
using table::Keys;
using table::Outline;
using Way = table::Outline::Way;

namespace {

constexpr int Count = 3 * seek::Step + 100;

/// Rows with gaps in their keys, of which every seventh has no value, and the others share theirs by threes.
void fill(Connection &connection)
{
    const bool isSqlite = connection.engine() == Connection::Engine::SQLite;
    const QString number
        = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %1) "_s.arg(Count);
    for (const QString &statement :
         QStringList{u"CREATE TABLE many (id INTEGER NOT NULL PRIMARY KEY, place INTEGER, name VARCHAR(20) NOT NULL)"_s,
                     u"INSERT INTO many (id, place, name) "_s + number
                         + u"SELECT i * 2, CASE WHEN i % 7 = 0 THEN NULL ELSE (i * 7919) % 2000 END, 'n' || i FROM n"_s,
                     u"CREATE INDEX many_place_idx ON many (place)"_s,
                     u"CREATE TABLE pairs (a INTEGER NOT NULL, b INTEGER NOT NULL, PRIMARY KEY (a, b))"_s
                         + (isSqlite ? u" WITHOUT ROWID"_s : QString()),
                     u"INSERT INTO pairs (a, b) "_s + number + u"SELECT i / 3, i % 3 FROM n"_s,
                     u"CREATE VIEW few AS SELECT id, name FROM many WHERE id <= 1000"_s, u"ANALYZE"_s})
        QVERIFY(done(connection.run(statement)));
}

QList<qint64> numbers(const Keys &keys)
{
    QList<qint64> numbers;
    for (const QVariantList &key : keys)
        numbers.append(key.constLast().toLongLong());
    return numbers;
}

/// Every key in the order wanted, as a plain statement brings them.
QList<qint64> all(Connection &connection, const QString &order)
{
    return got(connection.all(u"SELECT id FROM many ORDER BY "_s + order, {},
                              [](const Rows &row) { return row.value(0).toLongLong(); }));
}

/// All that learning brings.
table::Learnt learnt(Connection &connection, const Outline &outline)
{
    table::Learnt all;
    const auto take = [&](table::Learnt some) {
        all.keys += some.keys;
        all.marks += some.marks;
        all.count = some.count;
        return true;
    };
    if (!done(connection.atomically([&] { return table::learn(connection, outline, take); })))
        QTest::qFail("Nothing was learnt", __FILE__, __LINE__);
    return all;
}

}

class TestSeek : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }

    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        if (m_engine == engine)
            return;
        m_store = std::make_unique<TestStore>(engine);
        m_connection = &m_store->connect();
        m_engine = engine;
        fill(*m_connection);
    }
    void cleanupTestCase() { m_store.reset(); }

    void theWayFollowsTheQuestion()
    {
        const auto way = [&](const table::Query &query) { return got(table::outline(*m_connection, query)).way; };
        QCOMPARE(way({.table = u"many"_s}), Way::Walked);
        QCOMPARE(way({.table = u"pairs"_s}), Way::Walked);
        QCOMPARE(way({.table = u"many"_s, .order = {{u"place"_s}}}), Way::Walked);
        QCOMPARE(way({.table = u"many"_s, .order = {{u"name"_s}}}), Way::Listed);
        QCOMPARE(way({.table = u"many"_s, .order = {{u"place"_s}, {u"name"_s}}}), Way::Listed);
        QCOMPARE(way({.table = u"many"_s, .words = u"n7"_s}), Way::Listed);
        QCOMPARE(way({.table = u"few"_s}), Way::Counted);
    }

    void eachRunOfLearningSaysWhereItBegins_data()
    {
        QTest::addColumn<table::Query>("query");
        QTest::newRow("walked") << table::Query{.table = u"many"_s};
        QTest::newRow("listed") << table::Query{.table = u"many"_s, .words = u"n"_s};
        QTest::newRow("counted") << table::Query{.table = u"few"_s};
    }
    void eachRunOfLearningSaysWhereItBegins()
    {
        QFETCH(const table::Query, query);
        const auto outline = got(table::outline(*m_connection, query));
        for (int run = 0; run < 2; ++run) {
            QList<bool> first;
            QVERIFY(done(m_connection->atomically([&] {
                return table::learn(*m_connection, outline, [&](const table::Learnt &some) {
                    first.append(some.isFirst);
                    return true;
                });
            })));
            QVERIFY(first.takeFirst());
            QVERIFY(!first.contains(true));
        }
    }

    void aWalkedOrderIsWhole_data()
    {
        QTest::addColumn<QList<table::Order>>("order");
        QTest::addColumn<QString>("sql");
        QTest::newRow("by key") << QList<table::Order>{} << u"id"_s;
        QTest::newRow("up") << QList<table::Order>{{u"place"_s}} << u"place IS NULL, place, id"_s;
        QTest::newRow("down") << QList<table::Order>{{u"place"_s, Qt::DescendingOrder}}
                              << u"place IS NULL, place DESC, id DESC"_s;
    }
    void aWalkedOrderIsWhole()
    {
        QFETCH(const QList<table::Order>, order);
        QFETCH(const QString, sql);
        const auto outline = got(table::outline(*m_connection, {.table = u"many"_s, .order = order}));
        const QList<qint64> wanted = all(*m_connection, sql);
        const auto marks = learnt(*m_connection, outline);
        QCOMPARE(marks.count, Count);
        QCOMPARE(marks.marks.size(), 3);
        const auto read = [&](const seek::Start &start, qint64 limit) {
            return numbers(got(seek::keys(*m_connection, outline, start, limit)));
        };
        QCOMPARE(read({}, 50), wanted.first(50));
        QCOMPARE(read({.skip = 700}, 50), wanted.sliced(700, 50));
        for (qsizetype i = 0; i < marks.marks.size(); ++i) {
            const qint64 first = (i + 1) * seek::Step;
            QCOMPARE(read({.after = marks.marks[i], .skip = 10}, 60), wanted.sliced(first + 10, 60));
        }
        // Over the end of the rows with a value, and from the end.
        const qint64 known = Count - Count / 7;
        const qint64 mark = known / seek::Step;
        QCOMPARE(read({.after = marks.marks[mark - 1], .skip = known % seek::Step - 20}, 40),
                 wanted.sliced(known - 20, 40));
        QCOMPARE(read({.isBackwards = true}, 30), wanted.last(30));
        QCOMPARE(read({.isBackwards = true, .skip = 900}, 100), wanted.sliced(Count - 1000, 100));
        QCOMPARE(read({.after = marks.marks[2], .skip = 90}, 30), wanted.last(10)); // fewer than asked for
    }

    void aTableWithTwoKeysIsWalked()
    {
        const auto outline = got(table::outline(*m_connection, {.table = u"pairs"_s}));
        const auto marks = learnt(*m_connection, outline);
        QCOMPARE(marks.count, Count);
        const Keys keys = got(seek::keys(*m_connection, outline, {.after = marks.marks[0]}, 3));
        QCOMPARE(keys.first(), QVariantList({(seek::Step + 1) / 3, (seek::Step + 1) % 3}));
        const auto rows = got(table::rowsOf(*m_connection, outline, keys));
        QCOMPARE(rows[2].cells, keys[2]);
    }

    void aListedOrderIsWhole()
    {
        const table::Query query{.table = u"many"_s,
                                 .order = {{u"place"_s, Qt::DescendingOrder}, {u"id"_s}},
                                 .filters = {{.column = u"place"_s, .text = u">=1000"_s}}};
        const auto outline = got(table::outline(*m_connection, query));
        const auto list = learnt(*m_connection, outline);
        QCOMPARE(list.count, list.keys.size());
        QCOMPARE(list.count, got(table::count(*m_connection, query)));
        const auto wanted = got(m_connection->all(u"SELECT id FROM many WHERE place >= 1000 ORDER BY place DESC, id"_s,
                                                  {}, [](const Rows &row) { return row.value(0).toLongLong(); }));
        QCOMPARE(numbers(list.keys), wanted);
        QCOMPARE(numbers(got(seek::keys(*m_connection, outline, {}, 20))), wanted.first(20));
    }

    void whatIsSeenAtOnceSaysHowToGoOn()
    {
        const auto look = got(table::look(*m_connection, {.table = u"many"_s, .order = {{u"place"_s}}}, 100));
        QVERIFY(!look.isAll);
        QCOMPARE(look.keys.size(), seek::Step);
        QCOMPARE(look.rows.size(), 100);
        QCOMPARE(look.size, seek::Size{.rows = Count});
        QCOMPARE(look.firstKey, 2);
        QCOMPARE(look.lastKey, 2 * Count);
        QCOMPARE_GE(look.sample.size(), 300);
        const auto places = [&](qsizetype at) { return look.sample[at].first().toInt(); };
        QCOMPARE_GE(places(150), places(50)); // in the order itself
        const auto whole = got(table::look(*m_connection, {.table = u"many"_s, .words = u"n77"_s}, 100));
        QVERIFY(whole.isAll);
        QCOMPARE(whole.keys.size(), 11);
    }

    void aViewIsCounted()
    {
        const auto look = got(table::look(*m_connection, {.table = u"few"_s, .order = {{u"id"_s}}}, 100));
        QCOMPARE(look.rows.size(), 100);
        QCOMPARE(learnt(*m_connection, look.outline).count, 500);
        QCOMPARE(got(table::rowsAt(*m_connection, look.outline, 499, 100)).first().cells.first().toInt(), 1000);
    }

    void whatWasDeletedIsGone()
    {
        const auto outline = got(table::outline(*m_connection, {.table = u"many"_s}));
        const auto rows = got(table::rowsOf(*m_connection, outline, {{2}, {3}, {4}}));
        QVERIFY(!rows[0].isGone());
        QVERIFY(rows[1].isGone());
        QCOMPARE(rows[2].cells.first().toInt(), 4);
    }

    void allRowsComeOneAfterAnother()
    {
        const auto outline = got(table::outline(
            *m_connection, {.table = u"many"_s, .columns = {u"name"_s}, .order = {{u"id"_s, Qt::DescendingOrder}}}));
        QStringList names;
        const auto take = [&](const QList<table::Row> &rows) -> Result<> {
            for (const table::Row &row : rows)
                names.append(row.cells.first().toString());
            return {};
        };
        QVERIFY(done(m_connection->atomically([&] { return list::rows(*m_connection, outline, take); })));
        QCOMPARE(names.size(), Count);
        QCOMPARE(names.first(), u"n%1"_s.arg(Count));
        QCOMPARE(names.last(), u"n1"_s);
    }

private:
    std::unique_ptr<TestStore> m_store;
    Connection *m_connection = nullptr;
    QString m_engine;
};

QTEST_GUILESS_MAIN(TestSeek)
#include "tst_seek.moc"
