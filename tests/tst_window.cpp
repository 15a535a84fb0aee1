#include "arguments.h"
#include "crawlrunner.h"
#include "gallerypage.h"
#include "gallerypreview.h"
#include "inlinemessage.h"
#include "jobs/politeness.h"
#include "logmodel.h"
#include "mainwindow.h"
#include "net/httpclient.h"
#include "net/recording.h"
#include "settings.h"
#include "sidebar.h"
#include "store/database.h"
#include "store/library.h"

#include <QAccessible>
#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QScrollArea>
#include <QScrollBar>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTableView>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr auto Providers = R"({"data":{"packages":[
    {"id":"a","packageId":1,"clearName":"Netflix","technicalName":"netflix","shortName":"nfx","slug":"netflix"},
    {"id":"b","packageId":2,"clearName":"HBO Max","technicalName":"max","shortName":"mxx","slug":"hbo-max"},
    {"id":"c","packageId":3,"clearName":"Hulu","technicalName":"hulu","shortName":"hlu","slug":"hulu"}]}})";

/// A local JustWatch that gives one answer to everything, or none at all.
class Origin : public QTcpServer
{
public:
    explicit Origin(const QByteArray &answer = {})
    {
        listen(QHostAddress::LocalHost);
        if (!answer.isEmpty())
            connect(this, &QTcpServer::newConnection, this, [this, answer] { serve(nextPendingConnection(), answer); });
    }

    Origins origins() const
    {
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(serverPort()));
        return {.justwatch = url, .justwatchWww = url, .wikipedia = url, .wikidata = url, .wdqs = url};
    }

private:
    static void serve(QTcpSocket *socket, const QByteArray &answer)
    {
        connect(socket, &QTcpSocket::readyRead, socket, [socket, answer] {
            socket->readAll();
            socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
                          + QByteArray::number(answer.size()) + "\r\n\r\n" + answer);
            socket->disconnectFromHost();
        });
    }
};

/// A window on an empty database, with settings of its own.
struct House
{
    explicit House(const Origins &given = {})
        : origins(given)
    {
        if (const auto answers = crawling::sampleAnswers())
            sample.replay(*answers);
    }

    ~House()
    {
        window.reset();
        http.close();
        database.close();
    }
    Q_DISABLE_COPY_MOVE(House)

    void open(const Arguments &arguments = {})
    {
        window = std::make_unique<MainWindow>(Services{http, sample, database, origins}, settings, log);
        window->start(arguments);
        window->show();
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
    }

    template<typename Widget>
    Widget *find(const QString &name) const
    {
        return window->findChild<Widget *>(name);
    }

    void click(const QString &button) const
    {
        auto *found = find<QAbstractButton>(button);
        QVERIFY2(found && found->isEnabled(), qUtf8Printable(button));
        QTest::mouseClick(found, Qt::LeftButton);
    }

    QTemporaryDir folder;
    Origins origins;
    Settings settings{folder.filePath(u"settings.ini"_s)};
    LogModel log;
    Database database{u"sqlite://"_s + folder.filePath(u"movies.sqlite"_s)};
    HttpClient http{{.userAgent = u"test"_s, .rules = {{.hosts = u"127.0.0.1"_s, .interval = 0ms}}, .tries = 1}};
    HttpClient sample{{.userAgent = u"test"_s}};
    std::unique_ptr<MainWindow> window;
};

}

/// The window as a person uses it.
class TestWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void theTitleNamesTheDatabase()
    {
        House house;
        house.open();
        QCOMPARE(house.window->windowTitle(), u"movies.sqlite — Cineteca"_s);
    }

    void theFirstStartAsksWhoAsks()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.open();
        QVERIFY(house.find<QWidget>(u"welcomePage"_s)->isVisible());
        const auto *consequence = house.find<QLabel>(u"consequence"_s);
        QVERIFY(consequence->text().startsWith(u"10 requests a minute"));

        QTest::keyClicks(house.find<QLineEdit>(u"contact"_s), u"ann"_s);
        QVERIFY(!house.find<QAbstractButton>(u"startButton"_s)->isEnabled());
        QTest::keyClicks(house.find<QLineEdit>(u"contact"_s), u"@example.org"_s);
        QVERIFY(consequence->text().startsWith(u"200 requests a minute"));
        house.click(u"startButton"_s);
        QVERIFY(house.find<QWidget>(u"galleryPage"_s)->isVisible());
        QCOMPARE(house.settings.contact(), u"ann@example.org"_s);
        QCOMPARE(house.http.options().userAgent, politeness::userAgent(u"ann@example.org"_s));
    }

    void theSecondStartDoesNot()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        QVERIFY(house.find<QWidget>(u"galleryPage"_s)->isVisible());
    }

    void providersAreFoundByTyping()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        const auto *cards = house.find<QListView>(u"providers"_s);
        QTRY_COMPARE(cards->model()->rowCount(), 3);

        QTest::keyClicks(house.find<QLineEdit>(u"providerWords"_s), u"max"_s);
        QCOMPARE(cards->model()->rowCount(), 1);
        QTest::keyClick(house.find<QLineEdit>(u"providerWords"_s), Qt::Key_Return);
        QTRY_COMPARE(house.find<QLabel>(u"previewName"_s)->text(), u"HBO Max (United States)"_s);
        QVERIFY(house.find<InlineMessage>(u"termsMessage"_s)->isVisible());
        QVERIFY(!house.find<QAbstractButton>(u"crawlButton"_s)->isEnabled());
        house.click(u"termsMessageAction"_s);
        QVERIFY(house.settings.knowsTerms());
        QVERIFY(!house.find<InlineMessage>(u"termsMessage"_s)->isVisible());
    }

    void providersThatCannotBeHadAreExplained()
    {
        Origin origin;
        const Origins origins = origin.origins();
        origin.close();
        House house(origins);
        house.settings.setWelcomed();
        house.open();
        const auto *message = house.find<InlineMessage>(u"providersMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(!message->text().isEmpty());
        QVERIFY(house.find<QAbstractButton>(u"providersMessageAction"_s)->isVisible());
    }

    void aListNamedAtTheStartIsNotReplacedByTheLastProvider()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.settings.setProvider(u"hulu"_s);
        QFile list(house.folder.filePath(u"mine.csv"_s));
        QVERIFY(list.open(QIODevice::WriteOnly) && list.write("title,year\nHeat,1995\n") > 0);
        list.close();
        house.open();
        house.window->findChild<GalleryPage *>()->find(list.fileName());
        const auto *cards = house.find<QListView>(u"providers"_s);
        QTRY_COMPARE(cards->model()->rowCount(), 3);
        QVERIFY(cards->selectionModel()->selectedIndexes().isEmpty());
        QTRY_VERIFY(house.find<QLabel>(u"previewName"_s)->text().contains(u"mine"_s));
    }

    void anAddressThatIsNoneIsExplainedBesideIt()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        auto *address = house.find<QLineEdit>(u"address"_s);
        QTest::keyClicks(address, u"https://example.org/films"_s);
        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY(house.find<InlineMessage>(u"addressMessage"_s)->isVisible());
        QTest::keyClicks(address, u"x"_s);
        QVERIFY(!house.find<InlineMessage>(u"addressMessage"_s)->isVisible());

        QTest::keyClick(address, Qt::Key_Return);
        QTRY_VERIFY(house.find<InlineMessage>(u"addressMessage"_s)->isVisible());
        address->window()->findChild<GalleryPage *>()->choose({.source = u"sample"_s, .name = u"Sample"_s});
        QVERIFY(!house.find<InlineMessage>(u"addressMessage"_s)->isVisible());
    }

    void theSampleIsCrawledOffline()
    {
        if (!crawling::sampleAnswers())
            QSKIP("The sample's answers are not bundled.");
        const Origin silent;
        House house(silent.origins());
        house.open({.sample = true});
        auto *crawl = house.find<QAbstractButton>(u"crawlButton"_s);
        QTRY_VERIFY(crawl->isEnabled());
        QVERIFY(house.find<QLabel>(u"previewTitles"_s)->text().toInt() >= 60);

        QTest::mouseClick(crawl, Qt::LeftButton);
        QTRY_VERIFY(house.find<QWidget>(u"crawlPage"_s)->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(!house.window->runner().isRunning(), 30'000);
        QVERIFY(house.find<QLabel>(u"listed"_s)->text().toInt() >= 60);
        QVERIFY(house.find<QLabel>(u"recorded"_s)->text().toInt() > 40);
        const auto *crawls = house.find<QTableView>(u"crawls"_s);
        QTRY_COMPARE(crawls->model()->index(0, 1).data(), u"Finished"_s);
        QVERIFY(!house.find<InlineMessage>(u"stripMessage"_s)->isVisible()); // the crawl's page says it already
        QTest::keyClick(house.window.get(), Qt::Key_1, Qt::ControlModifier);
        QVERIFY(house.find<InlineMessage>(u"stripMessage"_s)->isVisible());
        QTRY_COMPARE(house.find<QLabel>(u"previewKnown"_s)->text(), house.find<QLabel>(u"previewTitles"_s)->text());
        QTRY_VERIFY(house.log.rowCount() > 0);
    }

    void noCrawlYetIsSaid()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        QTest::keyClick(house.window.get(), Qt::Key_2, Qt::ControlModifier);
        QTRY_VERIFY(house.find<QLabel>(u"crawlHint"_s)->isVisible());
        house.click(u"chooseGallery"_s);
        QVERIFY(house.find<QWidget>(u"galleryPage"_s)->isVisible());
    }

    void anOlderDatabaseIsBroughtUpAndItsBackupNamed()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        {
            const auto opened = opening::open(house.database.address(), u"older"_s);
            auto course = migrating::own(Connection::Engine::SQLite);
            QVERIFY(opened && course);
            course->target = 3;
            QVERIFY(migrating::go(*opened->connection, *course));
        }
        QSqlDatabase::removeDatabase(u"older"_s);
        house.open();
        auto *text = house.find<QLabel>(u"windowMessageText"_s);
        QTRY_VERIFY(text->text().startsWith(u"The database was brought from version 3 to "));
        QVERIFY(text->isVisible());
        QVERIFY(text->text().endsWith(u"movies.sqlite.version-3."));
    }

    void aDatabaseThatIsLongInOpeningIsSaidToBe()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        {
            QSqlDatabase other = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"other"_s);
            other.setDatabaseName(house.folder.filePath(u"movies.sqlite"_s));
            QVERIFY(other.open());
            QSqlQuery lock(other);
            QVERIFY(lock.exec(u"BEGIN EXCLUSIVE"_s));
            house.open();
            auto *text = house.find<QLabel>(u"windowMessageText"_s);
            QTRY_VERIFY(text->isVisible() && text->text().startsWith(u"The database is being opened."));
            QVERIFY(lock.exec(u"ROLLBACK"_s));
            QTRY_VERIFY_WITH_TIMEOUT(!text->text().startsWith(u"The database is being opened.") || !text->isVisible(),
                                     10s);
        }
        QSqlDatabase::removeDatabase(u"other"_s);
    }

    void aPageThatNeedsLittleRoomHasNoScrollBars()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        house.window->resize(480, 240);
        const auto hasScrollBars = [area = house.find<QScrollArea>(u"pages"_s)] {
            return area->horizontalScrollBar()->isVisible() || area->verticalScrollBar()->isVisible();
        };
        QTest::keyClick(house.window.get(), Qt::Key_4, Qt::ControlModifier);
        QTRY_VERIFY(hasScrollBars()); // tables need more
        for (const auto key : {Qt::Key_2, Qt::Key_3}) { // nothing crawled yet: a sentence and a button
            QTest::keyClick(house.window.get(), key, Qt::ControlModifier);
            QTRY_VERIFY(!hasScrollBars());
        }
    }

    void anUnfinishedCrawlIsOffered()
    {
        const Origin silent;
        House house(silent.origins());
        house.settings.setWelcomed();
        QVERIFY(QCoro::waitFor(house.database.run(&makePausedCrawl)));
        house.open();
        const auto *message = house.find<InlineMessage>(u"stripMessage"_s);
        QTRY_VERIFY(message->isVisible());
        QVERIFY(message->text().contains(u"was paused at"));
        house.click(u"stripMessageAction"_s);
        QTRY_VERIFY(house.window->runner().isRunning());
        QVERIFY(!house.find<QProgressBar>(u"stripBar"_s)->isVisible());
        QTest::keyClick(house.window.get(), Qt::Key_5, Qt::ControlModifier);
        QTRY_VERIFY(house.find<QProgressBar>(u"stripBar"_s)->isVisible());
        house.click(u"stopCrawlButton"_s);
        QTRY_VERIFY(!house.window->runner().isRunning());
        QTRY_VERIFY(message->isVisible());
    }

    void whatIsKnownOnlyOnceItIsListedIsNotMadeUp()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        auto *preview = house.window->findChild<GalleryPreview *>();
        preview->showPreview({.gallery = {.source = u"html"_s, .name = u"max (United States)"_s}});
        QCOMPARE(house.find<QLabel>(u"previewTitles"_s)->text(), u"known once they are listed"_s);
        QVERIFY(house.find<QLabel>(u"previewRequests"_s)->isHidden());
        QVERIFY(house.find<QLabel>(u"previewTime"_s)->isHidden());
        preview->showPreview({.gallery = {.source = u"justwatch"_s}, .titles = 7, .requests = 9});
        QCOMPARE(house.find<QLabel>(u"previewRequests"_s)->text(), u"about 9"_s);
    }

    void whatFailedIsTriedAgainOnlyWhereThatDoesSomething()
    {
        const Origin silent;
        House house(silent.origins());
        house.settings.setWelcomed();
        QVERIFY(QCoro::waitFor(house.database.run(makeFailedCrawl)));
        house.open();
        QTest::keyClick(house.window.get(), Qt::Key_2, Qt::ControlModifier);
        const auto *retry = house.window->findChild<QAction *>(u"retryFailed"_s);
        QTRY_VERIFY(retry->isEnabled());

        house.window->runner().start(
            {.source = u"justwatch"_s, .country = u"US"_s, .provider = u"nfx"_s, .name = u"Netflix"_s});
        auto *crawls = house.find<QTableView>(u"crawls"_s);
        QTRY_COMPARE(crawls->model()->rowCount(), 2);
        QTRY_COMPARE(crawls->currentIndex().row(), 0);
        QTRY_VERIFY(!retry->isEnabled());
        crawls->selectRow(1);
        QTRY_COMPARE(house.find<QTableView>(u"notes"_s)->model()->rowCount(), 1);
        QVERIFY(!retry->isEnabled()); // another crawl runs

        house.window->runner().stop();
        QTRY_VERIFY(!house.window->runner().isRunning());
        QTRY_COMPARE(crawls->currentIndex().row(), 1);
        QTRY_VERIFY(retry->isEnabled());
    }

    void closingPausesTheCrawlFirst()
    {
        const Origin silent;
        House house(silent.origins());
        house.settings.setWelcomed();
        house.open();
        house.window->runner().start(
            {.source = u"justwatch"_s, .country = u"US"_s, .provider = u"mxx"_s, .name = u"X"_s});
        QTRY_VERIFY(house.window->runner().crawl());
        house.window->close();
        QVERIFY(house.window->isVisible());
        QTRY_VERIFY(!house.window->isVisible());
        const auto crawl = QCoro::waitFor(house.database.run(&library::unfinishedCrawl));
        QVERIFY(crawl && *crawl);
        QCOMPARE((*crawl)->state, CrawlState::Paused);
    }

    void everyControlHasANameAndEveryActionAShortcut()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.open();
        QSet<std::pair<const QObject *, QKeySequence>> keys;
        for (const QAction *action : house.window->findChildren<QAction *>()) {
            if (action->isSeparator() || action->menu() || action->objectName().startsWith(u"_q_"))
                continue;
            QVERIFY2(!action->objectName().isEmpty(), qUtf8Printable(action->text()));
            QVERIFY2(!action->shortcut().isEmpty(), qUtf8Printable(action->objectName()));
            const std::pair where(pageOf(action), action->shortcut()); // what is hidden hears no key
            QVERIFY2(!keys.contains(where), qUtf8Printable(action->objectName()));
            QVERIFY2(!keys.contains({nullptr, action->shortcut()}), qUtf8Printable(action->objectName()));
            keys.insert(where);
        }
        for (QWidget *widget : house.window->findChildren<QWidget *>())
            checkName(widget);
    }

    void theConsoleHasF5AndCtrlEnterForItself()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        QTest::keyClick(house.window.get(), Qt::Key_5, Qt::ControlModifier);
        auto *editor = house.find<QPlainTextEdit>(u"sqlEditor"_s);
        QVERIFY(editor->isVisible());
        const auto shown = [&] {
            for (const auto *grid : house.window->findChildren<QTableView *>(u"resultGrid"_s)) {
                if (grid->isVisible())
                    return grid->model()->index(0, 0).data().toString();
            }
            return QString();
        };
        QTest::keyClicks(editor, u"SELECT 41; SELECT 42"_s);
        QTest::keyClick(editor, Qt::Key_F5);
        QTRY_COMPARE(shown(), u"41"_s);
        QTest::keyClick(editor, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(shown(), u"42"_s);
        QVERIFY(editor->isVisible());
    }

    void pagesAreChosenInTheSidebar()
    {
        const Origin origin(Providers);
        House house(origin.origins());
        house.settings.setWelcomed();
        house.open();
        auto *sidebar = house.find<Sidebar>(u"sidebar"_s);
        const QRect log = sidebar->visualItemRect(sidebar->findItems(u"Log"_s, Qt::MatchExactly).value(0));
        QTest::mouseClick(sidebar->viewport(), Qt::LeftButton, {}, log.center());
        QVERIFY(house.find<QWidget>(u"logPage"_s)->isVisible());
    }

private:
    /// A crawl that came to its end, but for a title whose look-up failed.
    static Result<> makeFailedCrawl(Connection &connection)
    {
        const Error reason{.kind = Error::Kind::Refused, .message = u"en.wikipedia.org refuses us (403)."_s};
        const auto crawl = library::startCrawl(
            connection,
            {.gallery = {.source = u"justwatch"_s, .country = u"US"_s, .provider = u"mxx"_s, .name = u"HBO Max"_s},
             .startedAt = QDateTime::currentDateTimeUtc()});
        return crawl
            .and_then([&](const Crawl &made) {
                return library::add(connection, made, {{.source = u"justwatch"_s, .key = u"tm1"_s, .title = u"Heat"_s}},
                                    {{.subject = u"Heat"_s, .error = reason}});
            })
            .and_then([&] { return library::itemByKey(connection, u"justwatch"_s, u"tm1"_s); })
            .and_then(
                [&](const std::optional<Item> &item) { return library::keepFailed(connection, {item->id}, reason); })
            .and_then([&] { return library::setState(connection, crawl->id, CrawlState::Finished); });
    }

    static Result<> makePausedCrawl(Connection &connection)
    {
        const auto gallery = library::keepGallery(
            connection,
            {.source = u"justwatch"_s, .country = u"US"_s, .provider = u"mxx"_s, .name = u"HBO Max (United States)"_s});
        if (!gallery)
            return std::unexpected(gallery.error());
        const auto crawl = library::startCrawl(connection,
                                               {.gallery = {.id = *gallery,
                                                            .source = u"justwatch"_s,
                                                            .country = u"US"_s,
                                                            .provider = u"mxx"_s,
                                                            .name = u"HBO Max (United States)"_s},
                                                .slices = {Slice{}},
                                                .total = 2489,
                                                .startedAt = QDateTime::currentDateTimeUtc()});
        if (!crawl)
            return std::unexpected(crawl.error());
        return library::setState(connection, crawl->id, CrawlState::Paused);
    }

    /// The page, or the part of it that comes and goes, which an action belongs to; null for the window's own.
    static const QObject *pageOf(const QAction *action)
    {
        const QObject *owner = action->parent();
        while (owner && !owner->objectName().endsWith(u"Page") && !owner->objectName().endsWith(u"Panel")
               && owner->objectName() != u"rejection" && owner->objectName() != u"reviewSearch")
            owner = owner->parent();
        return owner;
    }

    static void checkName(QWidget *widget)
    {
        const bool isControl = qobject_cast<QAbstractButton *>(widget) || qobject_cast<QLineEdit *>(widget)
            || qobject_cast<QAbstractItemView *>(widget) || qobject_cast<QProgressBar *>(widget);
        // What a control is made of belongs to Qt.
        const bool isPart = widget->objectName().startsWith(u"qt_") || !widget->parentWidget()
            || qobject_cast<QLineEdit *>(widget->parentWidget())
            || qobject_cast<QAbstractItemView *>(widget->parentWidget())
            || widget->window() != widget->parentWidget()->window()
            || QByteArrayView(widget->metaObject()->className()) == "QComboBoxListView";
        if (!isControl || isPart)
            return;
        const QString where
            = QString::fromLatin1(widget->metaObject()->className()) + u" in "_s + widget->parentWidget()->objectName();
        QVERIFY2(!widget->objectName().isEmpty(), qUtf8Printable(where));
        const QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        if (!widget->isVisible())
            return;
        QVERIFY2(face && !face->text(QAccessible::Name).isEmpty(), qUtf8Printable(widget->objectName()));
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
