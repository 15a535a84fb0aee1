#include "data/itemlist.h"
#include "export/formats.h"
#include "shelfofrows.h"
#include "store/rowstream.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QStandardPaths>
#include <QXmlStreamReader>

#include <csignal>
#include <sqlite3.h>
#include <sys/resource.h>
#include <thread>

using exports::Content;
using exports::Format;
using exports::Order;

namespace {

/// No file may become longer than that while this lives: as on a full disk, writing fails in the middle.
class SmallDisk
{
public:
    explicit SmallDisk(rlim_t bytes)
    {
        std::signal(SIGXFSZ, SIG_IGN);
        getrlimit(RLIMIT_FSIZE, &m_before);
        rlimit small = m_before;
        small.rlim_cur = bytes;
        setrlimit(RLIMIT_FSIZE, &small);
    }
    ~SmallDisk() { setrlimit(RLIMIT_FSIZE, &m_before); }
    Q_DISABLE_COPY_MOVE(SmallDisk)

private:
    rlimit m_before{};
};

QStringList textsOf(const QByteArray &xml, const QString &element)
{
    QStringList texts;
    QXmlStreamReader reader(xml);
    while (!reader.atEnd()) {
        if (reader.readNext() == QXmlStreamReader::StartElement && reader.name() == element)
            texts.append(reader.readElementText(QXmlStreamReader::IncludeChildElements).simplified());
    }
    return reader.hasError() ? QStringList{reader.errorString()} : texts;
}

}

/// What is exported is whole, the same each time, and described.
class TestExport : public ShelfOfRows
{
    Q_OBJECT

private slots:
    void aTableIsWrittenInTheOrderOfItsKey()
    {
        fill();
        const QByteArrayList lines = csvOf(u"genres"_s).split('\n');
        QCOMPARE(lines[0], "genre_id,name,created_at,updated_at,row_version\r");
        QCOMPARE(lines[3], "90,=1+1,2026-01-02 03:04:05,2026-01-02 03:04:05.120,1\r");
        QCOMPARE(lines[4], "91,\"\",2026-01-02 03:04:05,2026-01-02 03:04:05,1\r");
        QCOMPARE(lines[5], "92,\"a,b \"\"c\"\" 'd' \\ \t 七 🎬\",2026-01-02 03:04:05,2026-01-02 03:04:05,1\r");
    }

    void valuesAreWrittenAlikeByBothEngines()
    {
        fill();
        const QByteArray movies = csvOf(u"movies"_s);
        QVERIFY2(movies.contains("50,Alien: <3>,,\"\",\"line\nline\r\n\",,,1899-12-31,,12345678901.5,,7,,"),
                 movies.constData());
        QVERIFY2(csvOf(u"entities"_s).endsWith("\r\nQ1,0001fe5c78090a,2026-01-02 03:04:05.678\r\n"),
                 csvOf(u"entities"_s).constData());
        QVERIFY(csvOf(u"field_sources"_s).contains(",false\r\n"));
    }

    void whatIsShownIsWrittenAsShown()
    {
        fill();
        const QString path = place(u"shown.tsv"_s);
        std::ignore = got(write({.content = Content::Shown,
                                 .format = Format::Tsv,
                                 .query = {.table = u"movie_genres"_s,
                                           .columns = {u"genre_id"_s, u"movie_id"_s},
                                           .order = {{.column = u"genre_id"_s}},
                                           .words = u"alien"_s},
                                 .byteOrderMark = true,
                                 .guardsFormulas = true,
                                 .path = path}));
        QCOMPARE(bytes(path),
                 "\xEF\xBB\xBFgenre\tmovie\r\n'=1+1\tAlien: <3>\r\n\"a,b \"\"c\"\" 'd' \\ \t 七 🎬\"\tAlien: <3>\r\n");
    }

    void jsonIsJson()
    {
        fill();
        const QString path = place(u"genres.json"_s);
        std::ignore = got(write({.format = Format::Json, .query = {.table = u"genres"_s}, .path = path}));
        const QJsonArray rows = QJsonDocument::fromJson(bytes(path)).array();
        QCOMPARE(rows.size(), 5);
        QCOMPARE(rows[2]["genre_id"_L1].toInt(), 90);
        QCOMPARE(rows[4]["name"_L1].toString(), u"a,b \"c\" 'd' \\ \t 七 🎬"_s);
        const QString lines = place(u"movies.jsonl"_s);
        std::ignore = got(write({.format = Format::JsonLines, .query = {.table = u"movies"_s}, .path = lines}));
        const auto alien = QJsonDocument::fromJson(bytes(lines).split('\n').value(1)).object();
        QCOMPARE(alien["budget"_L1].toDouble(), 12345678901.5);
        QCOMPARE(alien["tagline"_L1], QJsonValue(u""_s));
        QVERIFY(alien["runtime"_L1].isNull());
    }

    void aFilmIsOneRowWithAllThatBelongsToIt()
    {
        fill();
        const QString path = place(u"films.jsonl"_s);
        const auto report = got(write({.content = Content::Films, .format = Format::JsonLines, .path = path}));
        QCOMPARE(report.rows, 2);
        const auto oz = QJsonDocument::fromJson(bytes(path).split('\n').value(0)).object();
        QCOMPARE(oz["directors"_L1].toArray(), QJsonArray({u"Victor Fleming"_s, u"King Vidor"_s}));
        QCOMPARE(oz["genres"_L1].toArray(), QJsonArray({u"fantasy film"_s, u"musical film"_s}));
        QCOMPARE(oz["cast"_L1][0].toObject(),
                 QJsonObject({{u"name"_s, u"Judy Garland"_s}, {u"role"_s, u"Dorothy Gale"_s}}));
        QCOMPARE(oz["ratings"_L1][0].toObject(),
                 QJsonObject({{u"source"_s, u"IMDb"_s}, {u"score"_s, u"8.1"_s}, {u"votes"_s, u"436000"_s}}));
        const QString csv = place(u"films.csv"_s);
        std::ignore = got(write({.content = Content::Films, .path = csv}));
        QVERIFY(bytes(csv).contains(",Judy Garland (Dorothy Gale); Frank Morgan,"));
    }

    void aFilmIsAFileForKodi()
    {
        fill();
        const QString folder = place(u"nfo"_s);
        const auto report = got(write({.content = Content::Films, .format = Format::Nfo, .path = folder}));
        QCOMPARE(report.files, 2);
        QCOMPARE(files(folder).keys(),
                 QStringList({u"Alien_ _3_ (1899).nfo"_s, u"The Wizard of Oz (1939).nfo"_s, u"manifest.json"_s}));
        const QByteArray oz = bytes(folder + u"/The Wizard of Oz (1939).nfo"_s);
        QCOMPARE(textsOf(oz, u"director"_s), QStringList({u"Victor Fleming"_s, u"King Vidor"_s}));
        QCOMPARE(textsOf(oz, u"role"_s), QStringList{u"Dorothy Gale"_s});
        QCOMPARE(textsOf(oz, u"premiered"_s), QStringList{u"1939-08-25"_s});
        QCOMPARE(textsOf(oz, u"uniqueid"_s), QStringList({u"tt0032138"_s, u"Q193695"_s}));
        QCOMPARE(textsOf(bytes(folder + u"/Alien_ _3_ (1899).nfo"_s), u"title"_s), QStringList{u"Alien: <3>"_s});
    }

    void theItemListCanBeReadAgain()
    {
        fill();
        const QString path = place(u"items.jsonl"_s);
        const auto report = got(write({.content = Content::Items, .format = Format::ItemList, .path = path}));
        QCOMPARE(report.rows, 2);
        const auto reading = itemlist::fromJsonLines(bytes(path));
        QCOMPARE(reading.errors.size(), 0);
        QCOMPARE(reading.items[0].title, u"The Wizard of Oz"_s);
        QCOMPARE(reading.items[1].extra, QJsonObject({{u"shelf"_s, 7}}));
    }

    void theSameDataGivesTheSameBytes_data()
    {
        QTest::addColumn<Format>("format");
        for (const Format format : formats::all())
            QTest::newRow(qPrintable(formats::name(format))) << format;
    }
    void theSameDataGivesTheSameBytes()
    {
        QFETCH(const Format, format);
        fill();
        const Content content = format == Format::Nfo ? Content::Films
            : format == Format::ItemList              ? Content::Items
                                                      : Content::Database;
        for (const QString &name : {u"first"_s, u"second"_s}) {
            QVERIFY(QDir().mkpath(place(name)));
            std::ignore = got(write({.content = content, .format = format, .path = place(name + u"/export"_s)}));
        }
        const bool isFolder = QFileInfo(place(u"first/export"_s)).isDir();
        const auto first = files(place(isFolder ? u"first/export"_s : u"first"_s));
        QVERIFY(first.size() >= 2);
        QCOMPARE(files(place(isFolder ? u"second/export"_s : u"second"_s)), first);
    }

    void theManifestSaysWhatIsInIt()
    {
        fill();
        const QString path = place(u"movies.csv"_s);
        std::ignore = got(write({.query = {.table = u"movies"_s}, .path = path}));
        const QJsonObject manifest = object(path + u".manifest.json"_s);
        QCOMPARE(manifest["files"_L1][0]["sha256"_L1].toString(),
                 QString::fromLatin1(QCryptographicHash::hash(bytes(path), QCryptographicHash::Sha256).toHex()));
        const QJsonObject table = manifest["tables"_L1][0].toObject();
        QCOMPARE(table["rows"_L1].toInt(), 2);
        const QJsonObject tagline = table["columns"_L1][3].toObject();
        QCOMPARE(tagline["meaning"_L1].toString(), u"The film's slogan."_s);
        QCOMPARE(tagline["nulls"_L1].toInt(), 1);
        QCOMPARE(tagline["empty"_L1].toInt(), 1);
        QCOMPARE(table["columns"_L1][8]["unit"_L1].toString(), u"minutes"_s);
        QCOMPARE(manifest["articles"_L1][0]["url"_L1].toString(), u"https://en.wikipedia.org/wiki/The_Wizard_of_Oz"_s);
        QCOMPARE(manifest["licences"_L1][0]["licence"_L1].toString(), u"CC BY-SA 4.0"_s);
        QCOMPARE(manifest["licences"_L1][1]["licence"_L1].toString(), u"CC0 1.0"_s);
        QVERIFY(!manifest["program"_L1]["version"_L1].toString().isEmpty());
    }

    void aDumpMakesTheSameDatabase()
    {
        fill();
        QVERIFY(got(write({.content = Content::Database, .path = place(u"before"_s)})).rows > 0);
        std::ignore
            = got(write({.content = Content::Database, .format = Format::SqliteDump, .path = place(u"dump.sql"_s)}));
        const QString file = place(u"loaded.sqlite"_s);
        sqlite3 *loaded = nullptr;
        QCOMPARE(sqlite3_open(qPrintable(file), &loaded), SQLITE_OK);
        char *error = nullptr;
        sqlite3_exec(loaded, bytes(place(u"dump.sql"_s)).constData(), nullptr, nullptr, &error);
        QVERIFY2(!error, error);
        sqlite3_close(loaded);
        compareWith(file, place(u"before"_s));
    }

    void psqlReadsTheDumpForIt()
    {
        const QString psql = QStandardPaths::findExecutable(u"psql"_s);
        if (psql.isEmpty() || TestStore::isMissing(u"postgresql"_s))
            QSKIP("no psql or no server");
        fill();
        std::ignore = got(write({.content = Content::Database, .path = place(u"before"_s)}));
        std::ignore = got(
            write({.content = Content::Database, .format = Format::PostgresqlDump, .path = place(u"dump.sql"_s)}));
        const TestStore other(u"postgresql"_s);
        QProcess process;
        process.start(psql,
                      {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-o"_s, u"/dev/null"_s, u"-d"_s,
                       other.address(), u"-f"_s, place(u"dump.sql"_s)});
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.readAllStandardError(), QByteArray());
        compareWith(other.address(), place(u"before"_s));
    }

    void aStoppedExportLeavesTheOldFile()
    {
        fill();
        std::stop_source stop;
        const auto stopNow = [&](const exports::Step &) { stop.request_stop(); };
        QFile old(place(u"old.csv"_s));
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
        old.close();
        for (const Format format : {Format::Csv, Format::Xlsx}) {
            const auto stopped = write({.format = format, .query = {.table = u"movies"_s}, .path = old.fileName()},
                                       {.stop = stop.get_token(), .advance = stopNow});
            QVERIFY(!stopped);
            QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
            QCOMPARE(bytes(old.fileName()), "old");
        }
        QCOMPARE(QDir(folder()).entryList({u"*old*"_s}, QDir::Files), QStringList{u"old.csv"_s});
    }

    void aFullDiskLeavesTheOldFile_data()
    {
        QTest::addColumn<Order>("order");
        QTest::newRow("file") << Order{.query = {.table = u"genres"_s}};
        QTest::newRow("workbook") << Order{.format = Format::Xlsx, .query = {.table = u"genres"_s}};
        QTest::newRow("folder") << Order{.content = Content::Database};
        QTest::newRow("item list") << Order{.content = Content::Items, .format = Format::ItemList};
    }
    void aFullDiskLeavesTheOldFile()
    {
        QFETCH(Order, order);
        fill();
        order.path = place(u"old"_s);
        std::ignore = got(write(order));
        const auto before = order.isFolder() ? files(order.path) : files(folder());
        QVERIFY(done(db().run(u"UPDATE genres SET name = 'other' WHERE genre_id = 91"_s)));
        QVERIFY(done(db().run(u"UPDATE items SET title = 'other'"_s)));
        QString message;
        {
            const SmallDisk disk(100);
            const auto failed = write(order);
            message = failed ? u"it was written"_s : failed.error().message;
        }
        QVERIFY2(message.contains("What was there before is as it was"_L1), qPrintable(message));
        QCOMPARE(order.isFolder() ? files(order.path) : files(folder()), before);
        QCOMPARE(QDir(folder()).entryList({u"*.part"_s}), QStringList());
    }

    void aFolderOfSomethingElseIsNotTouched()
    {
        fill();
        QVERIFY(QDir().mkpath(place(u"photos/summer"_s)));
        const auto refused = write({.content = Content::Database, .path = place(u"photos"_s)});
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
        QVERIFY(QDir(place(u"photos/summer"_s)).exists());
    }

    void aWorkbookCutsWhatItCannotHoldAndSaysSo()
    {
        QVERIFY(
            done(db().run(u"INSERT INTO movies (title, plot) VALUES (?, ?)"_s, {u"Long"_s, QString(40'000, u'七')})));
        const QString path = place(u"movies.xlsx"_s);
        const auto report = got(write({.format = Format::Xlsx, .query = {.table = u"movies"_s}, .path = path}));
        QCOMPARE(report.shortened, 1);
        QCOMPARE(object(path + u".manifest.json"_s)["shortened_cells"_L1].toInt(), 1);
        QVERIFY(bytes(path).startsWith("PK"));
    }

    void aQueryThatIsStillAtWorkCanBeStopped()
    {
        fill();
        std::stop_source stop;
        const Selection endless{.sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) "
                                       "SELECT count(*) FROM n"_s,
                                .fields = {{.name = u"count"_s, .kind = Cell::Kind::Integer}}};
        std::jthread other([&stop] { stop.request_stop(); });
        const auto ended
            = rowstream::open(db(), endless, stop.get_token()).and_then([](const auto &rows) { return rows->next(); });
        QVERIFY(!ended);
        QCOMPARE(ended.error().kind, Error::Kind::Cancelled);
        QCOMPARE(count(u"movies"_s), 2); // the connection is as good as before
    }

    void rowsThatNobodyWantsAreLeft()
    {
        const Selection many{.sql = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) "
                                    "SELECT i FROM n"_s,
                             .fields = {{.name = u"i"_s, .kind = Cell::Kind::Integer}}};
        for (int time = 0; time < 10; ++time) { // a leak of one might hide in what is left on the stack
            const auto rows = got(rowstream::open(db(), many));
            QVERIFY(got(rows->next()));
            QCOMPARE(rows->cells()[0].bytes, "1");
        }
        QCOMPARE(count(u"movies"_s), 0); // the connection is free again
    }

private:
    /// The database of this address, opened as the program's own, is exported like the one before.
    void compareWith(const QString &address, const QString &before)
    {
        const QString name = QUuid::createUuid().toString();
        {
            auto opened = got(opening::open(address, name));
            QVERIFY(!opened.news.readOnlyBecause);
            std::ignore = got(
                exports::write(*opened.connection, {.content = Content::Database, .path = place(u"after"_s)}, {}));
        }
        QSqlDatabase::removeDatabase(name);
        QCOMPARE(files(place(u"after"_s)), files(before));
    }
};

QTEST_GUILESS_MAIN(TestExport)
#include "tst_export.moc"
