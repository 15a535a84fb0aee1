#include "barlist.h"
#include "editdesk.h"
#include "engineshelf.h"
#include "facetlist.h"
#include "filterheader.h"
#include "jobs/crawling.h"
#include "posters.h"
#include "rowplaces.h"
#include "rowranges.h"
#include "settings.h"
#include "shownpage.h"
#include "store/tablejson.h"
#include "tablecell.h"
#include "tablehistory.h"
#include "tablelayouts.h"
#include "tablemodel.h"
#include "tablesmodel.h"
#include "tablespage.h"
#include "tablewording.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QBuffer>
#include <QClipboard>
#include <QCryptographicHash>
#include <QGuiApplication>
#include <QHeaderView>
#include <QImage>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::Literals;
using tablecell::Kind;

namespace {

Source wikidata(const QString &property)
{
    return {.kind = Source::Kind::Wikidata,
            .name = property,
            .url = QUrl(u"https://www.wikidata.org/wiki/Q1"_s),
            .at = QDateTime(QDate(2026, 11, 23), QTime(12, 0), QTimeZone::UTC)};
}

QUrl posterOf(int number)
{
    return QUrl(u"https://images.example/%1.png"_s.arg(number));
}

/// A web that has the first posters, and nothing else.
void hangPosters(FilmShelf &shelf, int count)
{
    QByteArray png;
    QBuffer buffer(&png);
    QImage image(20, 30, QImage::Format_RGB32);
    image.fill(Qt::darkRed);
    QVERIFY(buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"));
    auto recording = std::make_shared<Recording>();
    for (int i = 0; i < count; ++i)
        recording->add({.url = posterOf(i), .accept = "image/*"},
                       {.status = 200, .contentType = "image/png", .body = png});
    shelf.http.replay(recording);
}

/// What was asked of the web.
QStringList asked(const QSignalSpy &answered)
{
    QStringList urls;
    for (const QVariantList &one : answered)
        urls.append(one.constFirst().value<Traffic>().url.fileName());
    return urls;
}

Movie movie(int number, const QString &title)
{
    Movie movie{.wikidataId = u"Q%1"_s.arg(1000 + number)};
    movie.title = Fact<QString>{.value = title, .source = wikidata(u"label"_s)};
    movie.runtime = Fact<int>{.value = 90 + number, .source = wikidata(u"P2047"_s)};
    movie.released = Fact<PartialDate>{.value = {1980 + number % 40, 6, 15}, .source = wikidata(u"P577"_s)};
    movie.budget = Fact<Money>{.value = {.amount = 1'000'000.0 * number, .upper = 1'000'000.0 * number},
                               .source = wikidata(u"P2130"_s)};
    movie.posterUrl = Fact<QUrl>{.value = posterOf(number), .source = wikidata(u"P18"_s)};
    const QStringList directors{u"Ann Lee"_s, u"Bo Chen"_s, u"Cy Dior"_s};
    movie.directors = {{.value = {.name = directors[number % 3]}, .source = wikidata(u"P57"_s)}};
    return movie;
}

/// Films that a crawl has recorded, the first of them Dune and Heat.
void record(FilmShelf &shelf, int count)
{
    QList<Item> items;
    for (int i = 0; i < count; ++i)
        items.append(FilmShelf::film(u"f%1"_s.arg(i), u"Film %1"_s.arg(i), 1990));
    shelf.list(items);
    QList<library::Weighed> decided;
    QList<library::Recorded> movies;
    for (int i = 0; i < count; ++i) {
        const ItemId id = shelf.idOf(u"f%1"_s.arg(i));
        decided.append({.item = id,
                        .decision = {.item = id,
                                     .verdict = Verdict::AcceptedByMachine,
                                     .who = u"test"_s,
                                     .wikidataId = u"Q%1"_s.arg(1000 + i)}});
        const QString title = i == 0 ? u"Dune"_s : i == 1 ? u"Heat, \"the\" film"_s : u"Film %1"_s.arg(i);
        movies.append({.item = id, .movie = movie(i, title)});
    }
    shelf.ask([&](Connection &connection) {
        return library::keepWeighed(connection, decided).and_then([&] { return library::record(connection, movies); });
    });
}

/// The page over a shelf, and what a person reads on it.
class Desk : public ShownPage<TablesPage>
{
public:
    explicit Desk(FilmShelf &shelf)
        : ShownPage(shelf)
    {
        page.refresh();
    }

    QTableView *grid() const { return find<QTableView>(u"tableGrid"_s); }
    QTableView *tables() const { return find<QTableView>(u"tableList"_s); }
    int column(const QString &title) const
    {
        for (int i = 0; i < grid()->model()->columnCount(); ++i) {
            if (grid()->model()->headerData(i, Qt::Horizontal).toString() == title)
                return i;
        }
        return -1;
    }
    QString cell(int row, const QString &column) const
    {
        return grid()->model()->index(row, this->column(column)).data().toString();
    }
    void chooseTable(const QString &title)
    {
        for (int row = 0; row < tables()->model()->rowCount(); ++row) {
            if (tables()->model()->index(row, 0).data().toString() == title)
                tables()->setCurrentIndex(tables()->model()->index(row, 0));
        }
    }
    void clickHeader(const QString &title)
    {
        QHeaderView *header = grid()->horizontalHeader();
        const int section = column(title);
        grid()->scrollTo(grid()->model()->index(0, section));
        QTest::mouseClick(
            header->viewport(), Qt::LeftButton, {},
            {header->sectionViewportPosition(section) + header->sectionSize(section) / 2, header->height() / 4});
    }
    void choose(int row, const QString &title) const
    {
        grid()->setCurrentIndex(grid()->model()->index(row, column(title)));
    }
    QRect place(int row, const QString &title) const
    {
        return grid()->visualRect(grid()->model()->index(row, column(title)));
    }
    void trigger(const QString &action) const { page.template findChild<QAction *>(action)->trigger(); }
    void scrollAcross() const { grid()->horizontalScrollBar()->setValue(grid()->horizontalScrollBar()->maximum()); }
    QString count() const { return text(u"tableCount"_s); }
    QLineEdit *field(const QString &title) const { return find<FilterHeader>(u"tableHeader"_s)->field(column(title)); }
    void type(const QString &title, const QString &filter) const
    {
        field(title)->selectAll();
        QTest::keyClicks(field(title), filter);
    }
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

TableShape shapeOf(qint64 count)
{
    return {.query = {.table = u"movies"_s},
            .key = {u"movie_id"_s},
            .fields = {{.name = u"movie_id"_s, .header = u"movie_id"_s, .type = u"INTEGER"_s},
                       {.name = u"title"_s, .header = u"title"_s, .type = u"VARCHAR(255)"_s}},
            .kinds = {Kind::Key, Kind::Text},
            .count = count,
            .total = count};
}

TableModel::Rows rowsOf(int count)
{
    TableModel::Rows rows;
    for (int i = 0; i < count; ++i)
        rows.append({.key = {i + 1},
                     .cells = {i + 1, i == 1 ? QVariant() : QVariant(i == 2 ? u""_s : u"Film %1"_s.arg(i))},
                     .referred = {{}, {}}});
    return rows;
}

}

/// The tables as a person browses them: chosen, sorted, filtered, read in full, exported.
class TestTables : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestStore::addEngines(); }
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }
    void init()
    {
        QFETCH_GLOBAL(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
    }

    // Values

    void valuesAreInThePersonsLanguage_data()
    {
        QTest::addColumn<QVariant>("value");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("text");
        QTest::newRow("money") << QVariant(165000000.0) << Kind::Money << u"165,000,000"_s;
        QTest::newRow("a number as text") << QVariant(u"1234"_s) << Kind::Number << u"1,234"_s;
        QTest::newRow("a rating") << QVariant(7.5) << Kind::Number << u"7.5"_s;
        QTest::newRow("a key") << QVariant(1234) << Kind::Key << u"1234"_s;
        QTest::newRow("a date") << QVariant(u"2021-10-22"_s) << Kind::Date << u"10/22/21"_s;
        QTest::newRow("no date") << QVariant(u"soon"_s) << Kind::Date << u"soon"_s;
        QTest::newRow("unknown") << QVariant() << Kind::Money << QString();
        QTest::newRow("zero is not unknown") << QVariant(0) << Kind::Number << u"0"_s;
        QTest::newRow("bytes") << QVariant(QByteArray("\x01\xff")) << Kind::Text << u"01 ff"_s;
    }

    void valuesAreInThePersonsLanguage()
    {
        QFETCH(const QVariant, value);
        QFETCH(const Kind, kind);
        QTEST(tablecell::text(value, kind), "text");
    }

    void columnsHaveKinds()
    {
        QCOMPARE(tablecell::kind(u"budget"_s, u"NUMERIC(15, 2)"_s), Kind::Money);
        QCOMPARE(tablecell::kind(u"rating"_s, u"NUMERIC(3, 1)"_s), Kind::Number);
        QCOMPARE(tablecell::kind(u"director_id"_s, u"INTEGER"_s), Kind::Key);
        QCOMPARE(tablecell::kind(u"year"_s, u"INTEGER"_s), Kind::Year);
        QCOMPARE(tablecell::kind(u"created_at"_s, u"TIMESTAMP"_s), Kind::Moment);
        QCOMPARE(tablecell::kind(u"poster_url"_s, u"VARCHAR(255)"_s), Kind::Address);
        QCOMPARE(tablecell::kind(u"plot"_s, u"TEXT"_s), Kind::Text);
        QCOMPARE(tablecell::title(u"imdb_id"_s), u"IMDb ID"_s);
        QCOMPARE(tablecell::title(u"release_date"_s), u"Release date"_s);
        QCOMPARE(tablecell::title(u"movies"_s, u"director_id"_s), u"Director"_s);
        QCOMPARE(tablecell::title(u"ratings"_s, u"source"_s), u"Source"_s);
        QCOMPARE(tablecell::title(u"ratings"_s, u"source_id"_s), u"Source ID"_s);
    }

    void newRowsGoInRuns()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(shapeOf(0), {});
        const auto rows = [](const QStringList &keys) {
            TableModel::Rows made;
            for (const QString &key : keys)
                made.append({.key = {key}, .cells = {}, .referred = {}});
            return made;
        };
        model.setNew(rows({u"new:a"_s, u"new:b"_s, u"new:c"_s, u"new:d"_s, u"new:e"_s}));
        const QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.setNew(rows({u"new:b"_s, u"new:e"_s}));
        QCOMPARE(removed.size(), 2);
        QCOMPARE(removed[0].mid(1), QVariantList({2, 3}));
        QCOMPARE(removed[1].mid(1), QVariantList({0, 0}));
        QCOMPARE(model.newCount(), 2);
        model.setNew({});
        QCOMPARE(removed.size(), 3);
        QCOMPARE(model.newCount(), 0);
    }

    void countsReadAsSentences()
    {
        TableShape shape = shapeOf(63);
        QCOMPARE(tablewording::count(shape), u"63 movies"_s);
        shape.query.words = u"dune "_s;
        shape.count = 12;
        QCOMPARE(tablewording::count(shape), u"12 of 63 movies match “dune”"_s);
    }

    void onlyWebAddressesAreLinks()
    {
        QCOMPARE(tablewording::link(QUrl(u"javascript:alert(1)"_s), u"<b>"_s), u"&lt;b&gt;"_s);
        QVERIFY(tablewording::link(QUrl(u"https://a.example/\"x"_s), u"y"_s)
                    .startsWith(u"<a href=\"https://a.example/%22x\""_s));
    }

    // Models

    void rowsThatAreNotHereAreAskedFor()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model);
        QSignalSpy wanted(&model, &TableModel::pageWanted);
        model.show(shapeOf(1'000'000), rowsOf(TableModel::PageSize));
        QCOMPARE(model.rowCount(), 1'000'000);
        QCOMPARE(model.index(0, 1).data().toString(), u"Film 0"_s);
        QCOMPARE(model.index(1, 1).data().toString(), u"–"_s);
        QCOMPARE(model.index(1, 1).data(Qt::AccessibleTextRole).toString(), u"No value"_s);
        QCOMPARE(model.index(2, 1).data().toString(), u"“”"_s);
        QCOMPARE(model.index(2, 1).data(Qt::AccessibleTextRole).toString(), u"Empty text"_s);
        QVERIFY(model.takeWanted() == std::nullopt);

        QCOMPARE(model.index(700'005, 1).data().toString(), u"…"_s);
        QVERIFY(wanted.wait());
        const int page = 700'005 / TableModel::PageSize;
        QCOMPARE(model.takeWanted(), page);
        QVERIFY(model.takeWanted() == std::nullopt);
        model.setPage(page, rowsOf(TableModel::PageSize));
        QVERIFY(model.index(700'005, 1).data().toString().startsWith(u"Film"_s));
    }

    void onlySomePagesAreKept()
    {
        TableModel model;
        model.show(shapeOf(1'000'000), rowsOf(TableModel::PageSize));
        for (int page = 0; page <= TableModel::PagesKept; ++page)
            model.setPage(page, rowsOf(TableModel::PageSize));
        QVERIFY(!model.rowAt(0));
        QVERIFY(model.rowAt(TableModel::PageSize));
        QVERIFY(model.rowAt(TableModel::PagesKept * TableModel::PageSize));
    }

    void whatWasScrolledPastIsNotAskedFor()
    {
        TableModel model;
        model.show(shapeOf(1'000'000), {});
        for (int page = 100; page < 200; ++page)
            model.index(page * TableModel::PageSize, 0).data();
        QCOMPARE(model.takeWanted(), 199);
        QCOMPARE(model.takeWanted(), 198);
        QCOMPARE(model.takeWanted(), 197);
        QCOMPARE(model.takeWanted(), 196);
        QVERIFY(model.takeWanted() == std::nullopt);
    }

    void rowsThatAreNotSavedStandBeforeTheOthers()
    {
        TableModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(shapeOf(2'000), rowsOf(TableModel::PageSize));
        const auto made = [](const QString &key, const QString &title) {
            return table::Row{.key = {key}, .cells = {QVariant(), title}, .referred = {{}, {}}};
        };
        model.setNew({made(u"new:1"_s, u"A"_s), made(u"new:2"_s, u"B"_s)});
        QCOMPARE(model.rowCount(), 2'002);
        QCOMPARE(model.index(1, 1).data().toString(), u"B"_s);
        QCOMPARE(model.index(2, 1).data().toString(), u"Film 0"_s);
        QVERIFY(model.index(1, 0).flags().testFlag(Qt::ItemIsEditable) == false); // its key is made when it is saved
        QVERIFY(model.index(1, 1).flags().testFlag(Qt::ItemIsEditable));
        const QPersistentModelIndex kept = model.index(1, 1);
        model.setNew({made(u"new:2"_s, u"C"_s), made(u"new:3"_s, u"D"_s)});
        QCOMPARE(kept.row(), 0);
        QCOMPARE(kept.data().toString(), u"C"_s);
        QCOMPARE(model.index(1'507, 1).data().toString(), u"…"_s);
        QCOMPARE(model.takeWanted(), 1'505 / TableModel::PageSize);
        model.setCount(2'100, true);
        QCOMPARE(model.rowCount(), 2'102);
        model.setNew({});
        QCOMPARE(model.rowCount(), 2'100);
        QCOMPARE(model.index(0, 1).data().toString(), u"Film 0"_s);
    }

    void chosenRowsAreRanges()
    {
        TableModel model;
        model.show(shapeOf(1'000), {});
        QItemSelection selection(model.index(5, 0), model.index(9, 1));
        selection.append({model.index(8, 0), model.index(12, 0)});
        selection.append({model.index(0, 0), model.index(2, 0)});
        QCOMPARE(rowranges::of(selection), QList<RowRange>({{0, 3}, {5, 8}}));
        QCOMPARE(rowranges::count(rowranges::of(selection)), 11);
        QCOMPARE(rowranges::of(selection, 2), QList<RowRange>({{0, 1}, {3, 8}})); // two are not the table's own
    }

    void programTablesStandBehindAHeading()
    {
        TablesModel model;
        const QAbstractItemModelTester tester(&model);
        QStringList names;
        for (int i = 0; i < TablesModel::MovieTables; ++i)
            names.append(u"table_%1"_s.arg(i));
        names.append(u"items"_s);
        model.setTables(names, {{u"items"_s, seek::Size{.rows = 1234}}});
        QCOMPARE(model.rowCount(), 12);
        QCOMPARE(model.index(10, 0).data().toString(), u"Program"_s);
        QVERIFY(!(model.index(10, 0).flags() & Qt::ItemIsSelectable));
        QCOMPARE(model.index(11, 1).data().toString(), u"1,234"_s);
        QCOMPARE(model.tableAt(11), u"items"_s);
        const QMap<qint64, QString> estimates{
            {9'999, u"≈ 9,999"_s}, {300'548, u"≈ 301 k"_s}, {1'201'333, u"≈ 1.2 M"_s}};
        for (const auto &[rows, text] : estimates.asKeyValueRange()) {
            model.setTables(names, {{u"items"_s, seek::Size{.rows = rows, .isExact = false}}});
            QCOMPARE(model.index(11, 1).data().toString(), text);
        }
    }

    void whatIsKnownOfPlacesGrows()
    {
        table::Look look{
            .isAll = false, .size = {.rows = 1'000'000, .isExact = false}, .firstKey = 11, .lastKey = 1'000'010};
        look.outline.way = table::Outline::Way::Walked;
        for (int i = 0; i < seek::Step; ++i)
            look.keys.append(QVariantList{11 + i});
        RowPlaces places(look);
        QCOMPARE(places.count(), 1'000'000);
        QVERIFY(!places.isExact());
        QCOMPARE(places.keys(10, 2), table::Keys({{21}, {22}}));
        QVERIFY(!places.keys(seek::Step - 1, 2));
        QCOMPARE(places.way(500'000, 128)->start, seek::Start{.after = {500'010}});
        QVERIFY(places.way(500'000, 128)->isGuess);
        QCOMPARE(places.way(999'900, 100)->start, seek::Start{.isBackwards = true});
        places.add({.isFirst = true, .marks = {{2058}, {4106}}});
        QCOMPARE(places.way(seek::Step * 2 + 5, 128)->start, (seek::Start{.after = {4106}, .skip = 5}));
        QVERIFY(!places.way(seek::Step * 2 + 5, 128)->isGuess);
        places.add({.count = 5000});
        QCOMPARE(places.count(), 5000);
        QVERIFY(places.isExact());
    }

    void listedKeysTakeThePlaceOfTheFirst()
    {
        table::Look look{.keys = {{7}, {9}}, .isAll = false, .size = {.rows = 100}};
        look.outline.query.words = u"dune"_s;
        RowPlaces places(look);
        QCOMPARE(places.count(), 2);
        QVERIFY(!places.way(5, 1));
        places.add({.isFirst = true, .keys = {{9}, {u"a"_s}, {11}}});
        QCOMPARE(places.count(), 3);
        QCOMPARE(places.keys(0, 3), table::Keys({{9}, {u"a"_s}, {11}}));
        places.add({.count = 3});
        QVERIFY(places.isExact());
    }

    void whatIsLearntAnewStandsThereOnce()
    {
        table::Look listed{.keys = {{7}, {9}}, .isAll = false};
        RowPlaces places(listed);
        places.add({.isFirst = true, .keys = {{7}, {9}}});
        places.add({.isFirst = true, .keys = {{7}, {9}}}); // the server went away and came back
        places.add({.keys = {{11}}});
        places.add({.count = 3});
        QCOMPARE(places.keys(0, 3), table::Keys({{7}, {9}, {11}}));
        table::Look walked{.isAll = false};
        walked.outline.way = table::Outline::Way::Walked;
        places = RowPlaces(walked);
        places.add({.isFirst = true, .marks = {{2058}, {4106}}});
        places.add({.isFirst = true, .marks = {{2058}, {4106}}});
        places.add({.marks = {{6154}}, .count = 6200});
        QCOMPARE(places.way(seek::Step * 3 + 1, 10)->start, (seek::Start{.after = {6154}, .skip = 1}));
    }

    void oneGoesBackAndForth()
    {
        TableHistory history;
        history.go({.table = u"movies"_s});
        history.change({.table = u"movies"_s, .words = u"dune"_s});
        history.go({.table = u"directors"_s});
        QVERIFY(history.canGoBack());
        QCOMPARE(history.back().words, u"dune"_s);
        QVERIFY(!history.canGoBack());
        QCOMPARE(history.forth().table, u"directors"_s);
        history.back();
        history.go({.table = u"actors"_s});
        QVERIFY(!history.canGoForth());
    }

    void ticksAreAFilter()
    {
        const table::Facet drama{.name = u"Drama"_s, .filter = u"=Drama"_s};
        const table::Facet comedy{.name = u"Comedy"_s, .filter = u"=Comedy"_s};
        QCOMPARE(FacetList::filterOf({}), QString());
        QCOMPARE(FacetList::filterOf({drama, comedy}), u"=Drama|Comedy"_s);
        QCOMPARE(FacetList::filterOf({{u"France"_s, u"France"_s}, {u"Italy"_s, u"Italy"_s}}), u"France|Italy"_s);
    }

    void layoutsAndViewsAreKept()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const table::Query query{.table = u"movies"_s,
                                 .columns = {u"title"_s},
                                 .order = {{u"runtime"_s, Qt::DescendingOrder}, {u"title"_s}},
                                 .filters = {{u"movie_genres"_s, u"=Drama"_s, 7}, {u"title"_s, u"a|b"_s}},
                                 .words = u"dune"_s};
        const TableLayouts::Layout layout{.columns = {u"title"_s},
                                          .header = QByteArray("\x01\x02", 2),
                                          .frozen = 2,
                                          .query = query,
                                          .row = 5,
                                          .column = 1};
        {
            TableLayouts layouts(&settings, u"a.sqlite"_s);
            layouts.keep(layout);
            layouts.keepView(u"Long dramas"_s, layout);
        }
        TableLayouts again(&settings, u"a.sqlite"_s);
        QCOMPARE(again.layout(u"movies"_s), layout);
        QCOMPARE(again.lastTable(), u"movies"_s);
        QCOMPARE(again.views(), QStringList(u"Long dramas"_s));
        QCOMPARE(again.view(u"Long dramas"_s), layout);
        again.removeView(u"Long dramas"_s);
        QVERIFY(again.views().isEmpty());
        QVERIFY(!TableLayouts(&settings, u"b.sqlite"_s).layout(u"movies"_s));
    }

    void viewsThatWereQueriesAreStillKnown()
    {
        const QTemporaryDir folder;
        Settings settings(folder.filePath(u"s.ini"_s));
        const table::Query query{.table = u"movies"_s, .words = u"dune"_s};
        TableLayouts layouts(&settings, u"a.sqlite"_s);
        layouts.keepView(u"New"_s, {.query = query});
        const auto key
            = QString::fromLatin1(QCryptographicHash::hash("a.sqlite", QCryptographicHash::Sha1).toHex().first(12));
        QJsonObject kept = settings.tables(key);
        QVERIFY(kept.contains(u"views"_s));
        kept.insert(u"views"_s, QJsonObject{{u"Old"_s, table::json(query)}});
        settings.setTables(key, kept);
        QCOMPARE(TableLayouts(&settings, u"a.sqlite"_s).view(u"Old"_s), TableLayouts::Layout{.query = query});
    }

    // The page

    void anEmptyDatabaseSaysSo()
    {
        EngineShelf shelf;
        const Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"0 movies"_s);
        QCOMPARE(desk.text(u"tableNothing"_s), u"This table is empty. It fills while a gallery is crawled."_s);
        QVERIFY(!desk.find<QToolButton>(u"exportRowsButton"_s)->isEnabled());
        QVERIFY(desk.tables()->model()->rowCount() > TablesModel::MovieTables);
    }

    void moviesAreShownFirst()
    {
        EngineShelf shelf;
        record(shelf, 12);
        const Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QCOMPARE(desk.cell(0, u"Title"_s), u"Dune"_s);
        QCOMPARE(desk.cell(3, u"Director"_s), u"Ann Lee"_s);
        QCOMPARE(desk.cell(3, u"Budget"_s), u"3,000,000"_s);
        QCOMPARE(desk.cell(0, u"Tagline"_s), u"–"_s);
        const QModelIndex runtime = desk.grid()->model()->index(0, desk.column(u"Runtime"_s));
        QCOMPARE(Qt::Alignment(runtime.data(Qt::TextAlignmentRole).toInt()), Qt::AlignRight | Qt::AlignVCenter);
    }

    void wordsNarrowTheRows()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QTest::keyClick(&desk.page, Qt::Key_F, Qt::ControlModifier);
        auto *words = desk.find<QLineEdit>(u"tableWords"_s);
        QTRY_VERIFY(words->hasFocus());
        QCOMPARE(words->placeholderText(), u"Find words by their beginnings"_s);
        QVERIFY(words->toolTip().contains(u"Title, Original title,"_s));
        QVERIFY(words->toolTip().contains(u"Directors"_s));
        QTest::keyClicks(words, u"dÜN"_s);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match “dÜN”"_s);
        QCOMPARE(desk.cell(0, u"Title"_s), u"Dune"_s);
        words->clear();
        QTest::keyClicks(words, u"dUNe"_s);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match “dUNe”"_s);
        QCOMPARE(desk.cell(0, u"Title"_s), u"Dune"_s);
        words->setText(u"nowhere"_s);
        QTRY_COMPARE(desk.text(u"tableNothing"_s), u"No row has words that begin with “nowhere”."_s);
        desk.chooseTable(u"Directors"_s);
        QTRY_COMPARE(desk.count(), u"3 directors"_s);
        QVERIFY(words->text().isEmpty());
        desk.chooseTable(u"Cast"_s);
        QTRY_COMPARE(words->placeholderText(), u"Find words in any column"_s);
    }

    void aClickOnAHeaderSorts()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.clickHeader(u"Runtime"_s);
        QTRY_COMPARE(desk.cell(0, u"Runtime"_s), u"90"_s);
        desk.clickHeader(u"Runtime"_s);
        QTRY_COMPARE(desk.cell(0, u"Runtime"_s), u"101"_s);
    }

    void aColumnIsFilteredUnderItsHeader()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.type(u"Runtime"_s, u">=99"_s);
        QTRY_COMPARE(desk.count(), u"3 of 12 movies match"_s);
        desk.type(u"Directors"_s, u"ann"_s);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match"_s);
        QCOMPARE(desk.cell(0, u"Runtime"_s), u"99"_s);
        desk.type(u"Runtime"_s, u">long"_s);
        QTRY_VERIFY(desk.text(u"tableMessageText"_s).contains(u"“long” is not a number"_s));
        desk.type(u"Runtime"_s, u">1000"_s);
        QTRY_COMPARE(desk.text(u"tableNothing"_s), u"No row is as the filters want it."_s);
        QVERIFY(desk.field(u"Title"_s)->isVisible()); // to be taken back
        desk.page.findChild<QAction *>(u"allRows"_s)->trigger();
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QVERIFY(desk.field(u"Runtime"_s)->text().isEmpty());
    }

    void everyFilterIsAsWideAsItsColumn()
    {
        QStandardItemModel model(1, 3);
        QTableView grid;
        auto *header = new FilterHeader(&grid);
        grid.setHorizontalHeader(header);
        grid.setModel(&model);
        grid.resize(600, 200);
        grid.show();
        for (int column = 0; column < 3; ++column)
            model.setItem(0, column, new QStandardItem(QString(20, u'm')));
        grid.resizeColumnsToContents();
        for (int column = 0; column < 3; ++column) {
            QVERIFY(grid.columnWidth(column) > header->defaultSectionSize());
            QTRY_COMPARE(header->field(column)->width(), grid.columnWidth(column));
        }
    }

    void aFilterThatCannotBeMeantStaysWithItsReason()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.type(u"Title"_s, u"/(du"_s);
        QTRY_COMPARE(desk.count(), u"0 of 12 movies match"_s);
        QTest::keyClicks(desk.field(u"Title"_s), u"/"_s);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QCOMPARE(desk.field(u"Title"_s)->text(), u"/(du/"_s);
        QVERIFY(desk.field(u"Title"_s)->findChild<QAction *>(u"fault"_s));
        QVERIFY(!desk.field(u"Title"_s)->accessibleDescription().isEmpty());
        desk.type(u"Title"_s, u"/(du)/"_s);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match"_s);
        QVERIFY(!desk.field(u"Title"_s)->findChild<QAction *>(u"fault"_s));
        desk.type(u"Title"_s, u"/(du/"_s);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.chooseTable(u"Directors"_s); // of which it was not said
        QTRY_COMPARE(desk.count(), u"3 directors"_s);
        QVERIFY(desk.field(u"Name"_s)->text().isEmpty());
    }

    void whatIsFilteredIsExportedFromTheFilter()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.type(u"Title"_s, u"du"_s);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match"_s);
        QTest::keyClick(desk.field(u"Title"_s), Qt::Key_E, Qt::ControlModifier);
        QTRY_VERIFY(desk.find(u"exportHint"_s)->isVisible());
    }

    void noAnswerWritesOverWhatIsBeingTyped()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        auto *header = desk.find<FilterHeader>(u"tableHeader"_s);
        desk.type(u"Title"_s, u"du"_s);
        const QList<table::Filter> asked = header->takeFilters();
        QTest::keyClicks(desk.field(u"Title"_s), u"n"_s);
        header->show(asked, {});
        QCOMPARE(desk.field(u"Title"_s)->text(), u"dun"_s);
        header->show(header->takeFilters(), {});
        header->show({}, {});
        QVERIFY(desk.field(u"Title"_s)->text().isEmpty());
    }

    void linksAreWrittenBesideTheGrid()
    {
        EngineShelf shelf;
        record(shelf, 3);
        Desk desk(shelf);
        desk.page.resize(1600, 640);
        QTRY_COMPARE(desk.count(), u"3 movies"_s);
        desk.choose(0, u"Genres"_s);
        QTest::keyClick(desk.grid(), Qt::Key_F2);
        QTRY_VERIFY(desk.page.findChild<QLineEdit *>(u"add_movie_genres"_s));
        QTRY_VERIFY(desk.find<QLineEdit>(u"add_movie_genres"_s)->hasFocus());
        QCOMPARE(desk.text(u"formHeading"_s), u"Dune"_s);

        desk.choose(1, u"Directors"_s);
        const QRect place = desk.place(1, u"Directors"_s);
        const QPoint corner = place.topLeft() + QPoint(1, 1);
        const auto ground = [&] { return desk.grid()->viewport()->grab().toImage().pixelColor(corner); };
        QTest::keyClick(desk.grid(), Qt::Key_F2);
        QTRY_VERIFY(desk.find<QLineEdit>(u"add_movie_directors"_s)->hasFocus());
        QTRY_COMPARE(desk.text(u"formHeading"_s), u"Heat, \"the\" film"_s);
        desk.choose(0, u"Title"_s);
        const QColor before = ground();
        desk.choose(1, u"Title"_s);
        QTRY_VERIFY(desk.find<QWidget>(u"chips_movie_directors"_s)->findChild<QToolButton *>(u"chip"_s));
        desk.find<QWidget>(u"chips_movie_directors"_s)->findChild<QToolButton *>(u"chip"_s)->click();
        QTRY_COMPARE(desk.find<EditDesk>(u"editDesk"_s)->session().staged().size(), 1);
        QVERIFY(ground() != before); // not saved
        desk.trigger(u"takeBackAll"_s);
        QTRY_COMPARE(ground(), before);
    }

    void frozenColumnsStayWhileTheOthersScroll()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        desk.page.resize(1600, 640);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        const QString title = u"Title"_s;
        desk.choose(0, title);
        desk.trigger(u"freezeColumns"_s);
        const QRect place = desk.place(0, title);
        const QRect field = desk.field(title)->geometry();
        desk.scrollAcross();
        QCOMPARE(desk.place(0, title), place);
        QCOMPARE(desk.field(title)->geometry(), field);
        QVERIFY(desk.field(title)->isVisible());
        QCOMPARE(desk.grid()->indexAt(place.center()), desk.grid()->currentIndex());
        QVERIFY(desk.place(0, u"Genres"_s).left() < place.right()); // below it, and not what is clicked there

        desk.choose(0, u"Genres"_s); // comes out beside it
        QVERIFY(desk.place(0, u"Genres"_s).left() > place.right());
        desk.scrollAcross();
        const int scrolled = desk.grid()->horizontalScrollBar()->value();
        desk.grid()->setFocus();
        QTest::keyClick(desk.grid(), Qt::Key_Home);
        QTest::keyClick(desk.grid(), Qt::Key_Right);
        QCOMPARE(desk.grid()->currentIndex().column(), desk.column(title));
        QCOMPARE(desk.grid()->horizontalScrollBar()->value(), scrolled);
        QTest::keyClick(desk.grid(), Qt::Key_F2);
        QTRY_VERIFY(desk.grid()->findChild<QWidget *>(u"cellEditor"_s));
        QCOMPARE(desk.find<QWidget>(u"cellEditor"_s)->x(), place.x());
        QTest::keyClick(desk.find<QWidget>(u"edit_title"_s), Qt::Key_Escape);

        desk.type(title, u"film"_s);
        QTRY_COMPARE(desk.count(), u"11 of 12 movies match"_s);
        desk.trigger(u"unfreezeColumns"_s);
        desk.scrollAcross();
        QVERIFY(desk.place(0, title).right() < place.right());
    }

    void aNameThatIsMovedLeavesTheRow()
    {
        EngineShelf shelf;
        record(shelf, 3);
        Desk desk(shelf);
        desk.page.resize(1600, 640);
        QTRY_COMPARE(desk.count(), u"3 movies"_s);
        desk.choose(1, u"Title"_s);
        const QModelIndex current = desk.grid()->currentIndex();
        auto *names = desk.find<FilterHeader>(u"tableHeader"_s);
        const int section = desk.column(u"Genres"_s);
        const QPoint middle(names->sectionViewportPosition(section) + names->sectionSize(section) / 2, 5);
        QTest::mousePress(names->viewport(), Qt::LeftButton, {}, middle);
        QCOMPARE(desk.grid()->currentIndex(), current);
        QTest::mouseRelease(names->viewport(), Qt::LeftButton, {}, middle + QPoint(0, 500)); // and does not sort
        QCOMPARE(desk.grid()->currentIndex(), current);
    }

    void frozenNamesAreClickedWidenedAndMoved()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        desk.page.resize(1600, 640);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.choose(0, u"Title"_s);
        desk.trigger(u"freezeColumns"_s);
        desk.scrollAcross();
        auto *names = desk.find<QHeaderView>(u"frozenHeader"_s);
        const int title = desk.column(u"Title"_s);
        const auto click = [&] {
            QTest::mouseClick(names->viewport(), Qt::LeftButton, {},
                              {names->sectionViewportPosition(title) + names->sectionSize(title) / 2, 5});
        };
        click();
        QTRY_COMPARE(desk.cell(1, u"Title"_s), u"Film 10"_s);
        click();
        QTRY_COMPARE(desk.cell(0, u"Title"_s), u"Heat, \"the\" film"_s);
        names->resizeSection(title, 150);
        QCOMPARE(desk.grid()->columnWidth(title), 150);
        QCOMPARE(desk.place(0, u"Title"_s).width(), 150);
        names->moveSection(names->visualIndex(title), 0);
        QCOMPARE(desk.grid()->horizontalHeader()->visualIndex(title), 0);
        QCOMPARE(desk.place(0, u"Title"_s).left(), 0);

        emit desk.find<FilterHeader>(u"tableHeader"_s)->customContextMenuRequested({5, 5});
        const auto actions = desk.find<QMenu>(u"headerMenu"_s)->actions();
        QVERIFY(std::ranges::contains(actions, u"&Freeze up to here"_s, &QAction::text));
        desk.find<QMenu>(u"headerMenu"_s)->close();
    }

    void whatIsFrozenStaysAtTheRightEdgeWhereOneReadsFromThere()
    {
        EngineShelf shelf;
        record(shelf, 3);
        Desk desk(shelf);
        desk.page.resize(1600, 640);
        desk.page.setLayoutDirection(Qt::RightToLeft);
        QTRY_COMPARE(desk.count(), u"3 movies"_s);
        desk.choose(0, u"Title"_s);
        desk.trigger(u"freezeColumns"_s);
        const QRect place = desk.place(0, u"Title"_s);
        desk.scrollAcross();
        QCOMPARE(desk.place(0, u"Title"_s), place);
        QCOMPARE(desk.grid()->indexAt(place.center()).column(), desk.column(u"Title"_s));
        QCOMPARE(desk.place(0, u"Movie ID"_s).right(), desk.grid()->viewport()->width() - 1);
        desk.choose(0, u"Genres"_s);
        QVERIFY(desk.place(0, u"Genres"_s).right() < place.left());
    }

    void valuesAreTickedWithTheirCounts()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.grid()->setCurrentIndex(desk.grid()->model()->index(0, desk.column(u"Directors"_s)));
        desk.page.findChild<QAction *>(u"chooseValues"_s)->trigger();
        auto *values = desk.find<QTreeWidget>(u"facets"_s);
        QTRY_COMPARE(values->topLevelItemCount(), 3);
        QCOMPARE(values->topLevelItem(1)->text(0), u"Bo Chen  (4)"_s);
        values->topLevelItem(1)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(desk.count(), u"4 of 12 movies match"_s);
        values->topLevelItem(2)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(desk.count(), u"8 of 12 movies match"_s);
        QCOMPARE(desk.field(u"Directors"_s)->text(), u"=Bo Chen|Cy Dior"_s);
    }

    void theFieldOneTypesInStaysInSight()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.scrollAcross();
        QVERIFY(desk.field(u"Title"_s)->visibleRegion().isEmpty());
        desk.type(u"IMDb ID"_s, u"no such"_s);
        QTRY_COMPARE(desk.count(), u"0 of 12 movies match"_s);
        QVERIFY(desk.field(u"Title"_s)->visibleRegion().isEmpty()); // which is where one began
        desk.field(u"IMDb ID"_s)->clear();
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QVERIFY(desk.field(u"Title"_s)->visibleRegion().isEmpty()); // which is where one began
        QCOMPARE(desk.grid()->currentIndex().row(), 0);
    }

    void theOrderLeavesOneInTheColumn()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.choose(5, u"Release date"_s);
        const int scrolled = desk.grid()->horizontalScrollBar()->value();
        desk.clickHeader(u"Release date"_s);
        QTRY_COMPARE(desk.grid()->currentIndex().row(), 0);
        QCOMPARE(desk.grid()->currentIndex().column(), desk.column(u"Release date"_s));
        QCOMPARE(desk.grid()->horizontalScrollBar()->value(), scrolled);
    }

    void theFieldOneTypesInOffersItsValues()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.field(u"Directors"_s)->setFocus();
        QTRY_VERIFY(desk.field(u"Directors"_s)->hasFocus());
        desk.trigger(u"chooseValues"_s);
        QTRY_COMPARE(desk.find<QTreeWidget>(u"facets"_s)->topLevelItemCount(), 3);
        desk.find<FacetList>(u"facetList"_s)->close();
    }

    void aDecadeOpensToItsYears()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.choose(0, u"Release date"_s);
        desk.trigger(u"chooseValues"_s);
        auto *values = desk.find<QTreeWidget>(u"facets"_s);
        QTRY_COMPARE(values->topLevelItemCount(), 2);
        auto *decade = values->topLevelItem(0);
        QCOMPARE(decade->text(0), u"1980–1989  (10)"_s);
        QCOMPARE(decade->childCount(), 10);
        QCOMPARE(decade->child(3)->text(0), u"1983  (1)"_s);
        decade->child(3)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match"_s);
        decade->child(5)->setCheckState(0, Qt::Checked);
        QTRY_COMPARE(desk.count(), u"2 of 12 movies match"_s);
        QCOMPARE(desk.field(u"Release date"_s)->text(), u"=1983|1985"_s);
        decade->setCheckState(0, Qt::Checked); // instead of its years
        QTRY_COMPARE(desk.count(), u"10 of 12 movies match"_s);
        QCOMPARE(decade->child(3)->checkState(0), Qt::Unchecked);
        desk.find<FacetList>(u"facetList"_s)->close();
    }

    void rowsThatReferToOneAreAClickAway()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.grid()->setCurrentIndex(desk.grid()->model()->index(1, desk.column(u"Directors"_s)));
        desk.page.findChild<QAction *>(u"followName"_s)->trigger();
        QTRY_COMPARE(desk.count(), u"1 of 3 directors match"_s);
        QTRY_COMPARE(desk.text(u"recordHeading"_s), u"Bo Chen"_s);
        QTRY_VERIFY(desk.text(u"recordReferring"_s).contains(u"Movies with this director: 4"_s));
        emit desk.find(u"recordReferring"_s)->linkActivated(u"0"_s);
        QTRY_COMPARE(desk.count(), u"4 of 12 movies match"_s);
        QTest::keyClick(&desk.page, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(desk.count(), u"1 of 3 directors match"_s);
        QTest::keyClick(&desk.page, Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
    }

    void theOverviewLeadsToTheRows()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.page.findChild<QAction *>(u"tableOverview"_s)->trigger();
        QTRY_VERIFY(desk.page.findChild<BarList *>(u"chart_release_date"_s));
        auto *years = desk.find<BarList>(u"chart_release_date"_s);
        QCOMPARE(years->item(0)->text(), u"1990–1999: 2"_s);
        QCOMPARE(desk.find<BarList>(u"shares"_s)->item(1)->text(), u"Title: 100%"_s);
        emit years->itemActivated(years->item(0));
        QTRY_COMPARE(desk.count(), u"2 of 12 movies match"_s);
        QCOMPARE(desk.field(u"Release date"_s)->text(), u"1990..1999"_s);
    }

    void theOverviewIsStoppedAtOnce()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.trigger(u"tableOverview"_s);
        auto *stop = desk.page.findChild<QAction *>(u"stopReading"_s);
        QCOMPARE(desk.text(u"overviewText"_s), u"Counting all rows…"_s);
        QVERIFY(stop->isEnabled());
        stop->trigger();
        QVERIFY(!stop->isEnabled());
        QVERIFY(desk.grid()->isVisible());
        QVERIFY(!desk.page.findChild<QAction *>(u"tableOverview"_s)->isChecked());
        desk.trigger(u"tableOverview"_s); // and counts anew
        QTRY_VERIFY(desk.page.findChild<BarList *>(u"shares"_s));
        QVERIFY(!stop->isEnabled());
    }

    void textsLongerThanUsualAreKeptWholeAndTold()
    {
        EngineShelf shelf;
        record(shelf, 12);
        const QString title = u"Very long"_s.repeated(40);
        shelf.ask([title](Connection &connection) {
            return connection.run(u"UPDATE movies SET title = ? WHERE movie_id = 3"_s, {title});
        });
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        desk.page.findChild<QAction *>(u"tableOverview"_s)->trigger();
        QTRY_VERIFY(desk.page.findChild<BarList *>(u"longer"_s));
        auto *longer = desk.find<BarList>(u"longer"_s);
        QCOMPARE(longer->count(), 1);
        QCOMPARE(longer->item(0)->text(), u"Title: more than 255 characters: 1"_s);
        emit longer->itemActivated(longer->item(0));
        QTRY_COMPARE(desk.count(), u"1 of 12 movies match"_s);
    }

    void aTableIsFoundAsItWasLeft()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Settings settings(shelf.folder.filePath(u"s.ini"_s));
        {
            TablesPage page(shelf.services(), &settings);
            page.refresh();
            auto *count = page.findChild<QLabel *>(u"tableCount"_s);
            QTRY_COMPARE(count->text(), u"12 movies"_s);
            page.go({.table = u"movies"_s,
                     .order = {{u"runtime"_s, Qt::DescendingOrder}},
                     .filters = {{.column = u"runtime"_s, .text = u"<100"_s}}});
            QTRY_COMPARE(count->text(), u"10 of 12 movies match"_s);
            auto *grid = page.findChild<QTableView *>(u"tableGrid"_s);
            grid->setColumnWidth(1, 222);
            grid->setColumnHidden(2, true);
            grid->setCurrentIndex(grid->model()->index(3, 1));
            page.findChild<QAction *>(u"freezeColumns"_s)->trigger();
            page.findChild<QAction *>(u"showPosters"_s)->trigger();
        }
        TablesPage page(shelf.services(), &settings);
        page.refresh();
        QTRY_COMPARE(page.findChild<QLabel *>(u"tableCount"_s)->text(), u"10 of 12 movies match"_s);
        const auto *grid = page.findChild<QTableView *>(u"tableGrid"_s);
        QCOMPARE(grid->columnWidth(1), 222);
        QVERIFY(grid->isColumnHidden(2));
        QCOMPARE(grid->currentIndex().row(), 3);
        QCOMPARE(page.findChild<FilterHeader *>(u"tableHeader"_s)->frozenColumns().places, 2);
        QVERIFY(page.findChild<QAction *>(u"showPosters"_s)->isChecked());
    }

    void aViewBringsItsColumnsBack()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        const auto inMenu = [&] {
            auto *menu = desk.find<QMenu>(u"viewsMenu"_s);
            emit menu->aboutToShow();
            return menu;
        };
        desk.choose(0, u"Title"_s);
        desk.trigger(u"freezeColumns"_s);
        desk.grid()->setColumnHidden(desk.column(u"Runtime"_s), true);
        inMenu();
        desk.find<QLineEdit>(u"viewName"_s)->setText(u"Mine"_s);
        QTest::keyClick(desk.find<QLineEdit>(u"viewName"_s), Qt::Key_Return);
        desk.trigger(u"unfreezeColumns"_s);
        desk.grid()->setColumnHidden(desk.column(u"Runtime"_s), false);
        inMenu()->actions().constFirst()->menu()->actions().constFirst()->trigger();
        QTRY_VERIFY(desk.grid()->isColumnHidden(desk.column(u"Runtime"_s)));
        QCOMPARE(desk.find<FilterHeader>(u"tableHeader"_s)->frozenColumns().places, 2);
    }

    void aRowIsShownWholeWithItsSources()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        QCOMPARE(desk.text(u"recordHeading"_s), u"Dune"_s); // the first, at once
        desk.grid()->setCurrentIndex(desk.grid()->model()->index(1, 1));
        QCOMPARE(desk.text(u"recordHeading"_s), u"Heat, \"the\" film"_s);
        QCOMPARE(desk.text(u"value_runtime"_s), u"91"_s);
        QTRY_VERIFY(desk.find(u"source_runtime"_s)->isVisibleTo(&desk.page));
        QVERIFY2(desk.text(u"source_runtime"_s).contains(u"Wikidata P2047 · 11/23/26"_s),
                 qPrintable(desk.text(u"source_runtime"_s)));
        QVERIFY(desk.text(u"source_runtime"_s).contains(u"https://www.wikidata.org/wiki/Q1"_s));
        QVERIFY(desk.find(u"source_plot"_s)->isHidden());
        QTest::keyClick(&desk.page, Qt::Key_D, Qt::ControlModifier);
        QVERIFY(desk.find<QWidget>(u"editDesk"_s)->isHidden());
    }

    void aFilmHasItsPosterBesideIt()
    {
        EngineShelf shelf;
        record(shelf, 3);
        hangPosters(shelf, 1);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"3 movies"_s);
        QTRY_COMPARE(desk.find(u"recordPoster"_s)->accessibleName(), u"Poster"_s);
        desk.choose(1, u"Title"_s); // of which there is none
        QCOMPARE(desk.find(u"recordPoster"_s)->accessibleName(), u"No poster"_s);
        QVERIFY(desk.find(u"recordPoster"_s)->isVisible());
        QVERIFY(!desk.find(u"recordPoster"_s)->pixmap().isNull()); // a plain sign
        desk.chooseTable(u"Directors"_s);
        QTRY_COMPARE(desk.count(), u"3 directors"_s);
        QVERIFY(desk.find(u"recordPoster"_s)->isHidden());
    }

    void theSamplesPostersAreNotAskedOfTheWeb()
    {
        EngineShelf shelf;
        HttpClient sample{{}};
        sample.replay(std::make_shared<Recording>());
        const QSignalSpy ofTheWeb(&shelf.http, &HttpClient::answered);
        const QSignalSpy ofTheSample(&sample, &HttpClient::answered);
        const auto galleries = [](Connection &connection) { return library::galleries(connection); };
        Posters posters({.http = shelf.http, .sample = sample, .database = shelf.database, .origins = {}});
        QVERIFY(QCoro::waitFor(shelf.database.read(galleries)).value().isEmpty()); // it is not crawled yet
        shelf.ask([](Connection &connection) { return library::keepGallery(connection, crawling::sample()); });
        posters.wantChosen(posterOf(0));
        QTRY_COMPARE(asked(ofTheSample), QStringList(u"0.png"_s));
        QCOMPARE(ofTheWeb.size(), 0);
    }

    void postersOfTheRowsThatAreSeenAreFetched()
    {
        EngineShelf shelf;
        record(shelf, 100);
        hangPosters(shelf, 100);
        const QSignalSpy answered(&shelf.http, &HttpClient::answered);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"100 movies"_s);
        QTRY_COMPARE(asked(answered), QStringList(u"0.png"_s)); // the chosen one's
        const int height = desk.place(0, u"Title"_s).height();
        QVERIFY(!desk.grid()->model()->index(1, desk.column(u"Title"_s)).data(Qt::DecorationRole).isValid());
        desk.trigger(u"showPosters"_s);
        QVERIFY(desk.place(0, u"Title"_s).height() > 2 * height);
        const int seen = desk.grid()->viewport()->height() / desk.place(0, u"Title"_s).height();
        QTRY_VERIFY(asked(answered).contains(u"%1.png"_s.arg(seen - 1)));
        QVERIFY(seen < 30);
        QCOMPARE_LT(asked(answered).size(), 30);
        desk.grid()->scrollToBottom();
        QTRY_VERIFY(asked(answered).contains(u"99.png"_s));
        QVERIFY(!asked(answered).contains(u"50.png"_s));
        desk.trigger(u"showPosters"_s);
        QCOMPARE(desk.place(0, u"Title"_s).height(), height);
    }

    void aCellIsCopied()
    {
        EngineShelf shelf;
        record(shelf, 3);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"3 movies"_s);
        desk.grid()->setCurrentIndex(desk.grid()->model()->index(0, desk.column(u"Title"_s)));
        desk.grid()->setFocus();
        QTest::keyClick(desk.grid(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Dune"_s);
    }

    void aRefreshKeepsThePlace()
    {
        EngineShelf shelf;
        record(shelf, 600);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"600 movies"_s);
        const QModelIndex far = desk.grid()->model()->index(400, 1);
        desk.grid()->setCurrentIndex(far);
        desk.grid()->scrollTo(far);
        QTRY_COMPARE(desk.cell(400, u"Title"_s), u"Film 400"_s);
        QCOMPARE(desk.text(u"recordHeading"_s), u"Film 400"_s);
        const QSignalSpy reset(desk.grid()->model(), &QAbstractItemModel::modelReset);
        desk.page.refresh();
        QTRY_COMPARE(reset.size(), 1);
        QCOMPARE(desk.grid()->currentIndex().row(), 400);
        QTRY_COMPARE(desk.text(u"recordHeading"_s), u"Film 400"_s);
        QVERIFY(desk.grid()->indexAt({5, desk.grid()->viewport()->height() / 2}).row() > 300);
    }

    void whatIsShownIsExported()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        for (int column = 0; column < desk.grid()->model()->columnCount(); ++column)
            desk.grid()->setColumnHidden(column,
                                         column != desk.column(u"Title"_s) && column != desk.column(u"Runtime"_s));
        desk.find<QLineEdit>(u"tableWords"_s)->setText(u"bo chen"_s);
        QTRY_COMPARE(desk.count(), u"4 of 12 movies match “bo chen”"_s);
        const QString path = shelf.folder.filePath(u"out.csv"_s);
        desk.page.exportTo(path);
        QTRY_COMPARE(desk.text(u"exportMessageText"_s), u"4 rows are in %1"_s.arg(path));
        QCOMPARE(read(path),
                 "title,runtime\r\n\"Heat, \"\"the\"\" film\",91\r\nFilm 4,94\r\nFilm 7,97\r\nFilm 10,100\r\n");
        QVERIFY(desk.find<QToolButton>(u"exportRowsButton"_s)->isEnabled());
    }

    void anExportOfManyPagesIsWhole()
    {
        EngineShelf shelf;
        record(shelf, 10);
        shelf.ask([](Connection &connection) {
            return connection.run(u"INSERT INTO genres (name) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 "
                                  "FROM n WHERE i < 5000) SELECT 'Genre ' || i FROM n"_s);
        });
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"10 movies"_s);
        desk.chooseTable(u"Genres"_s);
        QTRY_COMPARE(desk.count(), u"5,000 genres"_s);
        const QString path = shelf.folder.filePath(u"genres.csv"_s);
        desk.page.exportTo(path);
        QTRY_COMPARE(desk.text(u"exportMessageText"_s), u"5,000 rows are in %1"_s.arg(path));
        QCOMPARE(read(path).count("\r\n"), 5001);
    }

    void aStoppedExportLeavesTheOldFile()
    {
        EngineShelf shelf;
        record(shelf, 12);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"12 movies"_s);
        const QString path = shelf.folder.filePath(u"out.csv"_s);
        QFile old(path);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        QSemaphore stopped; // the database is busy until then: twelve rows are soon written
        const auto busy = shelf.services().database.read([&stopped](Connection &) {
            stopped.acquire();
            return Result<>();
        });
        desk.page.exportTo(path);
        desk.find<QToolButton>(u"stopExportButton"_s)->click();
        stopped.release();
        QTRY_COMPARE(desk.text(u"exportMessageText"_s), u"The export was stopped. No file was written."_s);
        QCOMPARE(read(path), "old");
        QTRY_VERIFY(desk.find<QToolButton>(u"exportRowsButton"_s)->isEnabled());
    }

    void aFileThatCannotBeWrittenIsTold()
    {
        EngineShelf shelf;
        record(shelf, 2);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"2 movies"_s);
        desk.page.exportTo(shelf.folder.filePath(u"nowhere/out.csv"_s));
        QTRY_VERIFY(desk.text(u"exportMessageText"_s).contains(u"could not be written"_s));
    }

    void aBrokenTableIsReported()
    {
        EngineShelf shelf;
        record(shelf, 2);
        Desk desk(shelf);
        QTRY_COMPARE(desk.count(), u"2 movies"_s);
        const QSignalSpy failed(&desk.page, &TablesPage::failed);
        shelf.ask([](Connection &connection) { return connection.run(u"DROP TABLE movie_genres"_s); });
        desk.chooseTable(u"Movie genres"_s);
        QTRY_VERIFY(!failed.isEmpty());
        QCOMPARE(desk.count(), u"2 movies"_s);
    }

    void everyControlHasAName()
    {
        EngineShelf shelf;
        const Desk desk(shelf);
        for (const QAbstractItemView *view : {desk.grid(), desk.tables()})
            QVERIFY(!view->accessibleName().isEmpty());
        QVERIFY(!desk.find<QLineEdit>(u"tableWords"_s)->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestTables)
#include "tst_tables.moc"
