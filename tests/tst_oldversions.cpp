#include "store.h"
#include "store/drift.h"
#include "store/migrating.h"
#include "store/table.h"

#include <QProcess>

#include <sqlite3.h>

using namespace Qt::Literals;

namespace {

/// Every row of a table's columns, printed, by table.
using Content = QMap<QString, QStringList>;

QString printed(const Rows &row)
{
    QStringList cells;
    for (int i = 0; i < row.columns(); ++i)
        cells.append(row.isNull(i) ? u"–"_s : row.value(i).toString());
    return cells.join(u" | "_s);
}

QMap<QString, QStringList> columnsOf(Connection &connection)
{
    QMap<QString, QStringList> columns;
    for (const QString &name : got(table::all(connection))) {
        for (const auto &column : got(table::info(connection, name)).columns)
            columns[name].append(connection.quoted(column.name));
    }
    return columns;
}

Content contentOf(Connection &connection, const QMap<QString, QStringList> &columns)
{
    Content content;
    for (const auto &[name, list] : columns.asKeyValueRange()) {
        QStringList rows
            = got(connection.all(u"SELECT %1 FROM %2"_s.arg(list.join(u", "), connection.quoted(name)), {}, printed));
        rows.sort();
        content.insert(name, rows);
    }
    return content;
}

Result<> runOnFile(const QString &file, const QByteArray &sql)
{
    sqlite3 *database = nullptr;
    sqlite3_open(QFile::encodeName(file).constData(), &database);
    const int code = sqlite3_exec(database, sql.constData(), nullptr, nullptr, nullptr);
    const QString message = QString::fromUtf8(sqlite3_errmsg(database));
    sqlite3_close(database);
    return code == SQLITE_OK ? Result<>() : fail(Error::Kind::Storage, message);
}

}

/// Databases as every version of the program has left them (tests/data/databases).
class TestOldVersions : public QObject
{
    Q_OBJECT

private slots:
    void everyVersionIsKept()
    {
        for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
            for (int version = 1; version <= newest(); ++version)
                QVERIFY2(QFile::exists(fileOf(engine, version)), qPrintable(fileOf(engine, version)));
        }
    }

    void itGoesUpDownAndUp_data()
    {
        QTest::addColumn<QString>("engine");
        QTest::addColumn<int>("version");

        for (const QString &engine : {u"sqlite"_s, u"postgresql"_s}) {
            for (int version = 1; version <= newest(); ++version)
                QTest::addRow("%s %d", qPrintable(engine), version) << engine << version;
        }
    }
    void itGoesUpDownAndUp()
    {
        QFETCH(QString, engine);
        QFETCH(int, version);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        load(store, engine, version);

        Connection &connection = store.connectAsItIs();
        const auto columns = columnsOf(connection);
        const Content before = contentOf(connection, columns);
        QVERIFY(before[u"movies"_s].size() == 3);

        connection.close();
        store.connect().close(); // brings it up
        QVERIFY(done(connection.open()));
        QCOMPARE(drift::lines(got(drift::between(connection, model::own()))), QStringList());
        QCOMPARE(contentOf(connection, columns), before);

        auto course = got(migrating::own(connection.engine()));
        course.target = version;
        got(migrating::go(connection, course));
        QCOMPARE(columnsOf(connection), columns);
        QCOMPARE(contentOf(connection, columns), before);

        const auto up = got(migrating::go(connection, got(migrating::own(connection.engine()))));
        QCOMPARE(up.from, version);
        QCOMPARE(drift::lines(got(drift::between(connection, model::own()))), QStringList());
        QCOMPARE(contentOf(connection, columns), before);
    }

    void itGoesDownToNothingAndUp_data() { TestStore::addEngines(); }
    void itGoesDownToNothingAndUp()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        load(store, engine, newest());
        Connection &connection = store.connectAsItIs();
        auto course = got(migrating::own(connection.engine()));
        course.target = 0;
        got(migrating::go(connection, course));
        QCOMPARE(got(table::all(connection)), QStringList());
        got(migrating::go(connection, got(migrating::own(connection.engine()))));
        QCOMPARE(drift::lines(got(drift::between(connection, model::own()))), QStringList());
    }

    void itsSqlCanBeRunByHand_data() { TestStore::addEngines(); }
    void itsSqlCanBeRunByHand()
    {
        QFETCH(QString, engine);
        SKIP_WITHOUT_SERVER(engine);
        TestStore store(engine);
        load(store, engine, 3);
        Connection &connection = store.connectAsItIs();
        auto course = got(migrating::own(connection.engine()));
        runByHand(store, migrating::sql(course, 3, connection.engine()));
        QCOMPARE(got(migrations::version(connection, course.known)), course.target);
        QCOMPARE(drift::lines(got(drift::between(connection, course.model))), QStringList());
        course.target = 2;
        runByHand(store, migrating::sql(course, newest(), connection.engine()));
        QCOMPARE(got(migrations::version(connection, course.known)), 2);
    }

private:
    static int newest() { return got(migrating::own(Connection::Engine::SQLite)).target; }

    static QString fileOf(const QString &engine, int version)
    {
        return QStringLiteral(SOURCE_DIR)
            + u"/tests/data/databases/%1.%2.sql"_s.arg(version, 4, 10, QChar(u'0')).arg(engine);
    }

    static void runByHand(const TestStore &store, const QString &sql)
    {
        if (!store.address().startsWith("postgresql:"_L1)) {
            QVERIFY(done(runOnFile(store.address(), sql.toUtf8())));
            return;
        }
        QProcess psql;
        psql.start(u"psql"_s, {u"--no-psqlrc"_s, u"--set=ON_ERROR_STOP=1"_s, u"--quiet"_s, store.address()});
        if (!psql.waitForStarted())
            QSKIP("psql is not installed");
        psql.write(sql.toUtf8());
        psql.closeWriteChannel();
        QVERIFY(psql.waitForFinished());
        QVERIFY2(psql.exitCode() == 0, psql.readAllStandardError().constData());
    }

    static void load(TestStore &store, const QString &engine, int version)
    {
        QFile file(fileOf(engine, version));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray sql = file.readAll();
        QVERIFY(done(engine == "sqlite"_L1 ? runOnFile(store.address(), sql)
                                           : store.connectAsItIs().run(QString::fromUtf8(sql))));
    }
};

QTEST_GUILESS_MAIN(TestOldVersions)
#include "tst_oldversions.moc"
