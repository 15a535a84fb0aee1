#include "counters.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals;

namespace origin {

namespace {

constexpr qsizetype MostRepeated = 20; ///< addresses that are named
constexpr double Tolerance = 0.9; ///< timers fire early, bytes are read late

QJsonObject jsonOf(const QHash<QByteArray, int> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts.asKeyValueRange())
        object[QString::fromUtf8(name)] = count;
    return object;
}

QByteArray groupOf(const QByteArray &host)
{
    return host == "justwatch" || host == "www" ? "justwatch" : "wikimedia";
}

QByteArray operationOf(const QByteArray &body)
{
    static constexpr QByteArrayView Key = "\"operationName\"";
    const qsizetype from = body.indexOf('"', body.indexOf(Key) + Key.size());
    const qsizetype end = body.indexOf('"', from + 1);
    return body.contains(Key) && end > from ? body.sliced(from + 1, end - from - 1).left(60) : QByteArray("graphql");
}

/// Pages are of one kind, whatever their name.
QByteArray pathKind(const QByteArray &path)
{
    constexpr QByteArrayView Rest = "/w/rest.php/v1/";
    if (path.startsWith(Rest))
        return path.sliced(Rest.size()).startsWith("page/") ? "page" : path.sliced(Rest.size());
    if (path.contains("/provider/") || path.endsWith("/movies"))
        return "gallery";
    return path.contains("/movie/") ? "movie" : path.mid(1);
}

/// Product and version, and how to reach who operates it; no browser's name. See
/// https://foundation.wikimedia.org/wiki/Policy:Wikimedia_Foundation_User-Agent_Policy
bool tellsWhoAsks(const QByteArray &agent)
{
    static const QRegularExpression polite(u"^(?!Mozilla/)[^\\s/()]+/\\d\\S* \\([^()]*(@|https?://)[^()]+\\)"_s);
    return polite.match(QString::fromUtf8(agent)).hasMatch();
}

QByteArray actionOf(const HttpRequest &request)
{
    const QByteArray action = request.query.value("action");
    if (action != "query")
        return action;
    for (const char *way : {"generator", "list"})
        if (request.query.contains(way))
            return "query " + request.query.value(way);
    return "query " + request.query.value("prop").left(60);
}

}

QByteArray Counters::kindOf(const HttpRequest &request)
{
    if (request.path == "/robots.txt")
        return request.host + " robots.txt";
    if (request.path == "/graphql")
        return request.host + ' ' + operationOf(request.body);
    if (request.path == "/w/api.php")
        return request.host + ' ' + actionOf(request);
    return request.host + ' ' + pathKind(request.path);
}

void Counters::begin(const HttpRequest &request)
{
    ++m_total;
    ++m_kinds[kindOf(request)];
    ++m_hosts[request.host];
    ++m_agents[request.header("user-agent")];
    m_nameless += request.header("user-agent").isEmpty() ? 1 : 0;
    m_impolite += tellsWhoAsks(request.header("user-agent")) ? 0 : 1;
    m_mostInFlight = std::max(m_mostInFlight, ++m_inFlight);
    const QByteArray key = QCryptographicHash::hash(QByteArray(request.method + request.target + '\n' + request.body),
                                                    QCryptographicHash::Sha1);
    if (m_asked.contains(key)) {
        ++m_duplicates;
        if (m_repeated.size() < MostRepeated)
            m_repeated.append(request.target.left(500));
    }
    m_asked.insert(key);
    timed(request);
}

void Counters::timed(const HttpRequest &request)
{
    QElapsedTimer &last = m_last[groupOf(request.host)];
    const auto least = std::chrono::milliseconds(qint64(double(m_pace.count()) * Tolerance));
    if (last.isValid() && last.durationElapsed() < least)
        ++m_tooFast;
    last.start();
}

void Counters::reset()
{
    const auto pace = m_pace;
    const int inFlight = m_inFlight;
    *this = {};
    m_pace = pace;
    m_inFlight = inFlight;
}

QJsonObject Counters::toJson() const
{
    QJsonArray repeated;
    for (const QByteArray &target : m_repeated)
        repeated.append(QString::fromUtf8(target));
    return {{u"total"_s, m_total},
            {u"kinds"_s, jsonOf(m_kinds)},
            {u"hosts"_s, jsonOf(m_hosts)},
            {u"agents"_s, jsonOf(m_agents)},
            {u"duplicates"_s, m_duplicates},
            {u"repeated"_s, repeated},
            {u"inFlight"_s, m_inFlight},
            {u"mostInFlight"_s, m_mostInFlight},
            {u"paceViolations"_s, m_tooFast},
            {u"withoutUserAgent"_s, m_nameless},
            {u"withoutContact"_s, m_impolite}};
}

}
