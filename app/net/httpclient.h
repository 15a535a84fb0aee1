#pragma once

#include "data/result.h"
#include "net/answers.h"
#include "net/request.h"

#include <QCoroTask>
#include <QNetworkAccessManager>
#include <QObject>

#include <map>
#include <memory>
#include <stop_token>

class HostGroup;
class Recording;
class RobotsTxt;
class Turnstile;

/// How fast one group of hosts is asked.
struct PaceRule
{
    QString hosts; ///< a host, or the end of it: "wikipedia.org"; or how an address begins: "http://127.0.0.1:8080/www"
    QString group; ///< hosts of one group share one pace: "wikimedia"
    std::chrono::milliseconds interval{1000}; ///< between two requests
    int inFlight = 1;

    bool operator==(const PaceRule &) const = default;
};

struct HttpOptions
{
    QString userAgent;
    QList<PaceRule> rules; ///< the first that fits the host counts; any other host gets one request a second
    std::chrono::milliseconds timeout{30'000}; ///< without a byte
    std::chrono::milliseconds longest{300'000}; ///< for a whole answer
    std::chrono::milliseconds backOff{2'000}; ///< before the second try, doubled for each further one
    std::chrono::milliseconds patience{120'000}; ///< a longer Retry-After comes back as an Error with its time
    qint64 maxBytes = qint64(64) * 1024 * 1024; ///< of a decompressed answer
    int tries = 5; ///< of a request that is told to come again (429, 5xx) or whose connection breaks

    bool operator==(const HttpOptions &) const = default;
};

/// What happened at the door, for counts and the log.
struct Traffic
{
    QUrl url;
    int status = 0; ///< 0 if there was no answer
    qint64 bytes = 0;
    std::chrono::milliseconds took{0};
    bool stored = false; ///< answered from the store or a recording
    QString problem; ///< why it was no good, empty if it was
};

/// The one door to the web: polite, capped, patient where it is told to wait, and stoppable at any moment.
class HttpClient : public QObject
{
    Q_OBJECT

public:
    explicit HttpClient(HttpOptions options, QObject *parent = nullptr);
    ~HttpClient() override;

    /// Takes no more requests, stops those that run, and comes back when the last one has come back as Cancelled.
    void close();

    /// Answers of 2xx, 400, 404 and 422 come as an Answer, since APIs speak in them. Everything else is an Error:
    /// Refused (another status, robots.txt), Network (no answer), Malformed (too large, cut off), Missing (not
    /// recorded). 429, 5xx and broken connections are tried again, by Retry-After or with back-off.
    QCoro::Task<Result<Answer>> send(Request request, std::stop_token stop = {});

    /// Nothing is asked of this host's group before then: its answer asked for a rest in its own words.
    void holdUntil(const QUrl &url, const QDateTime &until);

    const HttpOptions &options() const { return m_options; }
    void setOptions(HttpOptions options);

    /// Answers come from the store where it knows them, and go into it. May be null; must outlive the client.
    void setStore(AnswerStore *store) { m_store = store; }
    /// Others ask the same hosts: each request waits for its turn among them too. May be null; must outlive the client.
    void setTurnstile(Turnstile *turnstile) { m_turnstile = turnstile; }
    /// Only recorded answers are given, the web is never asked.
    void replay(std::shared_ptr<const Recording> recording) { m_replay = std::move(recording); }
    /// Every answer is also written here.
    void record(std::shared_ptr<Recording> recording) { m_record = std::move(recording); }
    /// A recorded answer is about one thing, so that any of them can be had in any order: nothing is to be asked for
    /// together where an API would take several things.
    bool asksOneByOne() const { return m_replay || m_record; }

signals:
    void answered(const Traffic &traffic);
    void waiting(const QString &why, const QDateTime &until); // what failed is asked again then; `why` is a sentence

private:
    QCoro::Task<Result<Answer>> answer(Request request, std::stop_token stop);
    QCoro::Task<Result<Answer>> ask(Request request, std::stop_token stop);
    QCoro::Task<Result<Answer>> askOnce(Request request, std::stop_token stop);
    QCoro::Task<Result<>> allowed(QUrl url, std::stop_token stop);
    Result<Answer> replayed(const Request &request);
    QCoro::Task<Result<Answer>> inTurn(Request request, std::stop_token stop);
    PaceRule ruleOf(const QUrl &url) const;
    HostGroup &groupOf(const QUrl &url);
    void hold(const QUrl &url, std::chrono::milliseconds rest);

    HttpOptions m_options;
    QNetworkAccessManager m_manager;
    std::map<QString, std::unique_ptr<HostGroup>> m_groups; // by name
    std::map<QString, RobotsTxt> m_robots; // by scheme, host and port
    std::stop_source m_closing; // our own end
    int m_inside = 0; // requests that have not come back
    AnswerStore *m_store = nullptr;
    Turnstile *m_turnstile = nullptr;
    std::shared_ptr<const Recording> m_replay;
    std::shared_ptr<Recording> m_record;
};
