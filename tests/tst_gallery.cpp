#include "gallery/htmlpage.h"
#include "gallery/justwatch.h"
#include "net/httpclient.h"

#include <QCoroTask>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <functional>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

/// JSON without a thicket of backslashes.
QByteArray json(QByteArray text)
{
    return text.replace('\'', '"');
}

/// A page of one title, with the cursor of the next.
QByteArray pageOf(const QByteArray &id, const QByteArray &cursor = "")
{
    return json("{'data': {'popularTitles': {'totalCount': 250, 'pageInfo': {'hasNextPage': "
                + QByteArray(cursor.isEmpty() ? "false" : "true") + ", 'endCursor': '" + cursor
                + "'}, 'edges': [{'node': {'id': '" + id + "', 'content': {'title': 'Heat'}}}]}}}");
}

const Gallery HboMax{.source = u"justwatch"_s,
                     .country = u"US"_s,
                     .provider = u"mxx"_s,
                     .url = QUrl(u"https://www.justwatch.com/us/provider/hbo-max/movies?sort_by=title"_s)};

}

struct Reply
{
    int status = 200;
    QByteArray body;
};
using Answerer = std::function<Reply(const QByteArray &path, const QByteArray &body)>;

/// A site that answers as it is told, and keeps what it was asked.
class Site : public QTcpServer
{
public:
    explicit Site(Answerer answerer)
        : m_answerer(std::move(answerer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { read(*socket); });
        });
    }

    Origins origins() const
    {
        const QUrl url(u"http://127.0.0.1:%1"_s.arg(serverPort()));
        return {.justwatch = url, .justwatchWww = QUrl(url.toString() + u"/www"_s)};
    }

    QByteArrayList paths;
    QByteArrayList bodies;

private:
    void read(QTcpSocket &socket)
    {
        QByteArray &data = m_data[&socket];
        data += socket.readAll();
        const qsizetype head = data.indexOf("\r\n\r\n");
        if (head < 0)
            return;
        const qsizetype at = data.toLower().indexOf("content-length:");
        const qsizetype length
            = at < 0 || at > head ? 0 : data.sliced(at + 15, data.indexOf('\r', at) - at - 15).toInt();
        if (data.size() < head + 4 + length)
            return;
        reply(socket, data.split(' ').value(1), data.sliced(head + 4, length));
        data.clear();
    }

    void reply(QTcpSocket &socket, const QByteArray &path, const QByteArray &body)
    {
        Reply reply{.status = 404};
        if (path != "/robots.txt") {
            paths.append(path);
            bodies.append(body);
            reply = m_answerer(path, body);
        }
        socket.write("HTTP/1.1 " + QByteArray::number(reply.status)
                     + " X\r\nContent-Length: " + QByteArray::number(reply.body.size()) + "\r\n\r\n" + reply.body);
    }

    Answerer m_answerer;
    QHash<QTcpSocket *, QByteArray> m_data;
};

class TestGallery : public QObject
{
    Q_OBJECT

private slots:
    void asksPageAfterPage()
    {
        Site site([](const QByteArray &, const QByteArray &body) {
            return Reply{.body = body.contains("\"after\":null") ? pageOf("tm1", "MTAw") : pageOf("tm2")};
        });
        const auto first = fetch(site, {}, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(first->cursor, u"MTAw"_s);
        QCOMPARE(first->total, 250);
        const auto second = fetch(site, {}, first->cursor);
        QCOMPARE(second->items[0].key, u"tm2"_s);
        QCOMPARE(second->cursor, QString());
        QCOMPARE(site.paths, (QByteArrayList{"/graphql", "/graphql"}));
    }

    void leavesOutAFieldThatTheApiDoesNotKnowAndRemembersIt()
    {
        Site site([](const QByteArray &, const QByteArray &body) {
            if (body.contains("wikidataId"))
                return Reply{422,
                             json("{'errors': [{'message': 'Cannot query field wikidataId on type ExternalIDs.',"
                                  "'extensions': {'code': 'GRAPHQL_VALIDATION_FAILED'}}], 'data': null}")};
            return Reply{.body = pageOf("tm1", body.contains("MTAw") ? "MjAw" : "MTAw")};
        });
        const auto first = fetch(site, {}, {});
        QVERIFY2(first, first ? "" : qPrintable(first.error().message));
        QCOMPARE(site.bodies.size(), 2);
        const auto second = fetch(site, {}, first->cursor);
        QVERIFY(second);
        QCOMPARE(site.bodies.size(), 3); // asked without it right away
        QCOMPARE(second->cursor, u"plain:MjAw"_s);
    }

    void asksForLessWhereTheApiFindsItTooMuch()
    {
        Site site([](const QByteArray &, const QByteArray &body) {
            if (body.contains("\"first\":100"))
                return Reply{.body = json("{'errors': [{'message': 'operation has complexity 12000, which exceeds the "
                                          "limit of 9000'}], 'data': null}")};
            return Reply{.body = pageOf("tm1", "NDA=")};
        });
        const auto page = fetch(site, {}, {});
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(page->cursor, u"small:NDA="_s);
        QVERIFY(site.bodies.last().contains("wikidataId"));
    }

    void givesUpWhereNothingIsLeftToLeaveOut()
    {
        Site site([](const QByteArray &, const QByteArray &) {
            return Reply{422,
                         json("{'errors': [{'message': 'Bad enum', 'extensions': {'code': "
                              "'GRAPHQL_VALIDATION_FAILED'}}]}")};
        });
        const auto page = fetch(site, {}, {});
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Refused);
        QCOMPARE(page.error().message, u"JustWatch refuses the question: “Bad enum”."_s);
        QCOMPARE(site.bodies.size(), 2);
    }

    void statusesComeAsErrors_data()
    {
        QTest::addColumn<int>("status");
        QTest::newRow("blocked") << 403;
        QTest::newRow("gone") << 404;
        QTest::newRow("bad") << 400;
    }
    void statusesComeAsErrors()
    {
        QFETCH(int, status);
        Site site([status](const QByteArray &, const QByteArray &) { return Reply{status, "<html>No</html>"}; });
        for (const auto &error :
             {fetch(site, {}, {}).error(), QCoro::waitFor(justwatch::count(m_http, site.origins(), HboMax, {})).error(),
              QCoro::waitFor(justwatch::fetchProviders(m_http, site.origins(), u"US"_s)).error()}) {
            QCOMPARE(error.kind, Error::Kind::Refused);
            QVERIFY2(error.message.contains(QString::number(status)), qPrintable(error.message));
        }
    }

    void aPageThatRepeatsItselfIsNoEndlessLoop()
    {
        Site site([](const QByteArray &, const QByteArray &) { return Reply{.body = pageOf("tm1", "MTAw")}; });
        const auto page = fetch(site, {}, u"MTAw"_s);
        QVERIFY(!page);
        QVERIFY(page.error().message.contains(u"the same page again"));
    }

    void whatCannotBeMeantIsNotAsked()
    {
        Site site([](const QByteArray &, const QByteArray &) { return Reply{}; });
        for (const auto &country : {u"us"_s, u"USA"_s, QString(), u"U\""_s}) {
            Gallery gallery = HboMax;
            gallery.country = country;
            QCOMPARE(fetch(site, gallery, {}).error().kind, Error::Kind::Invalid);
            QVERIFY(!QCoro::waitFor(justwatch::fetchProviders(m_http, site.origins(), country)));
            QVERIFY(!QCoro::waitFor(justwatch::count(m_http, site.origins(), gallery, {})));
        }
        Gallery nobody = HboMax;
        nobody.provider.clear();
        QCOMPARE(fetch(site, nobody, {}).error().kind, Error::Kind::Invalid);
        Gallery old = HboMax;
        old.filter = QJsonDocument::fromJson(json("{'releaseYear': {'max': 1950}}")).object();
        const auto none = QCoro::waitFor(justwatch::fetch(m_http, site.origins(), old, {.from = 2000}, {}, {}));
        QVERIFY(none);
        QCOMPARE(none->total, 0);
        QVERIFY(site.bodies.isEmpty());
    }

    void countsWithoutReading()
    {
        Site site([](const QByteArray &, const QByteArray &) {
            return Reply{.body = json("{'data': {'popularTitles': {'totalCount': 2489}}}")};
        });
        const auto count = QCoro::waitFor(justwatch::count(m_http, site.origins(), HboMax, {.from = 2000}));
        QVERIFY(count);
        QCOMPARE(*count, 2489);
        QVERIFY(site.bodies[0].contains("first: 0") && site.bodies[0].contains("\"min\":2000"));
    }

    void readsTheProvidersOfACountry()
    {
        Site site([](const QByteArray &, const QByteArray &) {
            return Reply{.body = json("{'data': {'packages': [{'shortName': 'mxx', 'clearName': 'HBO Max'}]}}")};
        });
        const auto providers = QCoro::waitFor(justwatch::fetchProviders(m_http, site.origins(), u"GB"_s));
        QVERIFY(providers);
        QCOMPARE(providers->first().shortName, u"mxx"_s);
        QVERIFY(site.bodies[0].contains("\"country\":\"GB\""));
    }

    void pagesForPeopleComeFromTheirOwnOrigin()
    {
        Site site([](const QByteArray &, const QByteArray &) {
            return Reply{.body = QByteArray("<p data-title='Heat'><a href='/us/movie/heat'></a></p>").repeated(40)};
        });
        const auto page = QCoro::waitFor(htmlpage::fetch(m_http, HboMax, 2, {}, site.origins()));
        QVERIFY2(page, page ? "" : qPrintable(page.error().message));
        QCOMPARE(site.paths, QByteArrayList{"/www/us/provider/hbo-max/movies?sort_by=title&page=2"});
        QCOMPARE(page->items[0].url, QUrl(u"https://www.justwatch.com/us/movie/heat"_s));
        QCOMPARE(page->duplicates, 39);
        QCOMPARE(page->cursor, u"3"_s);
    }

    void aMissingPageIsSaidSo()
    {
        Site site([](const QByteArray &, const QByteArray &) { return Reply{.status = 404}; });
        const auto page = QCoro::waitFor(htmlpage::fetch(m_http, HboMax, 1, {}, site.origins()));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Missing);
    }

    void stoppingEndsTheQuestion()
    {
        Site site([](const QByteArray &, const QByteArray &) { return Reply{.body = pageOf("tm1")}; });
        std::stop_source stop;
        stop.request_stop();
        const auto page = QCoro::waitFor(justwatch::fetch(m_http, site.origins(), HboMax, {}, {}, stop.get_token()));
        QVERIFY(!page);
        QCOMPARE(page.error().kind, Error::Kind::Cancelled);
    }

private:
    Result<gallery::Page> fetch(Site &site, const Gallery &gallery, const QString &cursor)
    {
        return QCoro::waitFor(
            justwatch::fetch(m_http, site.origins(), gallery == Gallery{} ? HboMax : gallery, {}, cursor, {}));
    }

    HttpClient m_http{{.userAgent = u"Cineteca/test (a@example.org)"_s,
                       .rules = {{.hosts = u"127.0.0.1"_s, .group = u"local"_s, .interval = 0ms, .inFlight = 2}},
                       .timeout = 5s,
                       .tries = 1}};
};

QTEST_GUILESS_MAIN(TestGallery)
#include "tst_gallery.moc"
