#include "net/httpclient.h"
#include "wiki/wikiclient.h"
#include "wiki/wikidata.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace Qt::Literals;
using namespace std::chrono_literals;

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(SOURCE_DIR "/tests/data/wiki/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// A wiki that gives its answers in their order, the last one for ever after, and remembers what it was asked.
class Wiki : public QTcpServer
{
public:
    explicit Wiki(QByteArrayList bodies, int status = 200)
        : m_bodies(std::move(bodies))
        , m_status(status)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }

    Origins origins() const
    {
        const QUrl here(u"http://127.0.0.1:%1"_s.arg(serverPort()));
        return {.wikipedia = here, .wikidata = here, .wdqs = here};
    }
    QByteArrayList asked; ///< decoded: "GET /w/api.php?…", and the body of a form

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &request = m_requests[&socket];
        request += socket.readAll();
        const auto headEnd = request.indexOf("\r\n\r\n");
        const auto lengthAt = request.toLower().indexOf("content-length: ");
        const int length = lengthAt < 0 ? 0 : request.mid(lengthAt + 16).split('\r').first().toInt();
        if (headEnd < 0 || request.size() < headEnd + 4 + length)
            return;
        asked.append(
            QByteArray::fromPercentEncoding(request.left(request.indexOf(" HTTP")) + ' ' + request.mid(headEnd + 4)));
        request.clear();
        const QByteArray body = m_bodies.size() > 1 ? m_bodies.takeFirst() : m_bodies.first();
        socket.write("HTTP/1.1 " + QByteArray::number(m_status)
                     + " X\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body);
    }

    QByteArrayList m_bodies;
    int m_status;
    QHash<QTcpSocket *, QByteArray> m_requests;
};

class TestWikiFetch : public QObject
{
    Q_OBJECT

    HttpClient m_http{{.userAgent = u"Cineteca/test (a@example.org)"_s,
                       .rules = {{.hosts = u"127.0.0.1"_s, .group = u"local"_s, .interval = 0ms, .inFlight = 2}},
                       .timeout = 2s,
                       .backOff = 5ms}};

private slots:
    void searchesPages()
    {
        Wiki wiki({R"({"pages": [{"id": 7, "key": "Heat", "title": "Heat", "description": "x"}]})"});
        WikiClient client(m_http, wiki.origins());
        const auto found = QCoro::waitFor(client.searchPages(u"Heat & dust"_s, 5));
        QVERIFY(found);
        QCOMPARE((*found)["how_many"_L1], 1);
        QCOMPARE(wiki.asked, QByteArrayList{"GET /w/rest.php/v1/search/page?q=Heat & dust&limit=5 "});
        QCOMPARE(QCoro::waitFor(client.searchPages(u" "_s)).error().kind, Error::Kind::Invalid);
        QCOMPARE(wiki.asked.size(), 1);
    }

    void searchesMoviesByTheirItems()
    {
        Wiki wiki(
            {fixture(u"movies-search.json"_s), fixture(u"movies-facts.json"_s), fixture(u"movies-entities.json"_s)});
        MovieWikiClient client(m_http, wiki.origins());
        const auto found = QCoro::waitFor(client.searchMovies(u"Saw"_s));
        QVERIFY(found);
        QCOMPARE((*found)["how_many"_L1], 2); // by its item, and by its description; "Saw (film)" is a series here
        QCOMPARE((*found)["movies"_L1][0]["title"_L1], u"Odd"_s);
        QCOMPARE((*found)["movies"_L1][1]["title"_L1], u"Saw X"_s);
        QVERIFY((*found)["movies"_L1][1]["url"_L1].toString().endsWith("/wiki/Saw_X"_L1));
        QCOMPARE(wiki.asked.size(), 3);
        QVERIFY(wiki.asked[2].contains("ids=Q10|Q20|Q30|Q40"));
    }

    void articlesAreAskedForUntilAllAreThere()
    {
        Wiki wiki({fixture(u"articles-1.json"_s), fixture(u"articles-2.json"_s)});
        WikiClient client(m_http, wiki.origins());
        const auto articles = QCoro::waitFor(client.fetchArticles({u"Heat (movie)"_s, u"Ran (film)"_s, u"C"_s}));
        QVERIFY(articles);
        QCOMPARE(articles->size(), 2);
        QCOMPARE(articles->at(1).wikitext, u"two"_s);
        QCOMPARE(wiki.asked.size(), 2);
        QVERIFY(wiki.asked[0].contains("titles=Heat (movie)|Ran (film)|C"));
        QVERIFY(wiki.asked[1].contains("rvcontinue=22|9"));
    }

    void anAnswerThatNeverEndsIsAnError()
    {
        Wiki wiki({fixture(u"articles-1.json"_s)});
        WikiClient client(m_http, wiki.origins());
        const auto articles = QCoro::waitFor(client.fetchArticles({u"Ran (film)"_s}));
        QCOMPARE(articles.error().kind, Error::Kind::Malformed);
        QCOMPARE(wiki.asked.size(), 2);
    }

    void nothingIsNotAskedFor()
    {
        Wiki wiki({"{}"});
        WikiClient client(m_http, wiki.origins());
        QCOMPARE(QCoro::waitFor(client.fetchArticles({})), QList<RawArticle>());
        QCOMPARE(QCoro::waitFor(client.probe({u"#"_s})), QList<Candidate>());
        QCOMPARE(QCoro::waitFor(wikidata::entities(m_http, wiki.origins(), {u"P5"_s}, {}))->size(), 0);
        QCOMPARE(QCoro::waitFor(wikidata::labels(m_http, wiki.origins(), {}, {}))->size(), 0);
        QCOMPARE(QCoro::waitFor(wikidata::resolve(m_http, wiki.origins(), {Item()}, {}))->size(), 0);
        QCOMPARE(QCoro::waitFor(client.probe(QStringList(51, u"A"_s))).error().kind, Error::Kind::Invalid);
        QVERIFY(wiki.asked.isEmpty());
    }

    void idsAreAskedForInAForm()
    {
        Wiki wiki({fixture(u"resolved.json"_s)});
        const auto resolved
            = QCoro::waitFor(wikidata::resolve(m_http, wiki.origins(), {{.id = {3}, .imdbId = u"tt0032138"_s}}, {}));
        QCOMPARE(resolved, (QList<Resolved>{{.item = {3}, .wikidataId = u"Q193695"_s}}));
        QVERIFY(wiki.asked.first().startsWith("POST /sparql query=PREFIX"));
    }

    void aBusyWikiIsAskedAgain()
    {
        Wiki wiki({R"({"error": {"code": "maxlag", "info": "Waiting for db1: 6 seconds lagged"}})",
                   R"({"query": {"pages": [{"pageid": 1, "title": "A"}]}})"});
        WikiClient client(m_http, wiki.origins());
        QSignalSpy waiting(&m_http, &HttpClient::waiting);
        QElapsedTimer clock;
        clock.start();
        const auto found = QCoro::waitFor(client.probe({u"A"_s}));
        QVERIFY(found);
        QCOMPARE(found->size(), 1);
        QCOMPARE(wiki.asked.size(), 2);
        QCOMPARE(waiting.size(), 1);
        QVERIFY(clock.elapsed() > 4'000);
    }

    void refusalsSayWhoRefused()
    {
        Wiki wiki({R"({"httpCode": 400, "httpReason": "Bad Request"})"}, 400);
        WikiClient client(m_http, wiki.origins());
        const auto found = QCoro::waitFor(client.searchPages(u"A"_s));
        QCOMPARE(found.error().kind, Error::Kind::Refused);
        QVERIFY(found.error().message.contains("400"_L1));
        QVERIFY(found.error().detail.contains("/w/rest.php"_L1));
    }

    void stopsWhenTold()
    {
        Wiki wiki({"{}"});
        WikiClient client(m_http, wiki.origins());
        std::stop_source stop;
        stop.request_stop();
        QCOMPARE(QCoro::waitFor(client.searchPages(u"A"_s, 10, stop.get_token())).error().kind, Error::Kind::Cancelled);
        QCOMPARE(QCoro::waitFor(client.fetchArticles({u"A"_s}, stop.get_token())).error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(TestWikiFetch)
#include "tst_wikifetch.moc"
