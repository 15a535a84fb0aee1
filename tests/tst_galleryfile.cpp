#include "data/itemlist.h"
#include "gallery/file.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals;

namespace {

/// JSON and HTML without a thicket of backslashes.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

const Gallery Csv{.source = u"file"_s, .provider = u"/home/a/list.csv"_s, .name = u"list.csv"_s};

QStringList titlesOf(const gallery::Page &page)
{
    QStringList titles;
    for (const Item &item : page.items)
        titles.append(item.title);
    return titles;
}

}

class TestGalleryFile : public QObject
{
    Q_OBJECT

private slots:
    void readsARow()
    {
        const auto page = galleryfile::parseCsv(
            quoted(
                "id,Title,Release Year,IMDb ID,tmdb_id,Wikidata,runtime,Directors,production_countries,URL,original "
                "title\n"
                "tm1,Heat,1995,tt0113277,949,Q42198,170,Michael Mann,'[''US'', ''XX'']',https://boxd.it/29Me,Ciudad\n"),
            Csv);
        QVERIFY(page);
        const Item &item = page->items[0];
        QCOMPARE(item.source, u"file"_s);
        QCOMPARE(item.key, u"tm1"_s);
        QCOMPARE(item.title, u"Heat"_s);
        QCOMPARE(item.year, 1995);
        QCOMPARE(item.runtime, 170);
        QCOMPARE(item.imdbId, u"tt0113277"_s);
        QCOMPARE(item.tmdbId, u"949"_s);
        QCOMPARE(item.wikidataId, u"Q42198"_s);
        QCOMPARE(item.directors, QStringList{u"Michael Mann"_s});
        QCOMPARE(item.countries, QStringList{u"US"_s});
        QCOMPARE(item.url, QUrl(u"https://boxd.it/29Me"_s));
        QCOMPARE(item.originalTitle, u"Ciudad"_s);
        QCOMPARE(item.gallery, Csv);
        QCOMPARE(item.listId, itemlist::listId(u"file"_s, u"tm1"_s));
        QVERIFY(item.crawledAt.isValid() && item.node.isEmpty());
        QVERIFY(page->notes.isEmpty());
    }

    void readsWhatSpreadsheetsAndSitesWrite_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QStringList>("titles");
        const QStringList two{u"Heat"_s, u"Men"_s};
        QTest::newRow("plain") << QByteArray("title,year\nHeat,1995\nMen,2022\n") << two;
        QTest::newRow("CRLF, no last line end") << QByteArray("title,year\r\nHeat,1995\r\nMen,2022") << two;
        QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBFtitle,year\nHeat,1995\nMen,2022\n") << two;
        QTest::newRow("semicolons") << QByteArray("year;title\n1995;Heat\n2022;Men\n") << two;
        QTest::newRow("tabs") << QByteArray("Year\tTitle\n1995\tHeat\n2022\tMen\n") << two;
        QTest::newRow("empty lines") << QByteArray("title,year\n\nHeat,1995\n,\n\nMen,2022\n\n") << two;
        QTest::newRow("quotes") << quoted("'title','year'\n'Heat','1995'\n'Men',2022\n") << two;
        QTest::newRow("short rows") << QByteArray("year,title,runtime\n1995,Heat\n2022,Men\n") << two;
        QTest::newRow("only titles") << QByteArray("Name\nHeat\nMen\n") << two;
        QTest::newRow("a site's export") << QByteArray(
            "Date,Name,Year,Letterboxd URI\n2024-01-01,Heat,1995,https://a.b/1\n"
            "2024-01-02,Men,2022,https://a.b/2\n")
                                         << two;
        QTest::newRow("comma, quote and line end")
            << quoted("title,year\n'Crouching ''Tiger'',\r\nHidden Dragon',2000\n")
            << QStringList{u"Crouching \"Tiger\", Hidden Dragon"_s};
        QTest::newRow("a quote within") << QByteArray("title,year\n7\" Heat,1995\n") << QStringList{u"7\" Heat"_s};
    }
    void readsWhatSpreadsheetsAndSitesWrite()
    {
        QFETCH(QByteArray, csv);
        const auto page = galleryfile::parse(csv, Csv);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QTEST(titlesOf(*page), "titles");
        QVERIFY(page->errors.isEmpty());
    }

    void aNulIsLeftOut()
    {
        const auto page = galleryfile::parseCsv(QByteArray("title,year\nHe\0at,1995\n", 22), Csv);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(titlesOf(*page), QStringList{u"Heat"_s});
    }

    void otherKindsAreSkippedDuplicatesCountedGapsNamed()
    {
        const auto page
            = galleryfile::parseCsv("id,title,type\n1,Heat,MOVIE\n2,Fargo,SHOW\n3,Lost,tvSeries\n1,Heat,Movie\n"
                                    "4,,MOVIE\n5,Duel,TV Movie\n",
                                    Csv);
        QVERIFY(page);
        QCOMPARE(titlesOf(*page), (QStringList{u"Heat"_s, u"Duel"_s}));
        QCOMPARE(page->skipped, 2);
        QCOMPARE(page->duplicates, 1);
        QCOMPARE(page->errors.size(), 1);
        QCOMPARE(page->errors[0].message, u"Line 6 has no title."_s);
    }

    void aKeyIsMadeWhereThereIsNone()
    {
        const auto page = galleryfile::parseCsv("title,year,imdb\nHeat,1995,https://www.imdb.com/title/tt0113277/\n"
                                                " MEN ,2022,\nMen,,\nmen,2022,\n",
                                                Csv);
        QVERIFY(page);
        QCOMPARE(page->items.size(), 3);
        QCOMPARE(page->items[0].key, u"tt0113277"_s);
        QCOMPARE(page->items[1].key, u"men|2022"_s);
        QCOMPARE(page->items[2].key, u"men|"_s);
        QCOMPARE(page->duplicates, 1);
    }

    void valuesThatCannotBeAreNoted()
    {
        const auto page
            = galleryfile::parseCsv("title,year,runtime,imdb,tmdb\nHeat,soon,long,nm1,x\nMen,2022.0,1h 40m,\\N,0\n"
                                    "Her,2013-10-13,126 min,,\n",
                                    Csv);
        QVERIFY(page);
        QCOMPARE(page->notes.size(), 4);
        QCOMPARE(page->notes[0].message, u"Line 2: “soon” cannot be read and is left out."_s);
        QVERIFY(!page->items[0].year && !page->items[0].runtime && !page->items[0].imdbId && !page->items[0].tmdbId);
        QCOMPARE(page->items[1].year, 2022);
        QCOMPARE(page->items[1].runtime, 100);
        QCOMPARE(page->items[2].year, 2013);
        QCOMPARE(page->items[2].runtime, 126);
    }

    void severalDirectorsAreTold_data()
    {
        QTest::addColumn<QByteArray>("cell");
        QTest::newRow("commas") << QByteArray("\"Joel Coen, Ethan Coen\"");
        QTest::newRow("semicolons") << QByteArray("Joel Coen; Ethan Coen");
        QTest::newRow("bars") << QByteArray("Joel Coen|Ethan Coen");
        QTest::newRow("Python") << QByteArray("\"['Joel Coen', 'Ethan Coen']\"");
    }
    void severalDirectorsAreTold()
    {
        QFETCH(QByteArray, cell);
        const auto page = galleryfile::parseCsv("title,year,director\nFargo,1996," + cell + '\n', Csv);
        QVERIFY(page);
        QCOMPARE(page->items[0].directors, (QStringList{u"Joel Coen"_s, u"Ethan Coen"_s}));
    }

    void brokenFilesAreToldClearly_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("part");
        QTest::newRow("nothing") << QByteArray() << u"The file is empty."_s;
        QTest::newRow("nothing to see") << QByteArray(" \n\n") << u"The file is empty."_s;
        QTest::newRow("empty header") << QByteArray(",\nHeat,1995\n") << u"The first line is empty"_s;
        QTest::newRow("no title column") << QByteArray("a,b\n1,2\n") << u"it is: a, b"_s;
        QTest::newRow("no header") << QByteArray("Heat,1995\nMen,2022\n")
                                   << u"Its first line should name the columns"_s;
        QTest::newRow("no rows") << QByteArray("title,year\n") << u"The file lists no movies."_s;
        QTest::newRow("only shows") << QByteArray("title,type\nFargo,SHOW\n") << u"The file lists no movies."_s;
        QTest::newRow("Latin-1") << QByteArray("title,year\nHeat,1995\nAm\xe9lie,2001\n")
                                 << u"Line 3: this is not UTF-8."_s;
        QTest::newRow("open quote") << QByteArray("title,year\nHeat,1995\n\"Men,2022\nHer,2013\n")
                                    << u"Line 3: the quote that opens here is never closed."_s;
        QTest::newRow("a huge cell") << "title\n" + QByteArray(5000000, 'x')
                                     << u"Line 2: a cell is longer than 4 MiB"_s;
        QTest::newRow("columns without end") << "title" + QByteArray(20000, ',') << u"more than 10000 columns"_s;
        QTest::newRow("a spreadsheet") << QByteArray("PK\x03\x04\x00\x00\x00\x00", 8) << u"no list of titles"_s;
        QTest::newRow("broken list") << quoted("{'title': 1}\n{'name': 2}") << u"Line 1: “title” should be a text."_s;
        QTest::newRow("page without titles") << QByteArray("<html>") << u"The page lists no titles"_s;
        QTest::newRow("saved refusal") << quoted("{'errors': [{'message': 'no'}], 'data': null}") << u"refuses"_s;
    }
    void brokenFilesAreToldClearly()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, part);
        const auto page = galleryfile::parse(bytes, Csv);
        QVERIFY(!page);
        QVERIFY2(page.error().message.contains(part), qPrintable(page.error().message));
    }

    void theFormIsFoundByContent_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("source");
        QTest::newRow("item list") << quoted("{'title': 'Heat', 'source': 'justwatch', 'key': 'tm1'}\n{'title': 'Men'}")
                                   << u"justwatch"_s;
        QTest::newRow("one item") << quoted("\n{'title': 'Heat'}") << u"file"_s;
        QTest::newRow("array") << quoted("[{'title': 'Heat'}]") << u"file"_s;
        QTest::newRow("page") << quoted("<!DOCTYPE html>\n<p data-title='Heat'><a href='/us/movie/heat'>")
                              << u"justwatch"_s;
        QTest::newRow("answer") << quoted(
            "{\n'data': {'popularTitles': {'totalCount': 1, 'edges': [{'node': {'id': 'tm1',"
            "'content': {'title': 'Heat'}}}]}}}")
                                << u"justwatch"_s;
        QTest::newRow("CSV") << QByteArray("title,year\nHeat,1995\n") << u"file"_s;
    }
    void theFormIsFoundByContent()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"some file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
        file.close();
        const auto page = galleryfile::read(file.fileName());
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        const Item &item = page->items[0];
        QCOMPARE(item.title, u"Heat"_s);
        QTEST(item.source, "source");
        QCOMPARE(item.gallery.source, u"file"_s);
        QCOMPARE(item.gallery.provider, file.fileName());
        QCOMPARE(item.gallery.name, u"some file"_s);
        QVERIFY(!item.listId.isNull());
    }

    void utf16IsReadToo()
    {
        QStringEncoder encoder(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray bytes = encoder(u"title\tyear\r\nAmélie\t2001\r\n"_s);
        const auto page = galleryfile::parse(bytes, Csv);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->items[0].title, u"Amélie"_s);
    }

    void whatIsNoFileIsSaid()
    {
        QTemporaryDir folder;
        QCOMPARE(galleryfile::read(folder.filePath(u"none.csv"_s)).error().kind, Error::Kind::Missing);
        QCOMPARE(galleryfile::read(folder.path()).error().kind, Error::Kind::Invalid);
    }

    void readsRealGalleriesEntirely_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::addColumn<int>("titles");
        QTest::addColumn<int>("movies");
        QTest::addColumn<int>("withImdb");
        QTest::newRow("HBO Max") << u"hbo-max-2022-07"_s << 3294 << 2538 << 2266;
        QTest::newRow("Apple TV") << u"apple-tv-2022-07"_s << 117 << 38 << 37;
        QTest::newRow("Starz") << u"starz-2022-07"_s << 956 << 875 << 838;
    }
    void readsRealGalleriesEntirely()
    {
        QFETCH(QString, folder);
        QFETCH(int, titles);
        const QString path = QStringLiteral(SOURCE_DIR "/../shared/data/galleries/%1/titles.csv").arg(folder);
        if (!QFile::exists(path))
            QSKIP("The galleries of 2022 are not here.");
        const auto page = galleryfile::read(path);
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        const auto withImdb
            = std::ranges::count_if(page->items, [](const Item &item) { return item.imdbId.has_value(); });
        qInfo("%lld movies (%lld with an IMDb id), %d shows, %d twice, %lld unreadable, %lld notes",
              qlonglong(page->items.size()), qlonglong(withImdb), page->skipped, page->duplicates,
              qlonglong(page->errors.size()), qlonglong(page->notes.size()));
        QTEST(int(page->items.size()), "movies");
        QTEST(int(withImdb), "withImdb");
        QCOMPARE(int(page->items.size() + page->errors.size()) + page->skipped + page->duplicates, titles);
        QVERIFY(page->errors.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestGalleryFile)
#include "tst_galleryfile.moc"
