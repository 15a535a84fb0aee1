#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals;

namespace {

const QByteArray Tagline = "{ \"name\": \"tagline\", \"type\": \"text\", \"length\": 255, \"meaning\": \"The film's "
                           "slogan.\", \"edited_by\": \"person\" },";

struct Said
{
    int code = 0;
    QString out;
    QString error;
};

}

/// The command line's migrate and databases, as a person calls them.
class TestMigrateCommand : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QCOMPARE(ask({u"migrate"_s}).code, 0);
    }

    void stepsAreDoneOrToDo()
    {
        QCOMPARE(ask({u"migrate"_s, u"--down"_s, u"3"_s}).code, 0);
        const Said status = ask({u"migrate"_s, u"--status"_s});
        QCOMPARE(status.code, 0);
        QStringList lines = status.out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines[0].startsWith(u"0001  tables_of_the_journal"_s));
        QVERIFY(lines[0].endsWith(u"UTC"_s));
        QVERIFY(lines[3].startsWith(u"0004  row_versions"_s));
        QVERIFY(lines[3].endsWith(u"to do"_s));
    }

    void theNextCommandBringsItUpAndSaysWhereItWasKept()
    {
        QCOMPARE(ask({u"migrate"_s, u"--down"_s, u"3"_s}).code, 0);
        const Said status = ask({u"status"_s});
        QCOMPARE(status.code, 0);
        QVERIFY(status.error.contains(u"went from version 3 to "_s));
        QVERIFY(status.error.contains(path(u"movies.sqlite.version-3"_s)));
        QVERIFY(QFile::exists(path(u"movies.sqlite.version-3"_s)));
    }

    void theSqlIsPrintedAndNotRun()
    {
        QCOMPARE(ask({u"migrate"_s, u"--down"_s, u"3"_s}).code, 0);
        const Said sql = ask({u"migrate"_s, u"--sql"_s});
        QVERIFY(sql.out.contains(u"ALTER TABLE movies ADD COLUMN row_version INTEGER NOT NULL DEFAULT 1;"_s));
        QVERIFY(
            sql.out.contains(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (4, 'row_versions',"_s));
        const Said down = ask({u"migrate"_s, u"--sql"_s, u"--down"_s, u"2"_s});
        QVERIFY(down.out.contains(u"DROP TABLE movie_directors;"_s));
        QVERIFY(down.out.contains(u"DELETE FROM schema_migrations WHERE number = 3;"_s));
        QVERIFY(ask({u"migrate"_s, u"--status"_s}).out.contains(u"to do"_s));
    }

    void upIsAsFarAsIsSaid()
    {
        QCOMPARE(ask({u"migrate"_s, u"--down"_s, u"1"_s}).code, 0);
        const Said up = ask({u"migrate"_s, u"--to"_s, u"3"_s});
        QCOMPARE(up.code, 0);
        QVERIFY(up.out.contains(u"went from version 1 to 3"_s));
        const QStringList lines = ask({u"migrate"_s, u"--status"_s}).out.split(u'\n', Qt::SkipEmptyParts);
        QVERIFY(lines[2].endsWith(u"UTC"_s));
        QVERIFY(lines[3].endsWith(u"to do"_s));
    }

    void theNextMigrationIsWrittenAsAnswered_data()
    {
        QTest::addColumn<QByteArray>("now");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<int>("questions");
        QTest::addColumn<int>("code");
        QTest::addColumn<QString>("said");

        const QByteArray slogan = QByteArray(Tagline).replace("tagline", "slogan");
        QTest::newRow("renamed") << slogan << "maybe\ny\n"_ba << 2 << 0 << u"slogan.postgresql.sql"_s;
        QTest::newRow("a column less") << ""_ba << ""_ba << 0 << 0 << u"DESTRUCTIVE: it loses movies.tagline."_s;
        QTest::newRow("nobody answers") << slogan << "maybe\n"_ba << 2 << 2 << u"nothing was written"_s;
        QTest::newRow("no migration can do that") << slogan << "no\n"_ba << 1 << 2 << u"stands behind a new column"_s;
    }
    void theNextMigrationIsWrittenAsAnswered()
    {
        QFETCH(const QByteArray, now);
        QFETCH(const QByteArray, answers);
        QFETCH(const int, questions);
        QFETCH(const int, code);
        QFETCH(const QString, said);
        copySchema(now);
        const Said asked = ask({u"migrate"_s, u"new"_s, u"slogan"_s}, u"movies.sqlite"_s, answers);
        QCOMPARE(asked.code, code);
        QCOMPARE(asked.error.count(u"Is movies.slogan what was movies.tagline, under a new name? [y/n]"_s), questions);
        const QString all = asked.out + asked.error;
        QVERIFY2(all.contains(said), qPrintable(all));
        QCOMPARE(QDir(path(u"schema/migrations"_s)).entryList({u"*_slogan.*"_s}).size(), code == 0 ? 4 : 0);
    }

    void driftIsAFailureWithItsColumns()
    {
        const Said agreed = ask({u"migrate"_s, u"--check"_s});
        QCOMPARE(agreed.code, 0);
        QVERIFY(agreed.out.startsWith(u"The database is as the model says"_s));
        QCOMPARE(ask({u"migrate"_s, u"--down"_s, u"3"_s}).code, 0);
        const Said drift = ask({u"migrate"_s, u"--check"_s});
        QCOMPARE(drift.code, 1);
        QVERIFY(drift.out.contains(u"movies.row_version: the column is missing\n"_s));
    }

    void aWrongWayIsASentence_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("sentence");

        QTest::newRow("no such version") << QStringList{u"--to"_s, u"99"_s} << u"There is no version 99"_s;
        QTest::newRow("up is down") << QStringList{u"--to"_s, u"1"_s} << u"say --down 1"_s;
        QTest::newRow("both ways") << QStringList{u"--to"_s, u"1"_s, u"--down"_s, u"1"_s} << u"excludes"_s;
        QTest::newRow("no words") << QStringList{u"new"_s, u"!"_s} << u"Say in words of letters"_s;
        QTest::newRow("two questions") << QStringList{u"--status"_s, u"--check"_s} << u"at most 1"_s;
    }
    void aWrongWayIsASentence()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, sentence);
        const Said said = ask(QStringList{u"migrate"_s} + arguments);
        QCOMPARE(said.code, 2);
        QVERIFY2(said.error.contains(sentence), qPrintable(said.error));
    }

    void aDatabaseCanHaveAName()
    {
        QCOMPARE(ask({u"databases"_s, u"test_db"_s, path(u"named.sqlite"_s)}).code, 0);
        QVERIFY(ask({u"databases"_s}).out.contains(u"named.sqlite"_s));
        QCOMPARE(ask({u"migrate"_s}, u"test_db"_s).code, 0);
        QVERIFY(QFile::exists(path(u"named.sqlite"_s)));
        QVERIFY(!QFile::exists(path(u"test_db"_s)));
    }

    void aPasswordIsNotKept()
    {
        const Said said = ask({u"databases"_s, u"mine"_s, u"postgresql://ann:secret@host/movie_db"_s});
        QCOMPARE(said.code, 2);
        QVERIFY(said.error.contains(u"A password is not kept"_s));
        QCOMPARE(ask({u"databases"_s, u"mine"_s, u"postgresql://ann@host/movie_db?sslpassword=secret"_s}).code, 2);
        QVERIFY(!ask({u"databases"_s}).out.contains(u"mine"_s));
        QCOMPARE(ask({u"databases"_s, u"two words"_s, u"a.sqlite"_s}).code, 2);
    }

private:
    QString path(const QString &file) const { return m_folder->filePath(file); }

    /// The sources' model and migrations, with something else for a column in the model.
    void copySchema(const QByteArray &now) const
    {
        const QString own = QStringLiteral(SOURCE_DIR) + u"/schema/"_s;
        QVERIFY(QDir().mkpath(path(u"schema/migrations"_s)));
        for (const QString &name : QDir(own + u"migrations"_s).entryList(QDir::Files))
            QVERIFY(QFile::copy(own + u"migrations/"_s + name, path(u"schema/migrations/"_s + name)));
        QFile before(own + u"movie_db.json"_s);
        QFile after(path(u"schema/movie_db.json"_s));
        QVERIFY(before.open(QIODevice::ReadOnly) && after.open(QIODevice::WriteOnly));
        const QByteArray model = before.readAll();
        QVERIFY(model.contains(Tagline));
        after.write(QByteArray(model).replace(Tagline, now));
    }

    Said ask(const QStringList &arguments, const QString &database = u"movies.sqlite"_s, const QByteArray &answers = {})
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(CLI_PROGRAM), QStringList{u"--db"_s, database} + arguments);
        process.write(answers);
        process.closeWriteChannel();
        if (!process.waitForFinished(60'000))
            return {.code = -1};
        QString error = QString::fromUtf8(process.readAllStandardError());
        return {.code = process.exitCode(), .out = QString::fromUtf8(process.readAllStandardOutput()), .error = error};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMigrateCommand)
#include "tst_migratecommand.moc"
