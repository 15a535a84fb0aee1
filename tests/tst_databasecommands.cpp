#include "postgresqlserver.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTcpSocket>

#include <sys/resource.h>

using namespace Qt::Literals;

namespace {

struct Said
{
    int code = 0;
    QString out;
    QString error;
};

const QByteArray Secret = "s3cret";

void put(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    file.write(bytes);
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}

/// What the command line says of databases of both engines: with and without a password, only to be read, broken, full.
class TestDatabaseCommands : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(ask(m_sample.filePath(u"movies.sqlite"_s), {u"crawl"_s, u"sample"_s}).code, 0);
        if (!PostgresqlServer::isInstalled())
            return;
        QVERIFY(m_server.make());
        QVERIFY(m_server.put(u"pg_hba.conf"_s, "local all postgres trust\nlocal all all scram-sha-256\n"));
        m_server.start();
        QVERIFY(m_server.waitUntilItAnswers());
        QProcess psql;
        psql.start(u"psql"_s,
                   {u"--host="_s + m_server.folder(), u"--username=postgres"_s, u"--quiet"_s, u"--command"_s,
                    u"CREATE ROLE ann LOGIN CREATEDB PASSWORD '%1'"_s.arg(QString::fromLatin1(Secret))});
        QVERIFY(psql.waitForFinished() && psql.exitCode() == 0);
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_before = nullptr;
    }

    void everythingWorksOnBoth_data()
    {
        QTest::addColumn<bool>("onServer");
        QTest::newRow("SQLite") << false;
        QTest::newRow("PostgreSQL, which has no such database yet") << true;
    }
    void everythingWorksOnBoth()
    {
        QFETCH(const bool, onServer);
        if (onServer && !PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        put(m_folder->filePath(u".pgpass"_s), "*:*:*:ann:" + Secret + '\n');
        const QString database = onServer ? server(u"films"_s) : file();
        const Said crawl = ask(database, {u"crawl"_s, u"sample"_s});
        QVERIFY2(crawl.code == 0, qPrintable(crawl.error));
        QVERIFY(crawl.out.startsWith(u"Sample gallery: 69 titles (69 new, 0 gone), 63 movies recorded"_s));
        QCOMPARE(crawl.error.contains(u"The server had no database films. It has been made."_s), onServer);
        QVERIFY(ask(database, {u"tables"_s}).out.contains(u"movies"_s));
        QVERIFY(ask(database, {u"tables"_s, u"cast"_s}).out.contains(u"cast_pkey"_s));
        const Said movies = ask(database, {u"export"_s, u"--table"_s, u"movies"_s});
        QCOMPARE(movies.code, 0);
        QVERIFY(movies.out.startsWith(u"movie_id,title,"_s));
        QVERIFY(movies.out.contains(u"Casablanca"_s));
        QVERIFY(ask(database, {u"migrate"_s, u"--check"_s}).out.startsWith(u"The database is as the model says"_s));
        const Said down = ask(database, {u"migrate"_s, u"--down"_s, u"3"_s});
        QVERIFY2(down.code == 0, qPrintable(down.error));
        const QString place = onServer ? u"the database's schema cineteca_version_"_s : file() + u".version-"_s;
        QVERIFY2(down.out.contains(u"As it was it is kept in "_s + place), qPrintable(down.out));
        const Said up = ask(database, {u"migrate"_s});
        QVERIFY2(up.code == 0 && up.out.contains(u"went from version 3"_s), qPrintable(up.error));
        QCOMPARE(ask(database, {u"export"_s, u"--table"_s, u"genres"_s}).code, 0);
    }

    void theModelsSchemaNeedsNoDatabase()
    {
        const Said said = ask(u"postgresql://ann@127.0.0.1:1/films"_s, {u"tables"_s, u"movies"_s, u"--schema"_s});
        QCOMPARE(said.code, 0);
        QVERIFY(said.out.contains(u"\"row_version\""_s));
    }

    void aPasswordIsTypedUnseen()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        QProcess terminal;
        terminal.setProcessEnvironment(environment());
        terminal.setProcessChannelMode(QProcess::MergedChannels);
        terminal.start(u"script"_s,
                       {u"--quiet"_s, u"--return"_s, u"--command"_s,
                        u"%1 --db '%2' tables"_s.arg(QStringLiteral(CLI_PROGRAM), server(u"postgres"_s)),
                        u"/dev/null"_s});
        QByteArray shown;
        const auto reads = [&](const QByteArray &part) {
            return QTest::qWaitFor([&] { return (shown += terminal.readAll()).contains(part); }, 10'000);
        };
        QVERIFY2(reads("asks for the password of ann") && reads("Password: "), shown.constData());
        terminal.write("wrong\n");
        QVERIFY2(reads("not accept this password"), shown.constData());
        QVERIFY(QTest::qWaitFor([&] { return (shown += terminal.readAll()).count("Password: ") == 2; }, 10'000));
        terminal.write(Secret + '\n');
        QVERIFY(terminal.waitForFinished(20'000));
        shown += terminal.readAll();
        QVERIFY2(shown.contains("GRANT CREATE ON SCHEMA public TO ann"), shown.constData()); // it got in
        QVERIFY(!shown.contains(Secret));
    }

    void withoutATerminalItSaysWhereAPasswordBelongs()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        m_before = [] { setsid(); };
        const Said said = ask(server(u"films"_s), {u"tables"_s});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.error.contains(u"asks for the password of ann. Put it into ~/.pgpass"_s), qPrintable(said.error));
    }

    void aPasswordInAnAddressIsNotSeenByOthers_data()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("without a window") << QStringLiteral(CLI_PROGRAM);
        QTest::newRow("with a window") << QStringLiteral(WINDOW_PROGRAM);
    }
    void aPasswordInAnAddressIsNotSeenByOthers()
    {
        QFETCH(const QString, program);
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        QProcess process;
        process.setProcessEnvironment(environment());
        process.start(
            program,
            {u"--db=postgresql://ann:%1@127.0.0.1:%2/films"_s.arg(QString::fromLatin1(Secret)).arg(silent.serverPort()),
             u"tables"_s});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY_WITH_TIMEOUT(silent.hasPendingConnections(), 30'000);
        const QByteArray line = bytesOf(u"/proc/%1/cmdline"_s.arg(process.processId()));
        QVERIFY2(line.contains("tables") && line.contains("ann@127.0.0.1"), line.constData());
        QVERIFY2(!line.contains(Secret), line.constData());
        process.kill();
        process.waitForFinished();
    }

    void aFileThatMayNotBeWrittenIsReadAndSaidSo()
    {
        if (getuid() != 0)
            QSKIP("only root can become nobody");
        copySample();
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions::fromInt(0x7555)));
        QVERIFY(QFile::setPermissions(file(), QFile::Permissions::fromInt(0x4444)));
        m_before = [] {
            if (setgroups(0, nullptr) != 0 || setgid(65534) != 0 || setuid(65534) != 0)
                _exit(126);
        };
        const Said read = ask(file(), {u"export"_s, u"--table"_s, u"genres"_s});
        QVERIFY2(read.code == 0, qPrintable(read.error));
        QVERIFY(read.out.contains(u"Drama"_s));
        QVERIFY(read.error.contains(u"opened only to be read. You may not write to the file."_s));
        const Said written = ask(file(), {u"crawl"_s, u"sample"_s});
        QCOMPARE(written.code, 1);
        QVERIFY2(written.error.contains(u"The database can only be read"_s), qPrintable(written.error));
    }

    void aCutOffFileIsRefusedAndLeftAlone_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("a part of the header") << 60;
        QTest::newRow("one page") << 4096;
        QTest::newRow("half") << 200'000;
    }
    void aCutOffFileIsRefusedAndLeftAlone()
    {
        QFETCH(const int, size);
        copySample();
        QVERIFY(QFile::resize(file(), size));
        const QByteArray before = bytesOf(file());
        const Said said = ask(file(), {u"status"_s});
        QCOMPARE(said.code, 1);
        QVERIFY2(said.error.contains(u"is damaged"_s) || said.error.contains(u"is not a database"_s),
                 qPrintable(said.error));
        QCOMPARE(bytesOf(file()), before);
    }

    void whatIsNotOursOrNewerIsRefusedByEveryCommand_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("of another program") << u"CREATE TABLE places (url TEXT)"_s << u"of another program"_s;
        QTest::newRow("newer") << u"INSERT INTO schema_migrations (number, name, checksum) VALUES (9999, 'x', 'y')"_s
                               << u"newer version"_s;
    }
    void whatIsNotOursOrNewerIsRefusedByEveryCommand()
    {
        QFETCH(const QString, statement);
        QFETCH(const QString, sentence);
        if (statement.startsWith(u"INSERT"_s))
            copySample();
        {
            auto other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(file());
            QVERIFY(other.open());
            QVERIFY(QSqlQuery(other).exec(statement));
        }
        QSqlDatabase::removeDatabase(u"other"_s);
        const QByteArray before = bytesOf(file());
        const QString out = m_folder->filePath(u"out"_s);
        for (const QStringList &command : {QStringList{u"tables"_s},
                                           {u"status"_s},
                                           {u"crawl"_s, u"sample"_s},
                                           {u"export"_s, u"--all"_s, u"--format"_s, u"csv"_s, u"--out"_s, out},
                                           {u"export"_s, u"--table"_s, u"movies"_s},
                                           {u"migrate"_s},
                                           {u"migrate"_s, u"--status"_s},
                                           {u"migrate"_s, u"--check"_s},
                                           {u"migrate"_s, u"--sql"_s},
                                           {u"migrate"_s, u"--down"_s, u"3"_s}}) {
            const Said said = ask(file(), command);
            QVERIFY2(said.code == 2 && said.error.contains(sentence), qPrintable(command.join(u' ') + said.error));
            QCOMPARE(said.out, QString());
        }
        QCOMPARE(bytesOf(file()), before);
        QVERIFY(!QFile::exists(out));
    }

    void whatIsOnlyToBeReadIsNotMigrated()
    {
        copySample();
        const QByteArray before = bytesOf(file());
        const QString address = u"sqlite://"_s + file() + u"?mode=ro"_s;
        QVERIFY(ask(address, {u"status"_s}).error.contains(u"opened only to be read. Its address says so."_s));
        for (const QStringList &command : {QStringList{u"migrate"_s}, {u"migrate"_s, u"--down"_s, u"3"_s}}) {
            const Said said = ask(address, command);
            QCOMPARE(said.code, 1);
            QVERIFY2(said.error.contains(u"can only be read: its address says so"_s), qPrintable(said.error));
        }
        QCOMPARE(bytesOf(file()), before);
    }

    void aDamagedFileIsSaidToBeOne()
    {
        copySample();
        QFile damaged(file());
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        for (qint64 page = 2; page * 4096 < damaged.size(); ++page) { // the schema is whole
            damaged.seek(page * 4096 + 100);
            damaged.write(QByteArray(3000, '\xa5'));
        }
        damaged.seek(8 * 4096);
        damaged.write(QByteArray(4096, '\xa5'));
        damaged.close();
        int failures = 0;
        for (const QStringList &command :
             {QStringList{u"status"_s}, {u"export"_s, u"--table"_s, u"movies"_s}, {u"crawl"_s, u"sample"_s}}) {
            const Said said = ask(file(), command);
            QVERIFY(said.code == 0 || said.code == 1); // no crash
            failures += said.error.contains(u"The database file is damaged"_s);
        }
        QVERIFY(failures > 0);
    }

    void aDiskThatTakesNoMoreLosesNothing()
    {
        m_before = [] { // as a disk that is full: writing fails beyond some size
            const rlimit limit{.rlim_cur = 300'000, .rlim_max = 300'000};
            std::signal(SIGXFSZ, SIG_IGN);
            if (setrlimit(RLIMIT_FSIZE, &limit) != 0)
                _exit(126);
        };
        const Said full = ask(file(), {u"crawl"_s, u"sample"_s});
        QCOMPARE(full.code, 1);
        QVERIFY2(full.error.contains(u"The disk"_s) || full.error.contains(u"no space"_s), qPrintable(full.error));
        m_before = nullptr;
        const Said again = ask(file(), {u"crawl"_s, u"sample"_s});
        QVERIFY2(again.code == 0, qPrintable(again.error));
        QVERIFY2(again.out.contains(u"63 movies recorded, 6 to review, 0 failed"_s), qPrintable(again.out));
    }

    void aNameCanBeForgotten()
    {
        QCOMPARE(ask(file(), {u"databases"_s, u"films_db"_s, file()}).code, 0);
        QVERIFY(ask(file(), {u"databases"_s}).out.contains(u"films_db"_s));
        QCOMPARE(ask(file(), {u"databases"_s, u"--remove"_s, u"films_db"_s}).code, 0);
        QVERIFY(!ask(file(), {u"databases"_s}).out.contains(u"films_db"_s));
        QCOMPARE(ask(file(), {u"databases"_s, u"--remove"_s, u"films_db"_s}).code, 1);
        QCOMPARE(ask(file(), {u"databases"_s, u"films_db"_s}).code, 2);
    }

    void aNameThatIsMisspeltMakesNoFile()
    {
        for (const QStringList &command : {QStringList{u"status"_s}, {u"crawl"_s, u"sample"_s}, {u"migrate"_s}}) {
            const Said said = ask(u"film_db"_s, command);
            QCOMPARE(said.code, 1);
            QVERIFY2(said.error.contains(u"No database has the name film_db, and no file."_s), qPrintable(said.error));
        }
        QVERIFY(!QFile::exists(m_folder->filePath(u"film_db"_s)));
        QCOMPARE(ask(u"./film_db"_s, {u"crawl"_s, u"sample"_s, u"--only-list"_s}).code, 0);
        QVERIFY(QFile::exists(m_folder->filePath(u"film_db"_s)));
        QCOMPARE(ask(u"film_db"_s, {u"status"_s}).code, 0);
    }

    void whatOnlyReadsMakesNoDatabase_data()
    {
        QTest::addColumn<QStringList>("command");
        QTest::newRow("status") << QStringList{u"status"_s};
        QTest::newRow("tables") << QStringList{u"tables"_s};
        QTest::newRow("one table") << QStringList{u"tables"_s, u"movies"_s};
        QTest::newRow("export") << QStringList{u"export"_s, u"--table"_s, u"movies"_s};
        QTest::newRow("whole export") << QStringList{u"export"_s, u"--all"_s, u"--format"_s,
                                                     u"sqlite"_s, u"--out"_s, u"out.sqlite"_s};
        QTest::newRow("review") << QStringList{u"review"_s, u"--list"_s};
        QTest::newRow("acceptance") << QStringList{u"review"_s, u"--accept"_s, u"tm1"_s, u"1"_s};
        QTest::newRow("explanation") << QStringList{u"match"_s, u"--explain"_s, u"tm1"_s};
    }
    void whatOnlyReadsMakesNoDatabase()
    {
        QFETCH(const QStringList, command);
        for (const QString &database : QStringList{u"typo.sqlite"_s, u"sqlite://"_s + file()}) {
            const Said said = ask(database, command);
            QCOMPARE(said.code, 1);
            QVERIFY2(said.error.startsWith(u"cineteca-cli: There is no database "_s), qPrintable(said.error));
            QCOMPARE(said.out, QString());
        }
        QVERIFY(ask(u"typo.sqlite"_s, command).error.endsWith(u"There is no database typo.sqlite.\n"_s));
        QCOMPARE(QDir(m_folder->path()).entryList({u"*.sqlite*"_s}), QStringList());
        const Said own = ask(QString(), command);
        QCOMPARE(own.code, 1);
        QVERIFY2(own.error.startsWith(u"Nothing was crawled yet. Try: "_s), qPrintable(own.error));
    }

    void aNameLeadsToTheSameFileFromAnywhere()
    {
        QCOMPARE(ask(file(), {u"databases"_s, u"films_db"_s, u"movies.sqlite"_s}).code, 0);
        QVERIFY(ask(file(), {u"databases"_s}).out.contains(file()));
    }

private:
    QString file() const { return m_folder->filePath(u"movies.sqlite"_s); }
    QString server(const QString &database) const
    {
        return u"postgresql:///%1?host=%2&user=ann"_s.arg(database, m_server.folder());
    }

    void copySample() { QVERIFY(QFile::copy(m_sample.filePath(u"movies.sqlite"_s), file())); }

    QProcessEnvironment environment() const
    {
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"HOME"_s, m_folder->path());
        environment.insert(u"XDG_CONFIG_HOME"_s, m_folder->path());
        environment.insert(u"XDG_DATA_HOME"_s, m_folder->path());
        environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nowhere"_s); // no keychain of the person's
        return environment;
    }

    Said ask(const QString &database, const QStringList &arguments) const
    {
        QProcess program;
        program.setProcessEnvironment(environment());
        program.setWorkingDirectory(m_folder->path());
        if (m_before)
            program.setChildProcessModifier(m_before);
        program.start(QStringLiteral(CLI_PROGRAM), QStringList{u"--db"_s, database} + arguments);
        if (!program.waitForFinished(60'000))
            return {.code = -1, .error = program.errorString()};
        return {.code = program.exitCode(),
                .out = QString::fromUtf8(program.readAllStandardOutput()),
                .error = QString::fromUtf8(program.readAllStandardError())};
    }

    QTemporaryDir m_sample; // with a crawled database
    std::unique_ptr<QTemporaryDir> m_folder;
    std::function<void()> m_before; // in the child, before the program
    PostgresqlServer m_server;
};

QTEST_GUILESS_MAIN(TestDatabaseCommands)
#include "tst_databasecommands.moc"
