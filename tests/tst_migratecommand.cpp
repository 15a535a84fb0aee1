#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals;

namespace {

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
        QCOMPARE(ask({u"status"_s}).code, 0);
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
        QCOMPARE(ask({u"status"_s}, u"test_db"_s).code, 0);
        QVERIFY(QFile::exists(path(u"named.sqlite"_s)));
        QVERIFY(!QFile::exists(path(u"test_db"_s)));
    }

    void aPasswordIsNotKept()
    {
        const Said said = ask({u"databases"_s, u"mine"_s, u"postgresql://ann:secret@host/movie_db"_s});
        QCOMPARE(said.code, 2);
        QVERIFY(said.error.contains(u"A password is not kept"_s));
        QVERIFY(!ask({u"databases"_s}).out.contains(u"mine"_s));
        QCOMPARE(ask({u"databases"_s, u"two words"_s, u"a.sqlite"_s}).code, 2);
    }

private:
    QString path(const QString &file) const { return m_folder->filePath(file); }

    Said ask(const QStringList &arguments, const QString &database = u"movies.sqlite"_s)
    {
        QProcess process;
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_CONFIG_HOME"_s, path(u"settings"_s));
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder->path());
        process.start(QStringLiteral(CLI_PROGRAM), QStringList{u"--db"_s, database} + arguments);
        if (!process.waitForFinished(60'000))
            return {.code = -1};
        QString error = QString::fromUtf8(process.readAllStandardError());
        return {.code = process.exitCode(), .out = QString::fromUtf8(process.readAllStandardOutput()), .error = error};
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestMigrateCommand)
#include "tst_migratecommand.moc"
