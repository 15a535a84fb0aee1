#include "store.h"
#include "store/database.h"
#include "store/library.h"
#include "store/sidelane.h"

#include <QCoroTask>
#include <QDir>
#include <QFile>
#include <QSemaphore>
#include <QSignalSpy>

using namespace Qt::Literals;

namespace {

QString openError(const QString &address)
{
    Database database(address);
    const auto found = QCoro::waitFor(database.run([](Connection &c) { return library::galleries(c); }));
    return found ? QString() : found.error().message;
}

Gallery gallery(const QString &provider)
{
    return {.source = u"justwatch"_s, .country = u"US"_s, .provider = provider, .name = provider};
}

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

}

class TestDatabase : public QObject
{
    Q_OBJECT

private slots:
    void addressesAreRead_data()
    {
        using enum Connection::Engine;
        QTest::addColumn<QString>("text");
        QTest::addColumn<Address>("address");

        QTest::newRow("file name") << u"/tmp/a b.sqlite"_s << Address{.path = u"/tmp/a b.sqlite"_s};
        QTest::newRow("file address") << u"sqlite:///tmp/a%20b.sqlite"_s << Address{.path = u"/tmp/a b.sqlite"_s};
        QTest::newRow("only to be read") << u"sqlite:///tmp/a.sqlite?mode=ro"_s
                                         << Address{.path = u"/tmp/a.sqlite"_s, .readOnly = true};
        QTest::newRow("memory") << u":memory:"_s << Address{.path = u":memory:"_s};
        QTest::newRow("server") << u"postgresql://ann:s%40crt@db.example:5433/movie_db?sslmode=require"_s
                                << Address{.engine = PostgreSQL,
                                           .host = u"db.example"_s,
                                           .port = 5433,
                                           .user = u"ann"_s,
                                           .password = u"s@crt"_s,
                                           .database = u"movie_db"_s,
                                           .options = {{u"sslmode"_s, u"require"_s}}};
        QTest::newRow("socket") << u"postgresql:///movie_db?host=/run/postgresql&user=ann"_s
                                << Address{.engine = PostgreSQL,
                                           .host = u"/run/postgresql"_s,
                                           .user = u"ann"_s,
                                           .database = u"movie_db"_s};
    }
    void addressesAreRead()
    {
        QFETCH(QString, text);
        QFETCH(Address, address);
        const auto read = address::parse(text);
        QVERIFY(read);
        QVERIFY(*read == address);
    }

    void wrongAddressesAreRefused()
    {
        QVERIFY(!address::parse(u"mysql://a/b"_s));
        QVERIFY(!address::parse(u"postgresql://host"_s));
        QVERIFY(!address::parse({}));
    }

    void aPasswordIsNotShown()
    {
        QCOMPARE(address::withoutPassword(u"postgresql://ann:secret@db/movie_db?password=x&sslmode=require"_s),
                 u"postgresql://ann@db/movie_db?sslmode=require"_s);
    }

    void aMissingFolderIsMade()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"new/deep/movies.sqlite"_s);
        QCOMPARE(openError(path), QString());
        QVERIFY(QFile::exists(path));
    }

    void aFileThatIsNoDatabaseIsRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"letter.txt"_s);
        put(path, "Dear Ann,\n"_ba.repeated(500));
        QCOMPARE(openError(path), u"The file is not a database."_s);
        QVERIFY(openError(folder.path()).contains(u"is a folder"_s));
    }

    void anotherProgramsDatabaseIsRefused()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"places.sqlite"_s);
        {
            auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(path);
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(u"CREATE TABLE bookmarks (url TEXT)"_s));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        const auto bytes = [&] {
            QFile file(path);
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        const QByteArray before = bytes();
        QVERIFY(openError(path).contains(u"another program"_s));
        QVERIFY(!before.isEmpty());
        QCOMPARE(bytes(), before);
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"places.sqlite"_s});
    }

    void aNewerDatabaseIsRefused()
    {
        TestStore store(u"sqlite"_s);
        QVERIFY(
            store.connect().run(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'x', 'y')"_s));
        QVERIFY(openError(store.address()).contains(u"newer version"_s));
        Database database(store.address());
        SideLane lane(database); // exports and the grid read by one
        const auto read = QCoro::waitFor(lane.read(library::galleries));
        QVERIFY(!read && read.error().message.contains(u"newer version"_s));
    }

    void aDatabaseOnlyToBeReadIsReadAndSaysSo()
    {
        TestStore store(u"sqlite"_s);
        QVERIFY(library::keepGallery(store.connect(), gallery(u"mxx"_s)));
        Database database(QUrl::fromLocalFile(store.address()).toString().replace(u"file:"_s, u"sqlite:"_s)
                          + u"?mode=ro"_s);
        const auto read = QCoro::waitFor(database.run([](Connection &c) { return library::galleries(c); }));
        QVERIFY(read);
        QCOMPARE(read->size(), 1);
        const auto written
            = QCoro::waitFor(database.run([](Connection &c) { return library::keepGallery(c, gallery(u"nfx"_s)); }));
        QVERIFY(!written);
        QVERIFY(written.error().message.contains(u"only be read"_s));
        QVERIFY(openError(u"sqlite:///nowhere/movies.sqlite?mode=ro"_s).contains(u"no database"_s));
    }

    void anOlderDatabaseOnlyToBeReadIsReadAndSaysSo()
    {
        TestStore store(u"sqlite"_s);
        Connection &connection = store.connect();
        QVERIFY(library::keepGallery(connection, gallery(u"mxx"_s)));
        auto older = got(migrating::own(connection.engine()));
        older.target -= 1;
        got(migrating::go(connection, older));
        Database database(u"sqlite://"_s + store.address() + u"?mode=ro"_s);
        const auto news = got(QCoro::waitFor(database.open()));
        QVERIFY(news.readOnlyBecause->message.contains(
            u"of version %1 of %2 and cannot be brought up to date"_s.arg(older.target).arg(older.target + 1)));
        QCOMPARE(got(QCoro::waitFor(database.read(library::galleries))).size(), 1);
        QVERIFY(
            done(connection.run(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'x', 'y')"_s)));
        QVERIFY(openError(u"sqlite://"_s + store.address() + u"?mode=ro"_s).contains(u"newer version"_s));
    }

    void aConnectionIsSetUpForItsWork()
    {
        const TestStore store(u"sqlite"_s);
        const auto pragmas = [&](const auto &open) {
            const QString name = QUuid::createUuid().toString();
            QStringList values;
            {
                const auto connection = got(open(store.address(), name));
                for (const QString &pragma : {u"journal_mode"_s, u"foreign_keys"_s, u"trusted_schema"_s,
                                              u"busy_timeout"_s, u"synchronous"_s, u"query_only"_s})
                    values.append(got(connection->first(u"PRAGMA "_s + pragma, {}, [](const Rows &row) {
                                      return row.value(0).toString();
                                  })).value_or(QString()));
            }
            QSqlDatabase::removeDatabase(name);
            return values.join(u' ');
        };
        const auto write = [](const QString &address, const QString &name) {
            return opening::open(address, name).transform([](opening::Opened opened) {
                return std::move(opened.connection);
            });
        };
        QCOMPARE(pragmas(write), u"wal 1 0 10000 1 0"_s);
        QCOMPARE(pragmas(opening::openAsItIs), u"wal 1 0 10000 1 0"_s); // the console's
        QCOMPARE(pragmas(opening::openToRead), u"wal 1 0 10000 2 1"_s);
    }

    void aServerThatDoesNotAnswerIsASentence()
    {
        if (!QSqlDatabase::isDriverAvailable(u"QPSQL"_s))
            QSKIP("Qt's driver for PostgreSQL is not installed");
        QVERIFY(openError(u"postgresql:///movie_db?host=/nowhere"_s).contains(u"does not answer"_s));
    }

    void failingWorkLeavesNothing_data() { TestStore::addEngines(); }
    void failingWorkLeavesNothing()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        const auto failed = connection.atomically([&]() -> Result<> {
            std::ignore = library::keepGallery(connection, gallery(u"mxx"_s));
            return connection.atomically([&]() -> Result<> { // part of the outer one
                std::ignore = library::keepGallery(connection, gallery(u"nfx"_s));
                return fail(Error::Kind::Malformed, u"broken"_s);
            });
        });
        QVERIFY(!failed);
        QCOMPARE(got(library::galleries(connection)).size(), 0);
        QVERIFY(library::keepGallery(connection, gallery(u"mxx"_s)));
        QCOMPARE(got(library::galleries(store.connect())).size(), 1);
    }

    void aStatementMayRunWhileItsRowsAreRead_data() { TestStore::addEngines(); }
    void aStatementMayRunWhileItsRowsAreRead()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        for (const QString &provider : {u"a"_s, u"b"_s, u"c"_s})
            QVERIFY(library::keepGallery(connection, gallery(provider)));
        const auto select = u"SELECT provider FROM galleries WHERE gallery_id > ? ORDER BY provider"_s;
        QStringList pairs;
        auto outer = connection.execute(select, {0});
        while (outer->next()) {
            auto inner = connection.execute(select, {0});
            while (inner->next())
                pairs.append(outer->value(0).toString() + inner->value(0).toString());
        }
        QCOMPARE(pairs.join(u' '), u"aa ab ac ba bb bc ca cb cc"_s);
    }

    void aStatementsErrorNamesIt_data() { TestStore::addEngines(); }
    void aStatementsErrorNamesIt()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Connection &connection = store.connect();
        const auto failed = connection.execute(u"SELECT * FROM nowhere WHERE id = ?"_s, {1});
        QVERIFY(!failed);
        QCOMPARE(failed.error().kind, Error::Kind::Storage);
        QVERIFY(failed.error().detail.contains(u"nowhere"_s));
        QVERIFY(connection.execute(u"SELECT 1"_s));
    }

    void twoConnectionsWriteInTurn_data() { TestStore::addEngines(); }
    void twoConnectionsWriteInTurn()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        const QString address = store.address();
        const auto write = [address](const QString &mark) {
            Database database(address);
            for (int i = 0; i < 50; ++i) {
                const auto kept = QCoro::waitFor(database.run(
                    [&](Connection &c) { return library::keepGallery(c, gallery(mark + QString::number(i))); }));
                if (!kept)
                    qWarning() << kept.error().message << kept.error().detail;
            }
        };
        std::unique_ptr<QThread> other(QThread::create(write, u"a"_s));
        other->start(); // both open a database that is not there yet
        write(u"b"_s);
        QVERIFY(other->wait());
        QCOMPARE(got(library::galleries(store.connect())).size(), 100);
    }

    void whoeverWritesForLongIsWaitedFor()
    {
        TestStore store(u"sqlite"_s);
        Connection &other = store.connect();
        Database database(store.address());
        const QSignalSpy lost(&database, &Database::lost);
        const QSignalSpy back(&database, &Database::back);
        QVERIFY(done(QCoro::waitFor(database.run([](Connection &c) { return c.run(u"PRAGMA busy_timeout = 20"_s); }))));
        QVERIFY(done(other.run(u"BEGIN IMMEDIATE"_s)));
        auto kept = database.run([](Connection &c) { return library::keepGallery(c, gallery(u"late"_s)); });
        QTRY_COMPARE(lost.size(), 1);
        QVERIFY(done(other.run(u"COMMIT"_s)));
        QVERIFY(QCoro::waitFor(std::move(kept)));
        QTRY_COMPARE(back.size(), 1);
        QCOMPARE(got(library::galleries(other)).size(), 1);
    }

    void aFullDiskLosesNothing()
    {
        TestStore store(u"sqlite"_s);
        Connection &connection = store.connect();
        QVERIFY(library::keepGallery(connection, gallery(u"before"_s)));
        const auto pages
            = connection.first(u"PRAGMA page_count"_s, {}, [](const Rows &r) { return r.value(0).toInt(); });
        QVERIFY(connection.run(u"PRAGMA max_page_count = %1"_s.arg(**pages + 5)));
        const library::StoredArticle big{.title = u"Big"_s, .wikitext = Packed(QByteArray(1000, 'x'))};
        Result<> kept;
        for (int i = 0; kept && i < 10'000; ++i) {
            auto article = big;
            article.title += QString::number(i);
            QByteArray noise; // what cannot be packed
            for (int n = 0; n < 500; ++n)
                noise += QByteArray::number(qHash(n * 7919 + i));
            article.wikitext = Packed(noise);
            kept = library::keepArticles(connection, {article, big});
        }
        QVERIFY(!kept);
        QVERIFY(kept.error().message.contains(u"no space"_s));
        QCOMPARE(got(library::galleries(connection)).size(), 1);

        QVERIFY(connection.run(u"PRAGMA max_page_count = 100000"_s)); // room was made
        QVERIFY(done(library::keepArticles(connection, {big})));
        QCOMPARE(got(library::articles(connection, {u"Big"_s})).size(), 1);
        const auto whole = connection.first(u"PRAGMA integrity_check"_s, {}, [](const Rows &r) { return r.value(0); });
        QCOMPARE(**whole, QVariant(u"ok"_s));
    }

    void whoReadsDoesNotWaitForWhoWritesAndCannotWrite_data() { TestStore::addEngines(); }
    void whoReadsDoesNotWaitForWhoWritesAndCannotWrite()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        Database database(store.address());
        const auto keep = [](Connection &c) { return library::keepGallery(c, gallery(u"kept"_s)); };
        QVERIFY(QCoro::waitFor(database.run(keep)));
        QSemaphore enough;
        const auto busy = database.run([&enough](Connection &) {
            enough.acquire();
            return Result<>();
        });
        const auto seen = QCoro::waitFor(database.read(library::galleries));
        const auto refused = QCoro::waitFor(database.read(keep));
        enough.release();
        QCOMPARE(got(seen).size(), 1);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.contains(u"can only be read"_s));
    }

    void inMemoryWhatIsWrittenIsRead()
    {
        Database database(u":memory:"_s);
        QVERIFY(
            QCoro::waitFor(database.run([](Connection &c) { return library::keepGallery(c, gallery(u"kept"_s)); })));
        QCOMPARE(got(QCoro::waitFor(database.read(library::galleries))).size(), 1);
    }

    void workAfterTheDatabaseIsGoneIsDoneFirst()
    {
        TestStore store(u"sqlite"_s);
        {
            Database database(store.address());
            auto task = database.run([](Connection &c) { return library::keepGallery(c, gallery(u"last"_s)); });
        }
        QCOMPARE(got(library::galleries(store.connect())).size(), 1);
    }

    void closingWakesWhoWaitsAndTakesNoMore()
    {
        TestStore store(u"sqlite"_s);
        QStringList seen;
        {
            Database database(store.address());
            auto first = askTwice(database, seen);
            QCOMPARE(seen, QStringList());
        }
        QCOMPARE(seen, (QStringList{u"0"_s, u"The database is closed."_s}));
    }

private:
    static QCoro::Task<> askTwice(Database &database, QStringList &seen)
    {
        for (int i = 0; i < 2; ++i) {
            const auto galleries = co_await database.read(library::galleries);
            seen.append(galleries ? QString::number(galleries->size()) : galleries.error().message);
        }
    }
};

QTEST_GUILESS_MAIN(TestDatabase)
#include "tst_database.moc"
