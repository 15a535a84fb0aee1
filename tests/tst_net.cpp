#include "net/hostgroup.h"
#include "net/httpclient.h"
#include "net/origins.h"
#include "net/pace.h"
#include "net/recording.h"
#include "net/reply.h"
#include "net/robotstxt.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals;
using namespace std::chrono_literals;

/// Answers each request with the next of its lines, and the last one for ever after.
class Server : public QTcpServer
{
public:
    explicit Server(QByteArrayList answers)
        : m_answers(std::move(answers))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            auto *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] { reply(*socket); });
        });
    }

    QUrl url(const QString &path = u"/"_s) const { return QUrl(u"http://127.0.0.1:%1"_s.arg(serverPort()) + path); }
    QByteArrayList asked; ///< head of each request

private:
    void reply(QTcpSocket &socket)
    {
        asked.append(socket.readAll());
        const QByteArray answer = m_answers.size() > 1 ? m_answers.takeFirst() : m_answers.first();
        if (answer.isEmpty())
            return; // never answers
        socket.write(answer);
        if (!answer.contains("Content-Length"))
            socket.disconnectFromHost();
    }

    QByteArrayList m_answers;
};

QByteArray http(int status, const QByteArray &body, const QByteArray &header = {})
{
    return "HTTP/1.1 " + QByteArray::number(status) + " X\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n" + header + "\r\n" + body;
}

HttpOptions fast()
{
    return {.userAgent = u"Cineteca/test (a@example.org)"_s,
            .rules = {{.hosts = u"127.0.0.1"_s, .group = u"local"_s, .interval = 0ms, .inFlight = 2}},
            .timeout = 500ms,
            .backOff = 5ms,
            .maxBytes = 100'000};
}

Request api(const QUrl &url)
{
    return {.url = url, .kind = Request::Kind::Api};
}

class OneAnswer : public AnswerStore
{
public:
    QCoro::Task<std::optional<Answer>> find(Request request) override
    {
        co_return request.key() == key ? std::optional(answer) : std::nullopt;
    }
    QCoro::Task<> keep(Request request, Answer kept) override
    {
        key = request.key();
        answer = kept;
        co_return;
    }
    QByteArray key;
    Answer answer;
};

class TestNet : public QObject
{
    Q_OBJECT

private slots:
    void paceSpacesRequests()
    {
        const Pace::Clock::time_point noon{12h};
        Pace pace(1s);
        QCOMPARE(pace.take(noon), 0s);
        QCOMPARE(pace.take(noon), 1s);
        QCOMPARE(pace.take(noon + 500ms), 500ms);
        QCOMPARE(pace.take(noon + 1s), 0s);
        pace.holdUntil(noon + 20s);
        QCOMPARE(pace.take(noon + 10s), 10s);
    }

    void namesItselfAndGivesTheBody()
    {
        Server server({http(200, "hello")});
        HttpClient client(fast());
        const auto answer = QCoro::waitFor(client.send(api(server.url())));
        QCOMPARE(answer.value().body, "hello");
        QVERIFY(server.asked[0].toLower().contains("user-agent: cineteca/test (a@example.org)"));
    }

    void theClientKeepsThePace()
    {
        Server server({http(200, "x")});
        auto options = fast();
        options.rules[0].interval = 40ms;
        HttpClient client(options);
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 4; ++i)
            QVERIFY(QCoro::waitFor(client.send(api(server.url()))));
        QCOMPARE_GE(timer.elapsed(), 120);
    }

    void comesAgainWhenToldTo()
    {
        Server server({http(429, "", "Retry-After: 0\r\n"), http(503, ""), http(500, ""), http(200, "at last")});
        HttpClient client(fast());
        QSignalSpy waiting(&client, &HttpClient::waiting);
        QCOMPARE(QCoro::waitFor(client.send(api(server.url()))).value().body, "at last");
        QCOMPARE(server.asked.size(), 4);
        QCOMPARE(waiting.size(), 3);
        QVERIFY(waiting[1][0].toString().contains(u"not able to answer now (503)"_s));
        QVERIFY(waiting[1][1].toDateTime().isValid());
    }

    void aLongRetryAfterComesBackWithItsTime()
    {
        Server server({http(429, "", "Retry-After: 3600\r\n")});
        HttpClient client(fast());
        const auto answer = QCoro::waitFor(client.send(api(server.url())));
        QCOMPARE(answer.error().kind, Error::Kind::Refused);
        QCOMPARE_GE(QDateTime::currentDateTimeUtc().secsTo(answer.error().retryAt.value()), 3500);
        QCOMPARE(server.asked.size(), 1);
    }

    void aRefusalIsNotAskedAgain()
    {
        Server server({http(403, "<html>blocked</html>")});
        HttpClient client(fast());
        const auto answer = QCoro::waitFor(client.send(api(server.url())));
        QCOMPARE(answer.error().kind, Error::Kind::Refused);
        QVERIFY(answer.error().message.contains(u"403"_s));
        QCOMPARE(server.asked.size(), 1);
    }

    void apisSpeakInSomeStatuses()
    {
        Server server({http(422, R"({"errors":[]})")});
        HttpClient client(fast());
        QCOMPARE(QCoro::waitFor(client.send(api(server.url()))).value().status, 422);
    }

    void anAnswerThatIsTooLargeIsCutOff()
    {
        Server server({http(200, QByteArray(200'000, 'x'))});
        HttpClient client(fast());
        QCOMPARE(QCoro::waitFor(client.send(api(server.url()))).error().kind, Error::Kind::Malformed);
    }

    void silenceEndsInATimeOut()
    {
        Server server({""});
        auto options = fast();
        options.tries = 2;
        options.timeout = 50ms;
        HttpClient client(options);
        const auto answer = QCoro::waitFor(client.send(api(server.url())));
        QCOMPARE(answer.error().kind, Error::Kind::Network);
        QCOMPARE(server.asked.size(), 2);
    }

    void stopsInTheMiddleOfARequest()
    {
        Server server({""});
        HttpClient client(fast());
        std::stop_source stop;
        QTimer::singleShot(30ms, this, [&stop] { stop.request_stop(); });
        QElapsedTimer timer;
        timer.start();
        const auto answer = QCoro::waitFor(client.send(api(server.url()), stop.get_token()));
        QCOMPARE(answer.error().kind, Error::Kind::Cancelled);
        QCOMPARE_LT(timer.elapsed(), 400);
    }

    void aClosedClientLetsEverybodyOut()
    {
        const Server silent({{}});
        std::optional<Result<Answer>> first;
        std::optional<Result<Answer>> second;
        {
            auto options = fast();
            options.rules[0].inFlight = 1; // one is at the host, the other waits for its turn
            HttpClient client(options);
            client.send(api(silent.url())).then([&](Result<Answer> answer) { first = std::move(answer); });
            client.send(api(silent.url())).then([&](Result<Answer> answer) { second = std::move(answer); });
        }
        QVERIFY(first && second);
        QCOMPARE(first->error().kind, Error::Kind::Cancelled);
        QCOMPARE(second->error().kind, Error::Kind::Cancelled);
    }

    void stopsWhileWaitingForThePace()
    {
        Server server({http(200, "x")});
        auto options = fast();
        options.rules[0].interval = 10min;
        HttpClient client(options);
        QVERIFY(QCoro::waitFor(client.send(api(server.url()))));
        std::stop_source stop;
        QTimer::singleShot(30ms, this, [&stop] { stop.request_stop(); });
        QCOMPARE(QCoro::waitFor(client.send(api(server.url()), stop.get_token())).error().kind, Error::Kind::Cancelled);
    }

    void pagesObeyRobots()
    {
        Server server({http(200, "User-agent: *\nDisallow: /private\n"), http(200, "page")});
        HttpClient client(fast());
        QVERIFY(!QCoro::waitFor(client.send({.url = server.url(u"/private/1"_s)})));
        QCOMPARE(QCoro::waitFor(client.send({.url = server.url(u"/open"_s)})).value().body, "page");
        QCOMPARE(server.asked.size(), 2); // robots.txt once, the open page once
    }

    void storedAnswersAreNotAskedForTwice()
    {
        Server server({http(200, "kept")});
        OneAnswer store;
        HttpClient client(fast());
        client.setStore(&store);
        Request request = api(server.url());
        request.keepFor = 24h;
        QVERIFY(!QCoro::waitFor(client.send(request)).value().stored);
        QVERIFY(QCoro::waitFor(client.send(request)).value().stored);
        QCOMPARE(server.asked.size(), 1);
    }

    void aRefusalThatComesAsAnAnswerIsNotKept()
    {
        Server server({http(200, "errors"), http(200, "kept")});
        OneAnswer store;
        HttpClient client(fast());
        client.setStore(&store);
        Request request = api(server.url());
        request.keepFor = 24h;
        request.isGood = [](const QByteArray &body) { return body != "errors"; };
        QCOMPARE(QCoro::waitFor(client.send(request)).value().body, "errors");
        QVERIFY(store.key.isEmpty());
        QVERIFY(!QCoro::waitFor(client.send(request)).value().stored);
        QCOMPARE(QCoro::waitFor(client.send(request)).value().body, "kept");
        QCOMPARE(server.asked.size(), 2);

        store.answer.body = "errors"; // kept by whoever did not look
        QCOMPARE(QCoro::waitFor(client.send(request)).value().stored, false);
    }

    void aRecordingPlaysBackWithoutTheWeb()
    {
        Server server({http(200, "recorded")});
        HttpClient client(fast());
        const auto recording = std::make_shared<Recording>();
        recording->alias(server.url(u""_s), QUrl(u"https://en.wikipedia.org"_s));
        client.record(recording);
        QVERIFY(QCoro::waitFor(client.send(api(server.url(u"/w/x?a=%C3%A9"_s)))));
        server.close();

        HttpClient offline(fast());
        offline.replay(std::make_shared<Recording>(Recording::read(recording->toJsonLines()).value()));
        const QUrl real(u"https://en.wikipedia.org/w/x?a=%C3%A9"_s);
        QCOMPARE(QCoro::waitFor(offline.send(api(real))).value().body, "recorded");
        QCOMPARE(QCoro::waitFor(offline.send(api(QUrl(u"https://a.example/"_s)))).error().kind, Error::Kind::Missing);
    }

    void aBrokenRecordingIsNamed()
    {
        const auto recording = Recording::read("{\"url\":\"http://a\",\"answer\":\"x\"}\nnonsense\n");
        QVERIFY(recording.error().message.contains(u"Line 2"_s));
    }

    void robots_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("allowed");
        const QByteArray own = "User-agent: *\nDisallow: /\n\nUser-agent: cineteca\nAllow: /w/\nDisallow: /w/secret\n";
        QTest::newRow("empty") << QByteArray() << u"/x"_s << true;
        QTest::newRow("nothing disallowed") << QByteArray("User-agent: *\nDisallow:\n") << u"/x"_s << true;
        QTest::newRow("all") << QByteArray("User-agent: *\nDisallow: /\n") << u"/x"_s << false;
        QTest::newRow("our own group counts") << own << u"/w/a"_s << true;
        QTest::newRow("longest rule counts") << own << u"/w/secret"_s << false;
        QTest::newRow("star and end") << QByteArray("User-agent: *\nDisallow: /*.pdf$\n") << u"/a/b.pdf"_s << false;
        QTest::newRow("not at the end") << QByteArray("User-agent: *\nDisallow: /*.pdf$\n") << u"/a.pdf?x"_s << true;
    }

    void robots()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, path);
        QTEST(RobotsTxt::parse(text, u"Cineteca"_s).allows(QUrl(u"https://a.example"_s + path)), "allowed");
    }

    void retryAfterIsSecondsOrADate()
    {
        const QDateTime now(QDate(2026, 5, 1), QTime(12, 0), QTimeZone::UTC);
        QCOMPARE(reply::retryAt("30", now), now.addSecs(30));
        QCOMPARE(reply::retryAt("Fri, 01 May 2026 12:01:00 GMT", now), now.addSecs(60));
        QVERIFY(!reply::retryAt("soon", now));
    }

    void originsAreSettings()
    {
        QCOMPARE(origins::fromEnvironment().value().wikipedia, QUrl(u"https://en.wikipedia.org"_s));
        const auto local = origins::fromEnvironment({u"wikipedia=http://127.0.0.1:1/wikipedia"_s}).value();
        QCOMPARE(local.wikipedia.port(), 1);
        QVERIFY(!origins::areLocal(local));
        QVERIFY(!origins::fromEnvironment({u"wikipedia=ftp://x"_s}));
        QVERIFY(!origins::fromEnvironment({u"elsewhere=https://x.example"_s}));
    }
};

QTEST_GUILESS_MAIN(TestNet)
#include "tst_net.moc"
