#include "export/formats.h"
#include "shelfofrows.h"

using exports::Content;
using exports::Format;

/// What was exported comes back, whole or not at all.
class TestImport : public ShelfOfRows
{
    Q_OBJECT

private slots:
    void aWholeExportGivesTheSameDatabase_data()
    {
        QTest::addColumn<Format>("format");
        QTest::addColumn<QString>("other");
        for (const Format format : {Format::Csv, Format::Tsv, Format::Json, Format::JsonLines}) {
            for (const char *engine : {"sqlite", "postgresql"})
                QTest::addRow("%s into %s", qPrintable(formats::name(format)), engine)
                    << format << QString::fromLatin1(engine);
        }
    }
    void aWholeExportGivesTheSameDatabase()
    {
        QFETCH(const Format, format);
        QFETCH(const QString, other);
        SKIP_WITHOUT_SERVER(other);
        fill();
        const QString whole = place(u"whole"_s);
        const auto written = got(write({.content = Content::Database,
                                        .format = format,
                                        .byteOrderMark = true,
                                        .guardsFormulas = true,
                                        .path = whole}));
        TestStore store(other);
        Connection &target = store.connect();
        QCOMPARE(got(imports::read(target, {.path = whole}, {})).rows, written.rows);
        for (Connection *connection : {&db(), &target})
            std::ignore = got(exports::write(
                *connection,
                {.content = Content::Database, .path = place(connection == &target ? u"there"_s : u"here"_s)}, {}));
        QCOMPARE(files(place(u"there"_s)), files(place(u"here"_s)));
        // Keys go on behind those that were read.
        QVERIFY(done(target.run(u"INSERT INTO genres (name) VALUES ('new')"_s)));
    }

    void aFileIsAddedToItsTable()
    {
        QFile file(place(u"actors.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name,dob,bio\nToto,1933-11-17,\nNobody,,\"\"\n");
        file.close();
        QCOMPARE(got(imports::read(db(), {.path = file.fileName(), .table = u"actors"_s}, {})).rows, 2);
        QVERIFY(csvOf(u"actors"_s).contains("Toto,1933-11-17,,,"));
        QVERIFY(csvOf(u"actors"_s).contains("Nobody,,\"\",,"));
    }

    void aRowThatIsNotTakenIsNamedAndNothingIsChanged()
    {
        QFile file(place(u"genres.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("name\nDrama\nComedy\nDrama\n");
        file.close();
        const auto failed = imports::read(db(), {.path = file.fileName(), .table = u"genres"_s}, {});
        QVERIFY(!failed);
        QVERIFY2(failed.error().message.startsWith(u"genres.csv, line "_s), qPrintable(failed.error().message));
        QCOMPARE(count(u"genres"_s), 0);
    }

    void aReferenceToNothingIsNotTaken()
    {
        QFile file(place(u"movie_genres.csv"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("movie_id,genre_id\n1,1\n");
        file.close();
        QVERIFY(!imports::read(db(), {.path = file.fileName(), .table = u"movie_genres"_s}, {}));
        QCOMPARE(count(u"movie_genres"_s), 0);
    }

    void anExportThatWasChangedIsRefused()
    {
        fill();
        const QString whole = place(u"whole"_s);
        std::ignore = got(write({.content = Content::Database, .path = whole}));
        QFile file(whole + u"/genres.csv"_s);
        const QByteArray changed = bytes(file.fileName()).replace("musical", "MUSICAL");
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(changed) == changed.size());
        file.close();
        TestStore store(u"sqlite"_s);
        Connection &target = store.connect();
        const auto refused = imports::read(target, {.path = whole}, {});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.contains(u"genres.csv is not as it was exported"_s),
                 qPrintable(refused.error().message));
        QCOMPARE(got(table::count(target, {.table = u"directors"_s})), 0);
        QVERIFY(imports::read(target, {.path = whole, .checksums = imports::Checksums::Ignore}, {}));
        QCOMPARE(got(table::count(target, {.table = u"genres"_s, .words = u"MUSICAL"_s})), 1);
    }

    void aDatabaseWithRowsIsNotWrittenOver()
    {
        fill();
        const QString whole = place(u"whole"_s);
        std::ignore = got(write({.content = Content::Database, .path = whole}));
        const auto refused = imports::read(db(), {.path = whole}, {});
        QCOMPARE(refused.error().kind, Error::Kind::Invalid);
    }

    void aStoppedImportLeavesNothing()
    {
        fill();
        const QString whole = place(u"whole"_s);
        std::ignore = got(write({.content = Content::Database, .path = whole}));
        QFile many(place(u"many.csv"_s));
        QVERIFY(many.open(QIODevice::WriteOnly));
        many.write("name\n");
        for (int i = 0; i < 5000; ++i)
            many.write("Somebody\n");
        many.close();
        std::stop_source stop;
        stop.request_stop();
        const int before = count(u"actors"_s);
        const auto stopped
            = imports::read(db(), {.path = many.fileName(), .table = u"actors"_s}, {.stop = stop.get_token()});
        QCOMPARE(stopped.error().kind, Error::Kind::Cancelled);
        QCOMPARE(count(u"actors"_s), before);
    }
};

QTEST_GUILESS_MAIN(TestImport)
#include "tst_import.moc"
