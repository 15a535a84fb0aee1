#include "contact.h"
#include "countries.h"
#include "crawlrunner.h"
#include "crawlsmodel.h"
#include "databasewording.h"
#include "logcapture.h"
#include "logfilter.h"
#include "net/httpclient.h"
#include "notesmodel.h"
#include "providermodel.h"
#include "settings.h"
#include "wording.h"

#include <QAbstractItemModelTester>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

using namespace Qt::Literals;
using namespace std::chrono_literals;

/// What the pages show, before any widget shows it.
class TestUiModels : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void timeLeftIsARange_data()
    {
        QTest::addColumn<int>("least");
        QTest::addColumn<int>("most");
        QTest::addColumn<QString>("text");
        QTest::newRow("seconds") << 20 << 40 << u"20–40 s"_s;
        QTest::newRow("the same second") << 40 << 40 << u"about 40 s"_s;
        QTest::newRow("nothing is no time") << 0 << 0 << u"about 1 s"_s;
        QTest::newRow("minutes") << 65 << 115 << u"1–2 min"_s;
        QTest::newRow("the same minute") << 240 << 240 << u"about 4 min"_s;
        QTest::newRow("hours") << 2 * 3600 << 3 * 3600 << u"2–3 h"_s;
        QTest::newRow("many hours") << 1000 * 3600 << 1200 * 3600 << u"1,000–1,200 h"_s;
    }

    void timeLeftIsARange()
    {
        QFETCH(const int, least);
        QFETCH(const int, most);
        QTEST(wording::timeLeft({.least = std::chrono::seconds(least), .most = std::chrono::seconds(most)}), "text");
    }

    void aLineSaysHowFarItIs()
    {
        const Progress progress{.done = 1543,
                                .total = 2489,
                                .tally = {.failed = 3},
                                .perMinute = 610,
                                .left = TimeLeft{.least = 65s, .most = 118s}};
        QCOMPARE(wording::line(progress, false), u"1,543 of 2,489 · 610/min · 1–2 min left · 3 failed"_s);
        QCOMPARE(wording::line(progress, true), u"1,543 of 2,489 · paused"_s);
        QCOMPARE(wording::percent(progress), 61);
    }

    void aLineSaysWhyNothingHappens()
    {
        const Progress progress{.done = 7, .waiting = u"Wikidata asks us to wait. Trying again in 20 s."_s};
        QCOMPARE(wording::line(progress, false), u"7 so far · Wikidata asks us to wait. Trying again in 20 s."_s);
        QCOMPARE(wording::percent(progress), std::nullopt);
    }

    void anUnfinishedCrawlIsOffered()
    {
        const Unfinished unfinished{
            .crawl = {.gallery = {.name = u"HBO Max (US)"_s}, .state = CrawlState::Paused, .total = 2489},
            .tally = {.listed = 1600, .open = 57}};
        QCOMPARE(wording::offer(unfinished), u"HBO Max (US) was paused at 1,543 of 2,489."_s);
    }

    void databasesAreCalledWithoutTheirPassword_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("name");
        QTest::newRow("sqlite") << u"sqlite:///home/a/movies.sqlite"_s << u"movies.sqlite"_s;
        QTest::newRow("file") << u"/home/a/b.sqlite"_s << u"b.sqlite"_s;
        QTest::newRow("memory") << u":memory:"_s << u":memory:"_s;
        QTest::newRow("postgresql") << u"postgresql://ann:secret@db.example.org:5432/movie_db"_s
                                    << u"movie_db on db.example.org"_s;
        QTest::newRow("socket") << u"postgresql:///movie_db?host=/run/postgresql"_s << u"movie_db on this computer"_s;
        QTest::newRow("service") << u"postgresql:///?service=films"_s << u"service films"_s;
    }

    void databasesAreCalledWithoutTheirPassword()
    {
        QFETCH(const QString, address);
        QTEST(databasewording::name(address), "name");
    }

    void contactsAreAddressesOrPages_data()
    {
        QTest::addColumn<QString>("contact");
        QTest::addColumn<bool>("valid");
        QTest::newRow("nobody") << u""_s << true;
        QTest::newRow("mail") << u"ann@example.org"_s << true;
        QTest::newRow("page") << u"https://example.org/~ann"_s << true;
        QTest::newRow("word") << u"ann"_s << false;
        QTest::newRow("half a mail") << u"ann@"_s << false;
        QTest::newRow("another scheme") << u"file:///etc/passwd"_s << false;
        QTest::newRow("a second header") << u"ann@example.org\r\nX: y"_s << false;
        QTest::newRow("closes the comment") << u"https://example.org/) Evil/1 ("_s << false;
    }

    void contactsAreAddressesOrPages()
    {
        QFETCH(const QString, contact);
        QTEST(contact::isValid(contact), "valid");
    }

    void everyCountryHasAName()
    {
        QVERIFY(countries::codes().size() > 130);
        for (const QString &code : countries::codes())
            QVERIFY2(countries::name(code) != code, qUtf8Printable(code));
        QCOMPARE(countries::name(u"US"_s), u"United States"_s);
        QCOMPARE(countries::ofLocale(QLocale(QLocale::German, QLocale::Austria)), u"AT"_s);
        QCOMPARE(countries::ofLocale(QLocale::c()), u"US"_s);
    }

    void settingsAreRemembered()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"settings.ini"_s);
        {
            Settings settings(file);
            QVERIFY(!settings.isWelcomed());
            settings.setContact(u"ann@example.org"_s);
            settings.setCountry(u"AT"_s);
            settings.setColorScheme(Qt::ColorScheme::Dark);
            settings.setWelcomed();
        }
        const Settings settings(file);
        QCOMPARE(settings.contact(), u"ann@example.org"_s);
        QCOMPARE(settings.country(), u"AT"_s);
        QCOMPARE(settings.colorScheme(), Qt::ColorScheme::Dark);
        QVERIFY(settings.isWelcomed());
        QVERIFY(!settings.knowsTerms());
    }

    void providersShowWhatIsHere()
    {
        ProviderModel model;
        const QAbstractItemModelTester tester(&model);
        model.setProviders({{.shortName = u"mxx"_s, .technicalName = u"max"_s, .clearName = u"HBO Max"_s},
                            {.shortName = u"nfx"_s, .technicalName = u"netflix"_s, .clearName = u"Netflix"_s}});
        model.setKnown({{u"mxx"_s, 2489}});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.rowOf(u"netflix"_s), 1);
        QCOMPARE(model.rowOf(u"hulu"_s), -1);
        QCOMPARE(model.index(0).data(ProviderModel::KnownRole), 2489);
        QVERIFY(model.index(1).data(ProviderModel::KnownRole).isNull());
        QCOMPARE(model.index(0).data(Qt::AccessibleTextRole), u"HBO Max, 2,489 here"_s);
    }

    void crawlsAreShownAsText()
    {
        CrawlsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setCrawls({{.id = {2},
                          .gallery = {.name = u"HBO Max (US)"_s},
                          .state = CrawlState::Paused,
                          .total = 2489,
                          .listed = 1600}});
        QCOMPARE(model.rowCount(), 1);
        QCOMPARE(model.index(0, CrawlsModel::Name).data(), u"HBO Max (US)"_s);
        QCOMPARE(model.index(0, CrawlsModel::State).data(), u"Paused"_s);
        QCOMPARE(model.index(0, CrawlsModel::Titles).data(), u"1,600 of 2,489"_s);
        QVERIFY(!model.index(0, CrawlsModel::State).data(Qt::DecorationRole).value<QIcon>().isNull());
    }

    void notesAreNewestFirstAndBounded()
    {
        NotesModel model;
        const QAbstractItemModelTester tester(&model);
        const QDateTime now = QDateTime::currentDateTimeUtc();
        model.setNotes({{.subject = u"old"_s, .at = now.addSecs(-60)}, {.subject = u"new"_s, .at = now}});
        QCOMPARE(model.noteAt(0).subject, u"new"_s);
        for (int i = 0; i < NotesModel::Limit; ++i)
            model.add({.subject = QString::number(i), .error = {.message = u"no"_s}, .at = now});
        QCOMPARE(model.rowCount(), NotesModel::Limit);
        QCOMPARE(model.noteAt(0).subject, QString::number(NotesModel::Limit - 1));
    }

    void theLogKeepsTheNewestLines()
    {
        LogModel log;
        const QAbstractItemModelTester tester(&log);
        for (int i = 0; i < LogModel::Limit / 2 + 10; ++i)
            log.add(LogEntry::Level::Event, QString::number(i));
        QTRY_COMPARE(log.rowCount(), LogModel::Limit / 2 + 10);
        for (int i = 0; i < LogModel::Limit; ++i)
            log.add(LogEntry::Level::Event, u"again %1"_s.arg(i));
        QTRY_COMPARE(log.index(log.rowCount() - 1, LogModel::Text).data(), u"again %1"_s.arg(LogModel::Limit - 1));
        QCOMPARE(log.rowCount(), LogModel::Limit);
    }

    void theLogIsFilteredByLevelAndWords()
    {
        LogModel log;
        LogFilter shown;
        const QAbstractItemModelTester tester(&shown);
        shown.setSourceModel(&log);
        shown.setFilterKeyColumn(LogModel::Text);
        log.addTraffic({.url = QUrl(u"https://example.org/a"_s), .status = 200, .bytes = 12, .took = 3ms});
        log.addTraffic({.url = QUrl(u"https://example.org/b"_s), .status = 503, .problem = u"busy"_s});
        log.addError({.message = u"Broken"_s, .detail = u"line 3"_s});
        QTRY_COMPARE(shown.rowCount(), 3);
        shown.setLevel(LogEntry::Level::Warning);
        QCOMPARE(shown.rowCount(), 2);
        shown.setFilterFixedString(u"line"_s);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.index(0, LogModel::Text).data(), u"Broken · line 3"_s);
    }

    void messagesOfAnyThreadComeIntoTheLog()
    {
        LogModel log;
        const LogCapture capture(log);
        QTest::ignoreMessage(QtWarningMsg, "from afar");
        const std::unique_ptr<QThread> thread(QThread::create([] { qWarning("from afar"); }));
        thread->start();
        thread->wait();
        QTRY_COMPARE(log.rowCount(), 1);
        QCOMPARE(log.index(0, LogModel::Level).data(LogModel::LevelRole).toInt(), int(LogEntry::Level::Warning));
    }
};

QTEST_MAIN(TestUiModels)
#include "tst_uimodels.moc"
