#include "net/httpclient.h"

#include "net/hostgroup.h"
#include "net/recording.h"
#include "net/reply.h"
#include "net/robotstxt.h"
#include "net/turnstile.h"
#include "net/wait.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QScopeGuard>

using namespace Qt::Literals;
using namespace std::chrono;

namespace {

const QString Product = u"Cineteca"_s;

Error cancelled(const QUrl &url)
{
    return {.kind = Error::Kind::Cancelled, .message = u"Stopped."_s, .detail = url.toString()};
}

/// A refusal can come with status 200: kept, it would be the answer for as long as a good one.
bool mayKeep(const Request &request, const Answer &answer)
{
    return answer.status == 200 && (!request.isGood || request.isGood(answer.body));
}

QString robotsKey(const QUrl &url)
{
    return url.scheme() + u"://"_s + url.authority();
}

}

HttpClient::HttpClient(HttpOptions options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
    m_manager.setRedirectPolicy(QNetworkRequest::NoLessSafeRedirectPolicy);
    m_manager.setAutoDeleteReplies(false);
}

HttpClient::~HttpClient()
{
    close();
}

void HttpClient::close()
{
    m_closing.request_stop();
    while (m_inside > 0)
        QCoreApplication::processEvents(QEventLoop::ExcludeUserInputEvents | QEventLoop::WaitForMoreEvents);
}

void HttpClient::setOptions(HttpOptions options)
{
    m_options = std::move(options);
    for (const PaceRule &rule : m_options.rules) {
        if (const auto group = m_groups.find(rule.group); group != m_groups.end())
            group->second->configure(rule.interval, rule.inFlight);
    }
}

QCoro::Task<Result<Answer>> HttpClient::send(Request request, std::stop_token stop)
{
    if (m_replay)
        co_return replayed(request);
    if (m_closing.stop_requested())
        co_return std::unexpected(cancelled(request.url));
    std::stop_source either;
    const std::stop_callback asked(stop, [&either] { either.request_stop(); });
    const std::stop_callback closing(m_closing.get_token(), [&either] { either.request_stop(); });
    ++m_inside;
    const auto out = qScopeGuard([this] { --m_inside; });
    co_return co_await answer(std::move(request), either.get_token());
}

QCoro::Task<Result<Answer>> HttpClient::answer(Request request, std::stop_token stop)
{
    if (m_store && request.keepFor.count() > 0) {
        if (auto known = co_await m_store->find(request); known && mayKeep(request, *known)) {
            known->stored = true;
            emit answered({.url = request.url, .status = known->status, .bytes = known->body.size(), .stored = true});
            co_return *known;
        }
    }
    if (request.kind == Request::Kind::Page) {
        if (const auto may = co_await allowed(request.url, stop); !may)
            co_return std::unexpected(may.error());
    }
    auto answer = co_await ask(request, stop);
    if (answer && m_store && request.keepFor.count() > 0 && mayKeep(request, *answer))
        co_await m_store->keep(request, *answer);
    if (answer && m_record)
        m_record->add(request, *answer);
    co_return answer;
}

Result<Answer> HttpClient::replayed(const Request &request)
{
    const auto answer = m_replay->find(request);
    if (!answer) {
        emit answered({.url = request.url, .stored = true, .problem = u"not recorded"_s});
        return fail(Error::Kind::Missing, u"The sample has no answer to this: it works without a network."_s,
                    request.url.toString() + u' '
                        + QString::fromUtf8(request.body.first(std::min<qsizetype>(request.body.size(), 200))));
    }
    emit answered({.url = request.url, .status = answer->status, .bytes = answer->body.size(), .stored = true});
    return *answer;
}

/// Asks as often as it is worth it.
QCoro::Task<Result<Answer>> HttpClient::ask(Request request, std::stop_token stop)
{
    auto pause = m_options.backOff;
    for (int attempt = 1;; ++attempt, pause *= 2) {
        auto answer = co_await askOnce(request, stop);
        if (answer || answer.error().kind == Error::Kind::Cancelled || !reply::worthAnotherTry(answer.error()))
            co_return answer;

        const auto jitter = milliseconds(QRandomGenerator::global()->bounded(int(pause.count() / 4) + 1));
        auto wait = pause + jitter;
        if (const auto &retryAt = answer.error().retryAt)
            wait = milliseconds(QDateTime::currentDateTimeUtc().msecsTo(*retryAt));
        if (attempt >= m_options.tries || wait > m_options.patience)
            co_return answer;
        if (answer.error().kind == Error::Kind::Refused) // the host asked everybody for a rest, not only this request
            hold(request.url, wait);
        emit waiting(answer.error().message, QDateTime::currentDateTimeUtc().addDuration(wait));
        co_await waitFor(wait, stop);
        if (stop.stop_requested())
            co_return std::unexpected(cancelled(request.url));
    }
}

QCoro::Task<Result<Answer>> HttpClient::askOnce(Request request, std::stop_token stop)
{
    HostGroup &group = groupOf(request.url);
    if (!co_await group.enter(stop))
        co_return std::unexpected(cancelled(request.url));
    const auto answer = co_await inTurn(request, stop);
    group.leave();
    co_return answer;
}

/// Asks when it is this request's turn among all who share the pace.
QCoro::Task<Result<Answer>> HttpClient::inTurn(Request request, std::stop_token stop)
{
    std::optional<Turnstile::Ticket> ticket;
    if (m_turnstile) {
        ticket = co_await m_turnstile->enter(ruleOf(request.url), stop);
        if (!ticket)
            co_return std::unexpected(cancelled(request.url));
    }
    const auto began = steady_clock::now();
    const auto answer = co_await reply::fetch(m_manager, request, m_options, stop);
    emit answered({.url = request.url,
                   .status = answer ? answer->status : 0,
                   .bytes = answer ? answer->body.size() : 0,
                   .took = duration_cast<milliseconds>(steady_clock::now() - began),
                   .problem = answer ? QString() : answer.error().message});
    if (ticket)
        co_await m_turnstile->leave(*ticket);
    co_return answer;
}

/// A robots.txt that is not there (4xx) allows everything; one that cannot be had allows nothing, for now (RFC
/// 9309, 2.3.1).
QCoro::Task<Result<>> HttpClient::allowed(QUrl url, std::stop_token stop)
{
    const QString key = robotsKey(url);
    if (!m_robots.contains(key)) {
        const Request request{.url = QUrl(key + u"/robots.txt"_s), .kind = Request::Kind::Api, .keepFor = hours(24)};
        const auto answer = co_await send(request, stop);
        if (!answer && answer.error().kind == Error::Kind::Cancelled)
            co_return std::unexpected(answer.error());
        if (!answer && answer.error().kind == Error::Kind::Network)
            co_return std::unexpected(answer.error());
        if (answer)
            m_robots[key] = answer->status == 200 ? RobotsTxt::parse(answer->body, Product) : RobotsTxt();
        else
            m_robots[key] = reply::isClientError(answer.error()) ? RobotsTxt() : RobotsTxt::closed();
    }
    if (m_robots[key].allows(url))
        co_return {};
    co_return fail(Error::Kind::Refused, u"%1 does not want programs to read this page (robots.txt)."_s.arg(url.host()),
                   url.toString());
}

void HttpClient::holdUntil(const QUrl &url, const QDateTime &until)
{
    hold(url, milliseconds(std::max<qint64>(0, QDateTime::currentDateTimeUtc().msecsTo(until))));
    emit waiting(u"%1 asks us to wait."_s.arg(url.host()), until);
}

void HttpClient::hold(const QUrl &url, milliseconds rest)
{
    groupOf(url).holdFor(rest);
    if (m_turnstile)
        m_turnstile->hold(ruleOf(url).group, rest);
}

PaceRule HttpClient::ruleOf(const QUrl &url) const
{
    const QString host = url.host();
    const auto fits = [&](const PaceRule &rule) {
        return host == rule.hosts || host.endsWith(u'.' + rule.hosts)
            || (rule.hosts.contains("://"_L1) && url.toString().startsWith(rule.hosts));
    };
    const auto found = std::ranges::find_if(m_options.rules, fits);
    return found != m_options.rules.end() ? *found : PaceRule{.hosts = host, .group = host};
}

HostGroup &HttpClient::groupOf(const QUrl &url)
{
    const PaceRule rule = ruleOf(url);
    auto &group = m_groups[rule.group];
    if (!group)
        group = std::make_unique<HostGroup>(rule.interval, rule.inFlight);
    return *group;
}
