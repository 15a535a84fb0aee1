#include "arguments.h"
#include "databasesmodel.h"
#include "databasespage.h"
#include "databasewording.h"
#include "desk.h"
#include "inlinemessage.h"
#include "postgresqlserver.h"
#include "settings.h"
#include "store/address.h"
#include "store/console.h"
#include "store/database.h"
#include "store/server.h"
#include "store/sidelane.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::Literals;

namespace {

/// A page of its own settings, as a person uses it.
struct Shown
{
    explicit Shown(const QString &open)
        : page(open, settings)
    {
        page.resize(1000, 700);
        page.show();
    }

    template<typename Widget>
    Widget *find(const QString &name) const
    {
        return page.findChild<Widget *>(name);
    }

    void type(const QString &field, const QString &text) const
    {
        auto *line = find<QLineEdit>(field);
        QVERIFY2(line, qUtf8Printable(field));
        line->clear();
        QTest::keyClicks(line, text);
    }

    void click(const QString &button) const
    {
        auto *found = find<QAbstractButton>(button);
        QVERIFY2(found && found->isEnabled() && found->isVisible(), qUtf8Printable(button));
        QTest::mouseClick(found, Qt::LeftButton);
    }

    QString message() const { return find<InlineMessage>(u"databaseMessage"_s)->text(); }

    QTemporaryDir folder;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    DatabasesPage page;
};

}

/// The page of databases, the switch between them, and the windows on them.
class TestDatabases : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_home.isValid());
        qputenv("HOME", m_home.path().toUtf8());
        qputenv("XDG_DATA_HOME", m_home.path().toUtf8());
        qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere"); // no keychain of the person's
        if (!PostgresqlServer::isInstalled())
            return;
        QVERIFY(m_server.make());
        QVERIFY(m_server.put(u"pg_hba.conf"_s, "local all postgres trust\nlocal all all scram-sha-256\n"));
        m_server.start();
        QVERIFY(m_server.waitUntilItAnswers());
        QProcess psql;
        psql.start(u"psql"_s,
                   {u"--host="_s + m_server.folder(), u"--username=postgres"_s, u"--quiet"_s, u"--command"_s,
                    u"CREATE ROLE ann LOGIN CREATEDB PASSWORD 's3cret'"_s});
        QVERIFY(psql.waitForFinished() && psql.exitCode() == 0);
    }

    void everyDatabaseIsListedOnce()
    {
        DatabasesModel model;
        const QAbstractItemModelTester tester(&model);
        const QList<KnownDatabase> databases{{.address = u"/a.sqlite"_s, .title = u"Your own"_s},
                                             {.name = u"test_db"_s, .address = u"/t.sqlite"_s, .title = u"test_db"_s}};
        model.set(databases, u"/t.sqlite"_s);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(Qt::DisplayRole).toString(), u"Your own"_s);
        QCOMPARE(model.index(1).data(Qt::DisplayRole).toString(), u"test_db (open)"_s);
        QCOMPARE(model.rowOf(u"/t.sqlite"_s), 1);
        QCOMPARE(model.rowOf(u"/x.sqlite"_s), -1);
    }

    void aNameIsKeptAndForgottenAndBroughtBack()
    {
        const Shown shown(u"/tmp/open.sqlite"_s);
        QSignalSpy changed(&shown.page, &DatabasesPage::changed);
        shown.click(u"newDatabaseButton"_s);
        shown.type(u"databaseName"_s, u"movie_db"_s);
        shown.type(u"databaseHost"_s, u"db.example"_s);
        shown.type(u"databasePort"_s, u"5433"_s);
        shown.type(u"databaseUser"_s, u"ann"_s);
        shown.type(u"databasePassword"_s, u"s3cret"_s);
        shown.type(u"databaseOptions"_s, u"sslrootcert=/home/ann/ca.crt"_s);
        auto *tls = shown.find<QComboBox>(u"databaseTls"_s);
        tls->setCurrentIndex(tls->findData(u"verify-full"_s));
        shown.click(u"keepDatabaseButton"_s);
        const QString address
            = u"postgresql://ann@db.example:5433/movie_db?sslmode=verify-full&sslrootcert=%2Fhome%2Fann%2Fca.crt"_s;
        QCOMPARE(shown.settings.databases().value(u"movie_db"_s), address);
        QCOMPARE(changed.size(), 1);
        const auto *list = shown.find<QListView>(u"databaseList"_s);
        QCOMPARE(list->currentIndex().data(DatabasesModel::AddressRole).toString(), address);
        QCOMPARE(shown.find<QLineEdit>(u"databaseHost"_s)->text(), u"db.example"_s);

        shown.click(u"forgetDatabaseButton"_s);
        QVERIFY(shown.settings.databases().isEmpty());
        shown.click(u"databaseMessageAction"_s); // Keep
        QCOMPARE(shown.settings.databases().value(u"movie_db"_s), address);
        QFile file(shown.folder.filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(!file.readAll().contains("s3cret"));
    }

    void aWrongNameIsASentence()
    {
        const Shown shown(u"/tmp/open.sqlite"_s);
        shown.type(u"databaseName"_s, u"no word"_s);
        shown.click(u"keepDatabaseButton"_s);
        QVERIFY(shown.message().contains(u"is a word of letters"_s));
    }

    void openingKeepsANewNameAndChangesNoOther()
    {
        const Shown shown(u"/tmp/open.sqlite"_s);
        QSignalSpy wanted(&shown.page, &DatabasesPage::databaseWanted);
        const QString first = shown.folder.filePath(u"first.sqlite"_s);
        const QString second = shown.folder.filePath(u"second.sqlite"_s);
        shown.type(u"databaseName"_s, u"films"_s);
        shown.type(u"databaseFile"_s, first);
        shown.click(u"enterDatabaseButton"_s);
        QTRY_COMPARE(wanted.size(), 1);
        const QString kept = shown.settings.databases().value(u"films"_s);
        QVERIFY2(kept.endsWith(first), qUtf8Printable(kept));
        shown.type(u"databaseFile"_s, second);
        shown.click(u"enterDatabaseButton"_s);
        QTRY_COMPARE(wanted.size(), 2);
        QVERIFY(wanted.last().first().toString().endsWith(second));
        QCOMPARE(shown.settings.databases().value(u"films"_s), kept);
        shown.type(u"databaseName"_s, u"no word"_s);
        shown.click(u"enterDatabaseButton"_s);
        QTRY_VERIFY(shown.message().contains(u"is a word of letters"_s));
        QCOMPARE(wanted.size(), 2);
    }

    void whatIsMissingIsSaidAndMade()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        const Shown shown(u"/tmp/open.sqlite"_s);
        QSignalSpy wanted(&shown.page, &DatabasesPage::databaseWanted);
        shown.click(u"newDatabaseButton"_s);
        shown.type(u"databaseHost"_s, m_server.folder());
        shown.type(u"databaseOnServer"_s, u"films"_s);
        shown.type(u"databaseUser"_s, u"ann"_s);
        shown.click(u"testDatabaseButton"_s);
        QTRY_COMPARE(shown.message(), u"The database server asks for the password of ann."_s);
        QCOMPARE(QApplication::focusWidget(), shown.find<QLineEdit>(u"databasePassword"_s));
        shown.type(u"databasePassword"_s, u"wrong"_s);
        shown.click(u"testDatabaseButton"_s);
        QTRY_VERIFY(shown.message().contains(u"not accept this password of ann"_s));
        shown.type(u"databasePassword"_s, u"s3cret"_s);
        shown.click(u"testDatabaseButton"_s);
        QTRY_COMPARE(shown.message(), u"The database server has no database films."_s);
        shown.click(u"databaseMessageAction"_s); // Create it
        QTRY_COMPARE(wanted.size(), 1);
        const QString address = wanted.first().first().toString();
        QCOMPARE(address::withoutPassword(address),
                 u"postgresql:///films?host=%1&user=ann"_s.arg(QString(m_server.folder()).replace(u'/', u"%2F"_s)));
        shown.click(u"testDatabaseButton"_s);
        QTRY_VERIFY2(shown.message().startsWith(u"PostgreSQL 1"_s)
                         && shown.message().endsWith(u"answers as ann, not encrypted. It holds none of Cineteca's "
                                                     "tables yet; opening makes them."_s),
                     qUtf8Printable(shown.message()));
    }

    void connectionsBesideTheDatabasesKnowThePassword()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        const QString address = u"postgresql:///beside?host=%1&user=ann&password=s3cret"_s.arg(m_server.folder());
        const auto parsed = address::parse(address);
        QVERIFY(parsed && server::create(*parsed));
        Database database(address);
        QVERIFY(QCoro::waitFor(database.open()));
        Console console(database);
        const auto told = console.ask({.statements = statements::split(u"SELECT 'it answers'"_s, console.engine())});
        QTRY_VERIFY(told.isFinished());
        QVERIFY2(told.result(), qUtf8Printable(told.result() ? QString() : told.result().error().detail));
        QCOMPARE(told.result()->outcomes.value(0).rows, QList<QVariantList>{{u"it answers"_s}});
        SideLane lane(database);
        const auto one = QCoro::waitFor(
            lane.read({}, [](Connection &connection) { return connection.insert(u"SELECT 1"_s, {}); }));
        QCOMPARE(one.value_or(0), 1);
    }

    void withoutAKeychainNoPasswordIsKeptAnywhere()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        const Shown shown(u"/tmp/open.sqlite"_s);
        QSignalSpy wanted(&shown.page, &DatabasesPage::databaseWanted);
        shown.click(u"newDatabaseButton"_s);
        shown.type(u"databaseHost"_s, m_server.folder());
        shown.type(u"databaseOnServer"_s, u"template1"_s);
        shown.type(u"databaseUser"_s, u"postgres"_s);
        shown.type(u"databasePassword"_s, u"s3cret"_s);
        QTest::mouseClick(shown.find<QCheckBox>(u"keepPassword"_s), Qt::LeftButton, {}, {8, 8});
        shown.click(u"enterDatabaseButton"_s);
        QTRY_VERIFY2(shown.message().contains(u"keychain"_s), qUtf8Printable(shown.message()));
        QCOMPARE(wanted.size(), 0);
        shown.click(u"databaseMessageAction"_s); // Open without
        QTRY_COMPARE(wanted.size(), 1);
    }

    void aFileIsLookedAt()
    {
        const Shown shown(u"/tmp/open.sqlite"_s);
        const QString path = shown.folder.filePath(u"letter.txt"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray("Dear Ann,\n").repeated(500));
        file.close();
        shown.type(u"databaseFile"_s, path);
        shown.click(u"testDatabaseButton"_s);
        QTRY_COMPARE(shown.message(), u"The file is not a database."_s);
        shown.type(u"databaseFile"_s, shown.folder.filePath(u"new.sqlite"_s));
        shown.click(u"testDatabaseButton"_s);
        QTRY_COMPARE(shown.message(), u"It holds none of Cineteca's tables yet; opening makes them."_s);
        QVERIFY(!QFile::exists(shown.folder.filePath(u"new.sqlite"_s)));
    }

    void aWindowGivesWayToAnotherAndEachRemembersItsPage()
    {
        Settings settings(m_home.filePath(u"settings.ini"_s));
        settings.setWelcomed();
        const QString first = m_home.filePath(u"first.sqlite"_s);
        const QString second = m_home.filePath(u"second.sqlite"_s);
        QVERIFY(settings.keepDatabase(u"second"_s, second));
        Desk desk(settings);
        QVERIFY(QCoro::waitFor(desk.open({.database = first})));
        auto *window = shownWindow(first);
        window->findChild<QAction *>(u"view4"_s)->trigger(); // Tables
        QVERIFY(window->findChild<QWidget *>(u"tablesPage"_s)->isVisible());
        auto *menu = window->findChild<QToolButton *>(u"databaseSwitch"_s)->menu();
        QStringList titles;
        for (const QAction *action : menu->actions())
            titles.append(action->text() + (action->isChecked() ? u" *"_s : QString()));
        QCOMPARE(titles.first(4).join(u", "_s), u"Your own, second, first.sqlite *, "_s);
        menu->actions().at(1)->trigger();
        QTRY_VERIFY(shownWindow(second) && !shownWindow(first));
        QVERIFY(shownWindow(second)->findChild<QWidget *>(u"galleryPage"_s)->isVisible());
        emit shownWindow(second)->databaseWanted(first);
        QTRY_VERIFY(shownWindow(first) && !shownWindow(second));
        QVERIFY(shownWindow(first)->findChild<QWidget *>(u"tablesPage"_s)->isVisible());
    }

    void aDatabaseThatCannotBeOpenedLeadsToItsPage()
    {
        Settings settings(m_home.filePath(u"settings.ini"_s));
        settings.setWelcomed();
        const QString address = u"postgresql:///films?host=/nowhere"_s;
        Desk desk(settings);
        QVERIFY(QCoro::waitFor(desk.open({.database = address})));
        auto *page = shownWindow(address)->findChild<DatabasesPage *>();
        QTRY_VERIFY(page->isVisible());
        auto *message = page->findChild<InlineMessage *>(u"databaseMessage"_s);
        QTRY_VERIFY(message->text().contains(u"does not answer"_s));
        QCOMPARE(page->findChild<QLineEdit *>(u"databaseHost"_s)->text(), u"/nowhere"_s);
        QVERIFY(!shownWindow(address)->findChild<InlineMessage *>(u"windowMessage"_s)->isVisible());
    }

    void aDatabaseOnlyToBeReadIsSaidToBe()
    {
        Settings settings(m_home.filePath(u"settings.ini"_s));
        settings.setWelcomed();
        const QString path = m_home.filePath(u"kept.sqlite"_s);
        {
            Database database(path);
            QVERIFY(QCoro::waitFor(database.open()));
        }
        Desk desk(settings);
        QVERIFY(QCoro::waitFor(desk.open({.database = u"sqlite://"_s + path + u"?mode=ro"_s})));
        const auto *message = shownWindow(path)->findChild<InlineMessage *>(u"windowMessage"_s);
        QTRY_COMPARE(message->text(), u"The database is opened only to be read. Its address says so."_s);
    }

    void aServerThatGoesAwayIsSaidAndTheWindowStaysUsable()
    {
        if (!PostgresqlServer::isInstalled())
            QSKIP("PostgreSQL's server is not installed");
        Settings settings(m_home.filePath(u"settings.ini"_s));
        settings.setWelcomed();
        Desk desk(settings);
        QVERIFY(QCoro::waitFor(desk.open({.database = m_server.address()})));
        auto *window = shownWindow(m_server.address());
        const auto *message = window->findChild<InlineMessage *>(u"windowMessage"_s);
        window->findChild<QAction *>(u"view4"_s)->trigger(); // Tables
        const auto *tables = window->findChild<QAbstractItemView *>(u"tableList"_s);
        QTRY_VERIFY(tables->model()->rowCount() > 10);
        m_server.stop(SIGINT);
        window->findChild<QAction *>(u"refresh"_s)->trigger();
        QTRY_VERIFY(message->isVisible() && message->text().contains(u"The database server went away"_s));
        for (const QString &page : {u"view1"_s, u"view3"_s, u"view4"_s})
            window->findChild<QAction *>(page)->trigger();
        QVERIFY(window->findChild<QWidget *>(u"tablesPage"_s)->isVisible());
        m_server.start();
        QTRY_VERIFY_WITH_TIMEOUT(message->text().contains(u"The database is there again"_s), 20'000);
    }

private:
    /// The window whose title names this database.
    static MainWindow *shownWindow(const QString &address)
    {
        for (QWidget *widget : QApplication::topLevelWidgets()) {
            auto *window = qobject_cast<MainWindow *>(widget);
            if (window && window->isVisible() && window->windowTitle().startsWith(databasewording::name(address)))
                return window;
        }
        return nullptr;
    }

    QTemporaryDir m_home;
    PostgresqlServer m_server;
};

QTEST_MAIN(TestDatabases)
#include "tst_databases.moc"
