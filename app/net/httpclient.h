#pragma once

#include "data/result.h"
#include "net/answers.h"
#include "net/budget.h"
#include "net/request.h"

#include <QCoroTask>
#include <QNetworkAccessManager>

#include <functional>
#include <map>
#include <memory>
#include <stop_token>

class Recording;
class Robots;

/// How fast one group of hosts is asked.
struct PaceRule
{
    QString hosts; ///< host, or the end of it: "wikipedia.org"; hosts of one group share one budget
    QString group; ///< "wikimedia", "justwatch"
    std::chrono::milliseconds interval{1000}; ///< between two requests
    int inFlight = 1;
};

struct HttpOptions
{
    QString userAgent;
    QList<PaceRule> rules; ///< the first that fits the host counts; another host gets one request a second
    std::chrono::milliseconds timeout{30'000}; ///< without a byte
    qint64 maxBytes = 64 * 1024 * 1024; ///< of a decompressed answer
    int tries = 5; ///< of a request that is told to come again (429, 503, no answer)
};

/// What happened at the door, for counts and the log.
struct Traffic
{
    QString host;
    QUrl url;
    int status = 0;
    qint64 bytes = 0;
    std::chrono::milliseconds waited{0}; ///< for the pace
    std::chrono::milliseconds took{0};
    bool stored = false;
};

/// The one door to the web: polite, capped, patient where it is told to wait, and stoppable at any moment.
class HttpClient
{
public:
    explicit HttpClient(HttpOptions options);
    ~HttpClient();
    Q_DISABLE_COPY_MOVE(HttpClient)

    /// Answers of 2xx and 404 come as an Answer; every other status, a refusal by robots.txt, a time-out, an answer that
    /// is too large as an Error with its kind. Retries 429, 503 and broken connections by Retry-After or back-off.
    QCoro::Task<Result<Answer>> send(Request request, std::stop_token stop = {});

    void setOptions(HttpOptions options);
    const HttpOptions &options() const { return m_options; }

    /// Answers come from the store where it knows them, and go into it. May be null; must outlive the client.
    void setStore(AnswerStore *store) { m_store = store; }
    /// Only recorded answers are given, the web is never asked.
    void replay(std::shared_ptr<const Recording> recording) { m_replay = std::move(recording); }
    /// Every answer is also written here.
    void record(std::shared_ptr<Recording> recording) { m_record = std::move(recording); }
    void onTraffic(std::function<void(const Traffic &)> listener) { m_listener = std::move(listener); }

private:
    struct Group;

    QCoro::Task<Result<Answer>> ask(Request request, std::stop_token stop);
    QCoro::Task<Result<Answer>> askOnce(Request request, std::stop_token stop);
    QCoro::Task<Result<>> allowed(QUrl url, std::stop_token stop);
    Group &groupOf(const QUrl &url);

    HttpOptions m_options;
    QNetworkAccessManager m_manager;
    std::map<QString, std::unique_ptr<Group>> m_groups;
    std::unique_ptr<Robots> m_robots;
    AnswerStore *m_store = nullptr;
    std::shared_ptr<const Recording> m_replay;
    std::shared_ptr<Recording> m_record;
    std::function<void(const Traffic &)> m_listener;
};
