#include "origin.h"

#include "connection.h"
#include "wikidataface.h"
#include "wikipediaface.h"

#include <QJsonDocument>

using namespace Qt::Literals;
using namespace origin;

namespace {

constexpr const char *Hosts[] = {"justwatch", "www", "wikipedia", "wikidata", "wdqs"};

HttpReply json(const QJsonObject &object)
{
    return {.body = QJsonDocument(object).toJson(QJsonDocument::Compact)};
}

}

Origin::Origin(std::shared_ptr<const World> world, QObject *parent)
    : QTcpServer(parent)
    , m_world(std::move(world))
    , m_justwatch(*m_world)
{
}

bool Origin::start(quint16 port)
{
    return listen(QHostAddress::LocalHost, port);
}

QUrl Origin::url(const QString &host) const
{
    const QString path = host.isEmpty() ? QString() : u'/' + host;
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(serverPort()).arg(path));
}

QStringList Origin::settings() const
{
    QStringList all;
    for (const char *host : Hosts) {
        const QString name = QString::fromLatin1(host);
        all.append((name == "www"_L1 ? u"justwatch_www"_s : name) + u'=' + url(name).toString());
    }
    return all;
}

void Origin::reset()
{
    m_counters.reset();
    m_rules.clear();
}

bool Origin::logTo(const QString &path)
{
    m_log.setFileName(path);
    return m_log.open(QIODevice::WriteOnly | QIODevice::Truncate);
}

void Origin::incomingConnection(qintptr handle)
{
    new Connection(*this, handle);
}

Outgoing Origin::answer(const HttpRequest &request)
{
    if (request.host == "origin")
        return {.reply = steer(request)};
    Outgoing out{.counted = true};
    m_counters.begin(request);
    emit asked(request);
    const auto rule = ruleFor(request);
    m_justwatch.ignoreFilter(rule && rule->what == "unfiltered");
    out.reply = face(request);
    if (rule) {
        out.delivery = misbehaviour::spoil(out.reply, *rule);
        out.delay = std::chrono::milliseconds(rule->delay);
    }
    log(request, out.reply);
    return out;
}

std::optional<Rule> Origin::ruleFor(const HttpRequest &request)
{
    for (Rule &rule : m_rules) {
        if (rule.times == 0 || !misbehaviour::fits(rule, request))
            continue;
        if (rule.after-- > 0)
            continue;
        rule.after = 0;
        rule.times -= rule.times > 0 ? 1 : 0;
        return rule;
    }
    return std::nullopt;
}

HttpReply Origin::steer(const HttpRequest &request)
{
    if (request.path == "/counts")
        return json(counts());
    if (request.path == "/reset" && request.method == "POST") {
        reset();
        return json({});
    }
    const auto rule = misbehaviour::fromJson(QJsonDocument::fromJson(request.body).object());
    if (request.path != "/misbehave" || request.method != "POST")
        return http::notFound();
    if (!rule)
        return http::html(400, "Known are: " + misbehaviour::kinds().join(", "));
    misbehave(*rule);
    return json({});
}

HttpReply Origin::face(const HttpRequest &request)
{
    if (request.host == "justwatch" && request.path == "/graphql")
        return m_justwatch.graphql(request);
    if (request.host == "www")
        return m_justwatch.page(request);
    if (request.host == "wikipedia" && request.path == "/w/api.php")
        return wikipedia::api(*m_world, request);
    if (request.host == "wikipedia" && request.path.startsWith("/w/rest.php/v1"))
        return wikipedia::rest(*m_world, request);
    if (request.host == "wikipedia" && request.path == "/robots.txt")
        return wikipedia::robots();
    if (request.host == "wikidata" && request.path == "/w/api.php")
        return origin::wikidata::api(*m_world, request);
    if (request.host == "wdqs" && request.path == "/sparql")
        return origin::wikidata::sparql(*m_world, request);
    if (request.path == "/robots.txt")
        return {.contentType = "text/plain", .body = "User-agent: *\nDisallow:\n"};
    return http::notFound();
}

void Origin::log(const HttpRequest &request, const HttpReply &reply)
{
    if (!m_log.isOpen())
        return;
    m_log.write(QByteArray::number(reply.status) + ' ' + QByteArray::number(reply.body.size()) + ' ' + request.method
                + ' ' + request.target + ' ' + request.body.left(300).simplified() + '\n');
    m_log.flush();
}
