#include "arguments.h"
#include "crawlrunner.h"
#include "desk.h"
#include "localweb.h"
#include "logmodel.h"
#include "mainwindow.h"
#include "reviewwording.h"
#include "settings.h"
#include "store/library.h"
#include "store/newest.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QProgressBar>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTableView>
#include <QTest>

using namespace Qt::Literals;

namespace {

constexpr int Titles = 60;

/// The widget of this name that a person sees.
template<typename Widget>
Widget *seen(const QWidget &window, const QString &name)
{
    const auto all = window.findChildren<Widget *>(name);
    const auto found = std::ranges::find_if(all, &QWidget::isVisible);
    return found == all.end() ? nullptr : *found;
}

QString textOf(const QWidget &window, const QString &label)
{
    const auto *found = seen<QLabel>(window, label);
    return found ? found->text() : QString();
}

void click(const QWidget &window, const QString &button)
{
    auto *found = seen<QAbstractButton>(window, button);
    QVERIFY2(found && found->isEnabled(), qUtf8Printable(button));
    QTest::mouseClick(found, Qt::LeftButton);
}

QStringList shownTitles(const QTableView &table)
{
    QStringList titles;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        titles.append(table.model()->index(row, 0).data().toString());
    return titles;
}

QStringList titlesOf(const QList<newest::Found> &found)
{
    QStringList titles;
    for (const auto &one : found)
        titles.append(reviewwording::title({.title = one.title, .year = one.year}));
    return titles;
}

/// Something new: what was found first of the newest is found again.
Result<> weighAgain(Connection &connection, CrawlId crawl)
{
    return newest::found(connection, crawl, 5).and_then([&](const QList<newest::Found> &found) {
        return library::keepWeighed(connection, {{.item = found.last().item, .candidates = {}, .decision = {}}});
    });
}

/// The title that the review is at.
QString reviewed(const QWidget &window)
{
    const auto *queue = seen<QListView>(window, u"reviewQueue"_s);
    return queue ? queue->currentIndex().data(Qt::ToolTipRole).toString() : QString();
}

/// A window on an empty database, in front of a web of this machine.
struct House
{
    House()
    {
        settings.setWelcomed();
        settings.setKnowsTerms();
        settings.setCountry(u"US"_s);
        window = std::make_unique<MainWindow>(web.services(), settings, log);
        window->start({});
        window->show();
    }
    ~House()
    {
        web.local.behave();
        runner().stop(); // where a test failed in the middle
        if (!QTest::qWaitFor([this] { return !runner().isRunning(); }, 30'000))
            qFatal("The crawl does not stop.");
        window.reset();
        web.http.close();
        web.database->close();
    }
    Q_DISABLE_COPY_MOVE(House)

    /// Types the provider's name, as a person does, and waits until it is known how much it has.
    void chooseMadeStream() const
    {
        QVERIFY(QTest::qWaitForWindowActive(window.get()));
        const auto *cards = seen<QListView>(*window, u"providers"_s);
        QTRY_VERIFY(cards->model()->rowCount() > 1);
        auto *words = seen<QLineEdit>(*window, u"providerWords"_s);
        QTest::keyClicks(words, u"made"_s);
        QTest::keyClick(words, Qt::Key_Return);
        QTRY_COMPARE(text(u"previewTitles"_s), QString::number(Titles));
    }

    /// Begins to crawl it, so that there is time to do something meanwhile.
    void crawlSlowly()
    {
        chooseMadeStream();
        web.local.misbehave({.match = "", .what = "late", .delay = 100});
        click(*window, u"crawlButton"_s);
        QTRY_VERIFY(text(u"listed"_s).toInt() > 0);
    }

    CrawlRunner &runner() const { return window->runner(); }
    QString text(const QString &label) const { return textOf(*window, label); }
    QString cell(const QString &table, int column) const
    {
        const auto *found = seen<QTableView>(*window, table);
        return found ? found->model()->index(0, column).data().toString() : QString();
    }

    LocalWeb web{made<Titles>};
    Settings settings{web.folder.filePath(u"settings.ini"_s)};
    LogModel log;
    std::unique_ptr<MainWindow> window;
};

QList<MainWindow *> openWindows()
{
    QList<MainWindow *> all;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *window = qobject_cast<MainWindow *>(widget); window && window->isVisible())
            all.append(window);
    }
    return all;
}

}

/// Galleries crawled in the window, as a person does it.
class TestCrawlWindow : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QVERIFY(m_home.isValid()); // where the sample's database goes, and named ones would come from
        for (const char *place : {"XDG_DATA_HOME", "XDG_CONFIG_HOME"})
            qputenv(place, m_home.path().toUtf8());
    }

    void howMuchItIsIsSeenBeforeStarting()
    {
        House house;
        house.chooseMadeStream();
        QCOMPARE(house.text(u"previewName"_s), u"Made Stream (United States)"_s);
        static const QRegularExpression about(u"^about \\d+$"_s);
        QVERIFY2(about.match(house.text(u"previewRequests"_s)).hasMatch(),
                 qUtf8Printable(house.text(u"previewRequests"_s)));
        QVERIFY(!house.text(u"previewTime"_s).isEmpty());
        QVERIFY(!house.runner().isRunning());
        QCOMPARE(house.web.local.counts()["kinds"_L1]["justwatch GetPopularTitles"_L1].toInt(), 0);
    }

    void aCrawlIsPausedAndResumed()
    {
        House house;
        house.crawlSlowly();
        click(*house.window, u"pauseCrawlButton"_s);
        QCOMPARE(house.text(u"crawlStep"_s), u"Paused"_s);
        QVERIFY2(house.text(u"crawlLine"_s).contains(u" · paused · "), qUtf8Printable(house.text(u"crawlLine"_s)));
        QTRY_COMPARE(house.cell(u"crawls"_s, 1), u"Paused"_s);
        QVERIFY(house.runner().isRunning());

        QCOMPARE(seen<QAbstractButton>(*house.window, u"pauseCrawlButton"_s)->text(), u"Resume"_s);
        click(*house.window, u"pauseCrawlButton"_s);
        QVERIFY(!house.runner().isPaused());
        house.web.local.behave();
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        QCOMPARE(house.text(u"listed"_s).toInt(), Titles);
        QCOMPARE(house.text(u"recorded"_s).toInt() + house.text(u"toReview"_s).toInt(), Titles);
        QTRY_COMPARE(house.cell(u"crawls"_s, 1), u"Finished"_s);
    }

    void aStoppedCrawlIsGoneOnWithFromItsRow()
    {
        House house;
        house.crawlSlowly();
        click(*house.window, u"stopCrawlButton"_s);
        QTRY_VERIFY(!house.runner().isRunning());
        QTRY_COMPARE(house.cell(u"crawls"_s, 1), u"Paused"_s);
        house.web.local.behave();
        click(*house.window, u"goOnChosenButton"_s);
        QVERIFY(house.runner().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        QTRY_COMPARE(house.cell(u"crawls"_s, 1), u"Finished"_s);
        QCOMPARE(seen<QTableView>(*house.window, u"crawls"_s)->model()->rowCount(), 1);
        QVERIFY(!seen<QAbstractButton>(*house.window, u"goOnChosenButton"_s)->isEnabled());
    }

    void whatFailedIsExplainedAndTriedAgain()
    {
        House house;
        house.chooseMadeStream();
        house.web.local.misbehave({.match = "wbgetentities", .what = "403", .times = 1});
        click(*house.window, u"crawlButton"_s);
        QTRY_VERIFY(house.runner().isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        const QString failed = house.text(u"failed"_s);
        QVERIFY(failed.toInt() > 0);
        QTRY_COMPARE(house.cell(u"notes"_s, 1), failed + u" titles"_s);
        QCOMPARE(house.cell(u"notes"_s, 2), u"127.0.0.1 refuses us (403): blocked, or not for programs."_s);

        QTRY_VERIFY(seen<QAbstractButton>(*house.window, u"retryFailedButton"_s)->isEnabled());
        house.web.local.misbehave({.match = "", .what = "late", .delay = 100});
        click(*house.window, u"retryFailedButton"_s);
        const QString through = u"%1 of %2"_s.arg(Titles - failed.toInt()).arg(Titles);
        QTRY_VERIFY2(house.text(u"crawlLine"_s).startsWith(through), qUtf8Printable(house.text(u"crawlLine"_s)));
        QCOMPARE(seen<QProgressBar>(*house.window, u"crawlBar"_s)->value(), Titles - failed.toInt());
        house.web.local.behave();
        QTRY_COMPARE_WITH_TIMEOUT(house.text(u"failed"_s), u"0"_s, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        QCOMPARE(house.text(u"recorded"_s).toInt() + house.text(u"toReview"_s).toInt(), Titles);
        QTRY_VERIFY(!seen<QAbstractButton>(*house.window, u"retryFailedButton"_s)->isEnabled());
    }

    void whatIsFoundIsSeenAsItArrives()
    {
        House house;
        house.crawlSlowly();
        const auto *newest = seen<QTableView>(*house.window, u"newestTitles"_s);
        QVERIFY(newest);
        QTRY_VERIFY_WITH_TIMEOUT(newest->model()->rowCount() > 0, 30'000);
        QVERIFY(house.runner().isRunning());
        QVERIFY(!house.cell(u"newestTitles"_s, 0).isEmpty());
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(const_cast<QTableView *>(newest));
        QCOMPARE(spoken->text(QAccessible::Name), u"Newest titles"_s);
        house.web.local.behave();
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        const auto found
            = house.web.ask([&](Connection &c) { return newest::found(c, house.runner().crawl(), 5); }).value();
        QCOMPARE(found.size(), 5);
        QTRY_COMPARE(shownTitles(*newest), titlesOf(found));
        QCOMPARE(newest->verticalScrollBar()->maximum(), 0); // there is room for all of them
    }

    void theNewestTitlesStandStillWhileAPersonChoosesOne()
    {
        House house;
        house.crawlSlowly();
        auto *newest = seen<QTableView>(*house.window, u"newestTitles"_s);
        QTRY_VERIFY_WITH_TIMEOUT(newest->model()->rowCount() > 1, 30'000);
        newest->setFocus();
        const auto header = [&] { return newest->model()->headerData(0, Qt::Horizontal).toString(); };
        QTRY_COMPARE_WITH_TIMEOUT(header(), u"Newest titles, held while you are here"_s, 30'000);
        const QStringList held = shownTitles(*newest);
        house.web.local.behave();
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        QVERIFY(house.web.ask([&](Connection &c) { return weighAgain(c, house.runner().crawl()); }));
        QCOMPARE(shownTitles(*newest), held);

        QTest::keyClick(newest, Qt::Key_Return);
        QTRY_VERIFY(seen<QWidget>(*house.window, u"reviewPage"_s));
        QTRY_COMPARE(reviewed(*house.window), held.first());
        house.window->findChild<QAction *>(u"view2"_s)->trigger();
        QTRY_VERIFY(newest->isVisible() && shownTitles(*newest) != held);
        QCOMPARE(header(), u"Newest titles"_s);
    }

    void aClickOnANewTitleLeadsToItsReview()
    {
        House house;
        house.crawlSlowly();
        house.web.local.behave();
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        auto *newest = seen<QTableView>(*house.window, u"newestTitles"_s);
        QTRY_COMPARE(newest->model()->rowCount(), 5);
        const QModelIndex third = newest->model()->index(2, 0);
        QTest::mouseClick(newest->viewport(), Qt::LeftButton, {}, newest->visualRect(third).center());
        QTRY_COMPARE(reviewed(*house.window), third.data().toString());
    }

    void titlesMayOnlyBeListed()
    {
        House house;
        house.chooseMadeStream();
        click(*house.window, u"onlyListButton"_s);
        QTRY_COMPARE(house.cell(u"crawls"_s, 1), u"Finished"_s);
        QCOMPARE(house.cell(u"crawls"_s, 0), u"Made Stream (United States), only listed"_s);
        QCOMPARE(house.text(u"listed"_s).toInt(), Titles);
        QCOMPARE(house.text(u"open"_s).toInt(), Titles);
        QCOMPARE(house.web.local.counts()["hosts"_L1]["wikidata"_L1].toInt(), 0);
        QVERIFY(!seen<QTableView>(*house.window, u"newestTitles"_s)); // nothing was looked up
        QTRY_VERIFY(seen<QAbstractButton>(*house.window, u"goOnChosenButton"_s)->isEnabled());
        click(*house.window, u"goOnChosenButton"_s); // they are looked up
        QTRY_VERIFY_WITH_TIMEOUT(!house.runner().isRunning(), 30'000);
        QTRY_COMPARE(house.cell(u"crawls"_s, 0), u"Made Stream (United States)"_s);
        QTRY_COMPARE(house.text(u"open"_s), u"0"_s);
        QCOMPARE(house.text(u"listed"_s).toInt(), Titles);
    }

    void anotherCountryHasItsOwnProviders()
    {
        House house;
        house.chooseMadeStream();
        auto *country = seen<QComboBox>(*house.window, u"country"_s);
        country->setFocus();
        QTest::keyClicks(country, u"Germ"_s);
        QCOMPARE(house.settings.country(), u"DE"_s);
        const auto *cards = seen<QListView>(*house.window, u"providers"_s);
        QTRY_COMPARE(cards->model()->rowCount(), 1); // what was typed still holds
        QTRY_COMPARE(house.text(u"previewName"_s), u"Made Stream (Germany)"_s);
    }

    void theFirstStartSaysTheTermsAndOffersTheSample()
    {
        const LocalWeb web(made<Titles>);
        Settings settings(web.folder.filePath(u"settings.ini"_s));
        Desk desk(settings);
        QVERIFY(QCoro::waitFor(desk.open(
            {.database = web.folder.filePath(u"mine.sqlite"_s), .origins = web.local.settings(), .paceOff = true})));
        QCOMPARE(openWindows().size(), 1);
        const MainWindow &first = *openWindows().first();
        const auto *welcome = seen<QWidget>(first, u"welcomePage"_s);
        QVERIFY(welcome);
        const auto labels = welcome->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"its terms forbid robots");
        }));

        click(first, u"trySampleButton"_s);
        QTRY_COMPARE(openWindows().size(), 2);
        const QList<MainWindow *> both = openWindows();
        const MainWindow &sample = *both.at(both.first() == &first ? 1 : 0);
        QCOMPARE(sample.windowTitle(), u"sample.sqlite — Cineteca"_s);
        QTRY_COMPARE(textOf(sample, u"previewName"_s), u"Sample gallery"_s);
        QTRY_COMPARE(textOf(sample, u"previewRequests"_s), u"none"_s);
        QVERIFY(seen<QWidget>(first, u"welcomePage"_s));

        click(first, u"startButton"_s);
        QTRY_VERIFY(seen<QWidget>(first, u"galleryPage"_s));
        first.findChild<QAction *>(u"openSample"_s)->trigger();
        QCOMPARE(openWindows().size(), 2); // the same window, not another
    }

private:
    QTemporaryDir m_home;
};

QTEST_MAIN(TestCrawlWindow)
#include "tst_crawlwindow.moc"
