#include "origin.h"
#include "visitor.h"
#include "worlds.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals;
using namespace std::chrono_literals;

/// The origin told to misbehave, over real sockets, and what it counts.
class TestOriginFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        const auto world = std::make_shared<origin::World>();
        origin::worlds::addMade(*world, 50, 1);
        m_origin = std::make_unique<Origin>(world);
        QVERIFY(m_origin->start());
    }

    void init()
    {
        m_origin->reset();
        m_visitor = std::make_unique<Visitor>();
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("what");
        QTest::addColumn<int>("status");
        QTest::newRow("too fast") << QByteArray("429") << 429;
        QTest::newRow("forbidden") << QByteArray("403") << 403;
        QTest::newRow("overloaded") << QByteArray("503") << 503;
    }

    void refuses()
    {
        QFETCH(QByteArray, what);
        m_origin->misbehave({.match = "movies", .what = what, .retryAfter = 3, .times = 1});
        const auto got = ask();
        QTEST(got.status, "status");
        QCOMPARE(got.retryAfter, "3");
        QVERIFY(got.contentType.startsWith("text/html"));
        QCOMPARE(ask().status, 200); // only once
    }

    void letsSomeThroughBefore()
    {
        m_origin->misbehave({.what = "503", .times = 1, .after = 2});
        QCOMPARE(ask().status, 200);
        QCOMPARE(ask().status, 200);
        QCOMPARE(ask().status, 503);
        QCOMPARE(ask().status, 200);
    }

    void onlyMeetsWhatItIsMeantFor()
    {
        m_origin->misbehave({.match = "wbgetentities", .what = "403"});
        QCOMPARE(ask().status, 200);
        QCOMPARE(entities().status, 403);
    }

    void answersWithErrors()
    {
        m_origin->misbehave({.what = "errors", .times = 1});
        const auto got = graphql();
        QCOMPARE(got.status, 200);
        QVERIFY(got.json().contains("errors"_L1));
        QVERIFY(got.json()["data"_L1].isNull());
    }

    void answersWithNothing()
    {
        m_origin->misbehave({.what = "empty"});
        QVERIFY(graphql().json()["data"_L1]["popularTitles"_L1]["edges"_L1].toArray().isEmpty());
        QVERIFY(!ask().body.contains("data-title"));
        QVERIFY(entities().json()["entities"_L1].toObject().isEmpty());
    }

    void forgetsTheFilter()
    {
        QCOMPARE(graphql(u"nfx"_s).json()["data"_L1]["popularTitles"_L1]["totalCount"_L1].toInt(), 0);
        m_origin->misbehave({.what = "unfiltered", .times = 1});
        QCOMPARE(graphql(u"nfx"_s).json()["data"_L1]["popularTitles"_L1]["totalCount"_L1].toInt(), 50);
        QCOMPARE(graphql(u"nfx"_s).json()["data"_L1]["popularTitles"_L1]["totalCount"_L1].toInt(), 0);
    }

    void lags()
    {
        m_origin->misbehave({.what = "maxlag", .retryAfter = 5, .times = 1});
        const auto got = entities();
        QCOMPARE(got.status, 200);
        QCOMPARE(got.json()["error"_L1]["code"_L1].toString(), u"maxlag"_s);
        QCOMPARE(got.retryAfter, "5");
    }

    void cutsOff()
    {
        m_origin->misbehave({.what = "cut", .times = 1});
        const auto got = ask();
        QCOMPARE(got.status, 200);
        QCOMPARE(got.error, QNetworkReply::RemoteHostClosedError);
        QCOMPARE(ask().error, QNetworkReply::NoError);
    }

    void closesWithoutAWord()
    {
        m_origin->misbehave({.what = "closed"});
        QCOMPARE_NE(ask().error, QNetworkReply::NoError);
    }

    void neverEnds()
    {
        m_origin->misbehave({.what = "huge", .times = 1});
        const auto got = m_visitor->get(m_page(), 20 * 1024 * 1024);
        QCOMPARE(got.error, QNetworkReply::OperationCanceledError);
    }

    void drips()
    {
        m_origin->misbehave({.what = "slow", .times = 1});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_origin->serverPort());
        socket.write("GET /www/us/movies HTTP/1.1\r\nHost: x\r\n\r\n");
        QElapsedTimer timer;
        timer.start();
        QTRY_COMPARE_GE(socket.bytesAvailable(), 64);
        QCOMPARE_GE(timer.elapsed(), 100);
        QCOMPARE_LT(socket.bytesAvailable(), 1000);
    }

    void isLate()
    {
        m_origin->misbehave({.what = "late", .times = 1, .delay = 150});
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(ask().status, 200);
        QCOMPARE_GE(timer.elapsed(), 150);
    }

    void neverAnswers()
    {
        m_origin->misbehave({.what = "silent", .times = 1});
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_origin->serverPort());
        socket.write("GET /www/us/movies HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_COMPARE(m_origin->counts()["total"_L1].toInt(), 1);
        QCOMPARE(ask().status, 200); // others are answered all the same
        QCOMPARE(socket.bytesAvailable(), 0);
        QCOMPARE(m_origin->counts()["mostInFlight"_L1].toInt(), 2);
    }

    void speaksInTheWrongCharset()
    {
        m_origin->misbehave({.what = "wrong-charset", .times = 1});
        const auto got = graphql();
        QVERIFY(!QString::fromUtf8(got.body).isValidUtf16()
                || QString::fromUtf8(got.body).contains(QChar::ReplacementCharacter));
    }

    void sendsWhatIsNoJson()
    {
        m_origin->misbehave({.what = "wrong-json", .times = 1});
        QVERIFY(graphql().json().isEmpty());
    }

    void sendsABomb()
    {
        m_origin->misbehave({.what = "gzip-bomb", .times = 1});
        const auto got = m_visitor->get(m_page(), 20 * 1024 * 1024);
        QCOMPARE_NE(got.error, QNetworkReply::NoError); // Qt sees it coming, or the cap is met
        QCOMPARE_LE(got.body.size(), 64 * 1024 * 1024);
    }

    void shutsOutRobots()
    {
        m_origin->misbehave({.match = "robots.txt", .what = "disallow"});
        QCOMPARE(m_visitor->get(m_origin->url(u"robots.txt"_s)).body, "User-agent: *\nDisallow: /\n");
        QCOMPARE(ask().status, 200);
    }

    void isSteeredOverHttp()
    {
        const QUrl steer = m_origin->url(u"origin/misbehave"_s);
        QCOMPARE(m_visitor->post(steer, R"({"match":"movies","what":"429","retryAfter":1,"times":1})").status, 200);
        QCOMPARE(ask().status, 429);
        QCOMPARE(ask().status, 200);
        QCOMPARE(m_visitor->post(steer, R"({"what":"dance"})").status, 400);
        QCOMPARE(m_visitor->get(m_origin->url(u"origin/counts"_s)).json()["total"_L1].toInt(), 2);
        QCOMPARE(m_visitor->post(m_origin->url(u"origin/reset"_s), {}).status, 200);
        QCOMPARE(m_origin->counts()["total"_L1].toInt(), 0);
    }

    void readsRulesFromText()
    {
        const auto rule = origin::misbehaviour::fromText("429:match=wbgetentities:retryAfter=1:times=2");
        QCOMPARE(rule, (origin::Rule{.match = "wbgetentities", .what = "429", .retryAfter = 1, .times = 2}));
        QVERIFY(!origin::misbehaviour::fromText("dance"));
    }

    void countsWhoAskedWhat()
    {
        m_visitor->beCalled("Somebody/1.0 (somebody@example.org)");
        ask();
        ask();
        entities();
        graphql();
        const QJsonObject counts = m_origin->counts();
        QCOMPARE(counts["total"_L1].toInt(), 4);
        QCOMPARE(counts["duplicates"_L1].toInt(), 1);
        QCOMPARE(counts["kinds"_L1]["www gallery"_L1].toInt(), 2);
        QCOMPARE(counts["kinds"_L1]["wikidata wbgetentities"_L1].toInt(), 1);
        QCOMPARE(counts["kinds"_L1]["justwatch Probe"_L1].toInt(), 1);
        QCOMPARE(counts["hosts"_L1]["www"_L1].toInt(), 2);
        QCOMPARE(counts["agents"_L1]["Somebody/1.0 (somebody@example.org)"_L1].toInt(), 4);
        QCOMPARE(counts["withoutUserAgent"_L1].toInt(), 0);
        QCOMPARE(counts["withoutContact"_L1].toInt(), 0);
    }

    void saysWhoDoesNotTellHowToReachThem_data()
    {
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<int>("withoutContact");
        QTest::newRow("an address of mail") << QByteArray("Cineteca/1.0 (a@example.org) Qt/6.8.2") << 0;
        QTest::newRow("a page") << QByteArray("Cineteca/1.0-rc1 (https://example.org/cineteca)") << 0;
        QTest::newRow("no contact") << QByteArray("Cineteca/1.0 Qt/6.8.2") << 1;
        QTest::newRow("no version") << QByteArray("Cineteca (a@example.org)") << 1;
        QTest::newRow("no product") << QByteArray("(a@example.org)") << 1;
        QTest::newRow("a browser's") << QByteArray("Mozilla/5.0 (X11; https://example.org) Firefox/128.0") << 1;
    }

    void saysWhoDoesNotTellHowToReachThem()
    {
        QFETCH(const QByteArray, agent);
        m_visitor->beCalled(agent);
        ask();
        QTEST(m_origin->counts()["withoutContact"_L1].toInt(), "withoutContact");
    }

    void noticesAPaceThatIsTooFast()
    {
        m_origin->checkPace(5s);
        ask();
        entities(); // another group of hosts
        QCOMPARE(m_origin->counts()["paceViolations"_L1].toInt(), 0);
        ask();
        QCOMPARE(m_origin->counts()["paceViolations"_L1].toInt(), 1);
        m_origin->checkPace(0ms);
    }

    void standsRubbish()
    {
        for (const QByteArray &rubbish :
             {QByteArray("NONSENSE\r\n\r\n"), QByteArray(100'000, 'x'),
              QByteArray("POST /justwatch/graphql HTTP/1.1\r\nContent-Length: 99999999999\r\n\r\n")}) {
            QTcpSocket socket;
            socket.connectToHost(QHostAddress::LocalHost, m_origin->serverPort());
            socket.write(rubbish);
            QTRY_COMPARE(socket.state(), QAbstractSocket::UnconnectedState);
        }
        QCOMPARE(ask().status, 200);
    }

private:
    QUrl m_page() const { return m_origin->url(u"www/us/movies"_s); }
    Visitor::Got ask() { return m_visitor->get(m_page()); }

    Visitor::Got entities()
    {
        return m_visitor->get(m_origin->url(u"wikidata/w/api.php"_s),
                              {{u"action"_s, u"wbgetentities"_s}, {u"ids"_s, u"Q30"_s}, {u"format"_s, u"json"_s}});
    }

    Visitor::Got graphql(const QString &provider = u"mde"_s)
    {
        const QJsonObject body{
            {u"operationName"_s, u"Probe"_s},
            {u"query"_s,
             u"query Probe($f: TitleFilter) { popularTitles(country: US, first: 9, filter: $f) {"
             " totalCount edges { node { content(country: US, language: \"en\") { title } } } } }"_s},
            {u"variables"_s, QJsonObject{{u"f"_s, QJsonObject{{u"packages"_s, QJsonArray{provider}}}}}}};
        return m_visitor->post(m_origin->url(u"justwatch/graphql"_s),
                               QJsonDocument(body).toJson(QJsonDocument::Compact));
    }

    std::unique_ptr<Origin> m_origin;
    std::unique_ptr<Visitor> m_visitor;
};

QTEST_GUILESS_MAIN(TestOriginFaults)
#include "tst_originfaults.moc"
