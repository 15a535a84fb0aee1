#include "store.h"
#include "store/pasting.h"
#include "store/typed.h"

using namespace Qt::Literals;
using editing::Kind;
using records::Cell;
using records::Record;

namespace {

const model::Table &table(const QString &name)
{
    return *model::own().table(name);
}

typed::Checked read(const QString &column, const QString &text, const QLocale &locale = QLocale::c())
{
    return typed::read(table(u"movies"_s), *table(u"movies"_s).column(column), text, locale);
}

QStringList printed(const pasting::Preview &preview)
{
    QStringList lines;
    for (const auto &change : preview.changes) {
        if (change.kind == Kind::Insert)
            lines.append(u"%1 %2 %3"_s.arg(change.row, change.table, records::text(change.values)));
        else
            lines.append(u"%1 %2 %3 → %4"_s.arg(change.row, change.column, change.before.value_or(u"–"_s),
                                                change.after.value_or(u"–"_s)));
    }
    for (const auto &fault : preview.faults)
        lines.append(u"line %1 %2: %3"_s.arg(fault.line).arg(fault.column, fault.sentence));
    return lines;
}

const pasting::Names Names{
    {u"directors"_s, {{u"Ann Hui"_s, u"3"_s}, {u"Wang Bing"_s, u"4"_s}, {u"Wang Bing"_s, u"5"_s}}}};

}

class TestPasting : public QObject
{
    Q_OBJECT

private slots:
    void whatIsTypedIsReadAsItsColumn_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");

        QTest::newRow("number") << u"runtime"_s << u" 155 "_s << u"155"_s;
        QTest::newRow("number with its unit") << u"runtime"_s << u"155 minutes"_s << u"155"_s;
        QTest::newRow("nothing") << u"runtime"_s << u" "_s << QString();
        QTest::newRow("decimals") << u"rating"_s << u"7.5"_s << u"7.5"_s;
        QTest::newRow("money") << u"budget"_s << u"165000000.50"_s << u"165000000.5"_s;
        QTest::newRow("date") << u"release_date"_s << u"2021-10-22"_s << u"2021-10-22"_s;
        QTest::newRow("address") << u"homepage"_s << u"https://dune.example/?a=b"_s << u"https://dune.example/?a=b"_s;
        QTest::newRow("id") << u"imdb_id"_s << u"tt1160419"_s << u"tt1160419"_s;
        QTest::newRow("key") << u"director_id"_s << u"7"_s << u"7"_s;
        QTest::newRow("a row that is not made yet") << u"director_id"_s << u"new:1"_s << u"new:1"_s;
    }
    void whatIsTypedIsReadAsItsColumn()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QFETCH(QString, value);
        const auto checked = read(column, text);
        QCOMPARE(checked.fault, QString());
        QCOMPARE(checked.value.value_or(QString()), value);
        QCOMPARE(checked.value.has_value(), !value.isNull());
    }

    void whatCannotBeMeantHasAReason_data()
    {
        QTest::addColumn<QString>("column");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("fault");

        const auto row = [](const char *name, const QString &column, const QString &text, const QString &fault) {
            QTest::newRow(name) << column << text << fault;
        };
        row("no number", u"runtime"_s, u"long"_s, u"“long” is no number."_s);
        row("half a minute", u"runtime"_s, u"1.5"_s, u"Only whole numbers fit here."_s);
        row("no time at all", u"runtime"_s, u"0"_s, u"Only 1 to 2147483647 fit here."_s);
        row("above ten", u"rating"_s, u"10.1"_s, u"Only 0 to 10 fit here."_s);
        row("too exact", u"rating"_s, u"7.55"_s, u"Only one digit fits behind the point."_s);
        row("too much", u"budget"_s, u"1e13"_s, u"Only 0 to 10000000000000 fit here."_s);
        row("no day", u"release_date"_s, u"2021-02-30"_s, u"“2021-02-30” is no date such as 1939-08-25."_s);
        row("no address", u"homepage"_s, u"dune"_s,
            u"This is no address of the web: it begins with https:// or http://."_s);
        row("no id", u"imdb_id"_s, u"1160419"_s, u"It has a form such as tt0032138."_s);
        row("no currency", u"budget_currency"_s, u"Dollars"_s, u"It does not have the form “[A-Z]{3}”."_s);
        row("no title", u"title"_s, u" "_s, u"It cannot be empty."_s);
        row("no name of a row", u"director_id"_s, u"Ann"_s, u"“Ann” is not known among the directors."_s);
        row("a key", u"movie_id"_s, u"7"_s, u"This column is filled by the program."_s);
    }
    void whatCannotBeMeantHasAReason()
    {
        QFETCH(QString, column);
        QFETCH(QString, text);
        QTEST(read(column, text).fault, "fault");
    }

    void theLanguageSaysHowNumbersAndDatesAreWritten()
    {
        const QLocale german(QLocale::German, QLocale::Germany);
        QCOMPARE(read(u"rating"_s, u"7,5"_s, german).value, Cell(u"7.5"_s));
        QCOMPARE(read(u"budget"_s, u"165.000.000"_s, german).value, Cell(u"165000000"_s));
        QCOMPARE(read(u"release_date"_s, u"22.10.2021"_s, german).value.value_or(u""_s).right(5), u"10-22"_s);
        QCOMPARE(typed::shown(*table(u"movies"_s).column(u"rating"_s), u"7.5"_s, german), u"7,5"_s);
    }

    void aLongTextIsKeptAndSaysSo()
    {
        const auto checked = read(u"title"_s, QString(256, u'a'));
        QVERIFY(checked.isFine());
        QCOMPARE(checked.value->size(), 256);
        QCOMPARE(checked.notice, u"Longer than the 255 signs that are usual here; all 256 are kept."_s);
        QCOMPARE(read(u"title"_s, QString(255, u'a')).notice, QString());
    }

    void aBlockChangesRowsAndMakesNewOnes()
    {
        const pasting::Block block{.columns = {u"title"_s, u"runtime"_s, u"director_id"_s},
                                   .lines = {{u"Dune"_s, u"155"_s, u"Ann Hui"_s},
                                             {u"Boat People"_s, u"109 minutes"_s, u"Ann Hui"_s},
                                             {u"Three Sisters"_s, u"x"_s, u"Wang Bing"_s}}};
        const Record dune{.table = u"movies"_s,
                          .key = u"1"_s,
                          .version = 2,
                          .values = {{u"title"_s, u"Dune"_s}, {u"runtime"_s, {}}, {u"director_id"_s, u"9"_s}}};
        const auto preview = pasting::preview(table(u"movies"_s), block, {dune}, Names, pasting::Unknown::IsFault);
        QCOMPARE(
            printed(preview),
            QStringList({u"1 director_id 9 → 3"_s, u"1 runtime – → 155"_s,
                         u"new:line1 movies {\"director_id\":\"3\",\"runtime\":\"109\",\"title\":\"Boat People\"}"_s,
                         u"line 2 runtime: “x” is no number."_s,
                         u"line 2 director_id: 2 of the directors are called “Wang Bing”: give the key."_s}));
        QCOMPARE(preview.unchanged, 1);
    }

    void unknownNamesAreFaultsOrMadeOnce()
    {
        const pasting::Block block{.columns = {u"title"_s, u"director_id"_s},
                                   .lines = {{u"A"_s, u"New One"_s}, {u"B"_s, u"New One"_s}, {{}, u"7"_s}}};
        QCOMPARE(printed(pasting::preview(table(u"movies"_s), block, {}, Names, pasting::Unknown::IsFault)).first(2),
                 QStringList({u"line 0 director_id: “New One” is not known among the directors."_s,
                              u"line 1 director_id: “New One” is not known among the directors."_s}));
        QCOMPARE(printed(pasting::preview(table(u"movies"_s), block, {}, Names, pasting::Unknown::IsMade)),
                 QStringList({u"new:paste1 directors {\"name\":\"New One\"}"_s,
                              u"new:line0 movies {\"director_id\":\"new:paste1\",\"title\":\"A\"}"_s,
                              u"new:line1 movies {\"director_id\":\"new:paste1\",\"title\":\"B\"}"_s,
                              u"line 2 title: It cannot be empty."_s}));
    }

    void aNewRowWithAFaultIsCountedAndMakesNothing()
    {
        const pasting::Block block{.columns = {u"title"_s, u"director_id"_s, u"runtime"_s},
                                   .lines = {{u"A"_s, u"New One"_s, u"90"_s}, {u"B"_s, u"Nobody"_s, u"long"_s}}};
        const auto preview = pasting::preview(table(u"movies"_s), block, {}, Names, pasting::Unknown::IsMade);
        QCOMPARE(printed(preview),
                 QStringList({u"new:paste1 directors {\"name\":\"New One\"}"_s,
                              u"new:line0 movies {\"director_id\":\"new:paste1\",\"runtime\":\"90\",\"title\":\"A\"}"_s,
                              u"line 1 runtime: “long” is no number."_s}));
        QCOMPARE(preview.notMade, 1);
    }

    void headersAreColumnsAsPeopleCallThem()
    {
        const auto block = pasting::block(
            table(u"movies"_s), {u"Release date"_s, u"director"_s, u"created_at"_s, u"movie_id"_s, u"Shelf"_s}, {});
        QCOMPARE(block.columns, QStringList({u"release_date"_s, u"director_id"_s, u""_s, u"movie_id"_s, u""_s}));
        QCOMPARE(block.aside, QStringList({u"created_at"_s, u"Shelf"_s}));
    }

    void linesFindTheirRowsByKeyAndNamesTheirKeys_data() { TestStore::addEngines(); }
    void linesFindTheirRowsByKeyAndNamesTheirKeys()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        QVERIFY(
            done(connection.run(u"INSERT INTO directors (director_id, name) VALUES (1, 'Ann Hui'), (2, 'Élodie')"_s)));
        QVERIFY(done(connection.run(u"INSERT INTO movies (movie_id, title) VALUES (5, 'Dune'), (6, 'Arrival')"_s)));
        const auto block = pasting::block(table(u"movies"_s), {u"movie_id"_s, u"director"_s},
                                          {{u"6"_s, u"Ann Hui"_s}, {u""_s, u"Élodie"_s}, {u"5"_s, u"Nobody"_s}});
        const auto rows = got(pasting::rows(connection, table(u"movies"_s), block));
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[0]->values[u"title"_s], u"Arrival"_s);
        QVERIFY(!rows[1]);
        QCOMPARE(rows[2]->key, u"5"_s);
        const auto names = got(pasting::names(connection, table(u"movies"_s), block));
        QCOMPARE(names[u"directors"_s].value(u"Élodie"_s), u"2"_s);
        QCOMPARE(names[u"directors"_s].size(), 2);

        const auto found = got(suggestions::names(connection, u"directors"_s, u"éL"_s));
        QCOMPARE(found, QList<suggestions::Name>({{u"2"_s, u"Élodie"_s}}));
        QCOMPARE(got(suggestions::names(connection, u"directors"_s, {}, 1)).size(), 1);
        QCOMPARE(got(suggestions::values(connection, u"movies"_s, u"title"_s, u"a"_s)), QStringList({u"Arrival"_s}));
    }
};

QTEST_GUILESS_MAIN(TestPasting)
#include "tst_pasting.moc"
