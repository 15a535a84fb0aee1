#include "misbehaviour.h"

#include "gzipbomb.h"

using namespace Qt::Literals;

namespace origin::misbehaviour {

namespace {

using Spoil = Delivery (*)(HttpReply &reply, const Rule &rule);

void become(HttpReply &reply, const QByteArray &json)
{
    reply.status = 200;
    reply.contentType = "application/json; charset=utf-8";
    reply.body = json;
}

Delivery refuse(HttpReply &reply, const Rule &rule)
{
    const int status = rule.what.toInt();
    reply = http::html(status, http::reason(status));
    return Delivery::Whole;
}

Delivery invalid(HttpReply &reply, const Rule & /*rule*/)
{
    become(reply,
           R"({"errors":[{"message":"Cannot query field","locations":[{"line":1,"column":1}],)"
           R"("extensions":{"code":"GRAPHQL_VALIDATION_FAILED"}}],"data":null})");
    reply.status = 422;
    return Delivery::Whole;
}

Delivery errors(HttpReply &reply, const Rule & /*rule*/)
{
    become(reply,
           R"({"errors":[{"message":"internal system error","path":["popularTitles"],)"
           R"("extensions":{"code":"INTERNAL_SERVER_ERROR"}}],"data":null})");
    return Delivery::Whole;
}

/// Nothing found, in the form of the answer that it takes the place of.
Delivery empty(HttpReply &reply, const Rule & /*rule*/)
{
    if (reply.contentType.startsWith("text/html"))
        reply.body = "<!DOCTYPE html><html><body><div class=\"title-list\"></div></body></html>";
    else if (reply.body.startsWith(R"({"head")"))
        reply.body = R"({"head":{"vars":[]},"results":{"bindings":[]}})";
    else if (reply.body.startsWith(R"({"data")"))
        reply.body
            = R"({"data":{"popularTitles":{"edges":[],"totalCount":0,"pageInfo":{"startCursor":"","endCursor":"",)"
              R"("hasPreviousPage":false,"hasNextPage":false}}}})";
    else
        reply.body
            = reply.body.startsWith(R"({"entities")") ? R"({"entities":{},"success":1})" : R"({"batchcomplete":true})";
    return Delivery::Whole;
}

Delivery maxlag(HttpReply &reply, const Rule & /*rule*/)
{
    become(reply, R"({"error":{"code":"maxlag","info":"Waiting for db1: 7 seconds lagged","host":"db1","lag":7}})");
    reply.headers = {{"MediaWiki-API-Error", "maxlag"}, {"X-Database-Lag", "7"}};
    return Delivery::Whole;
}

Delivery wrongJson(HttpReply &reply, const Rule & /*rule*/)
{
    reply.body = reply.body.left(reply.body.size() / 2) + "<html>";
    return Delivery::Whole;
}

Delivery wrongForm(HttpReply &reply, const Rule & /*rule*/)
{
    become(reply, R"({"data":{"popularTitles":null},"entities":[],"query":[],"pages":{},"results":7})");
    return Delivery::Whole;
}

/// Latin-1 bytes that call themselves UTF-8.
Delivery wrongCharset(HttpReply &reply, const Rule & /*rule*/)
{
    reply.body = QString::fromUtf8(reply.body).toLatin1();
    if (const qsizetype quote = reply.body.indexOf(":\""); quote > 0)
        reply.body.insert(quote + 2, "Caf\xe9 ");
    return Delivery::Whole;
}

Delivery bomb(HttpReply &reply, const Rule & /*rule*/)
{
    reply.body = gzipBomb();
    reply.headers.emplaceBack("Content-Encoding", "gzip");
    return Delivery::Whole;
}

Delivery closedToRobots(HttpReply &reply, const Rule & /*rule*/)
{
    reply = {.contentType = "text/plain", .body = "User-agent: *\nDisallow: /\n"};
    return Delivery::Whole;
}

template<Delivery How>
Delivery deliver(HttpReply & /*reply*/, const Rule & /*rule*/)
{
    return How;
}

const QHash<QByteArray, Spoil> &spoils()
{
    static const QHash<QByteArray, Spoil> all{
        {"429", refuse},
        {"403", refuse},
        {"404", refuse},
        {"500", refuse},
        {"502", refuse},
        {"503", refuse},
        {"422", invalid},
        {"errors", errors},
        {"empty", empty},
        {"unfiltered", deliver<Delivery::Whole>}, // the face of JustWatch does it
        {"maxlag", maxlag},
        {"wrong-json", wrongJson},
        {"wrong-form", wrongForm},
        {"wrong-charset", wrongCharset},
        {"gzip-bomb", bomb},
        {"disallow", closedToRobots},
        {"cut", deliver<Delivery::Cut>},
        {"slow", deliver<Delivery::Slow>},
        {"huge", deliver<Delivery::Endless>},
        {"silent", deliver<Delivery::Silent>},
        {"closed", deliver<Delivery::Closed>},
        {"late", deliver<Delivery::Whole>}, // only held back
    };
    return all;
}

}

QByteArrayList kinds()
{
    QByteArrayList names = spoils().keys();
    std::ranges::sort(names);
    return names;
}

std::optional<Rule> fromJson(const QJsonObject &object)
{
    const Rule rule{.match = object["match"_L1].toString().toUtf8(),
                    .what = object["what"_L1].toString().toUtf8(),
                    .retryAfter = object["retryAfter"_L1].toInt(-1),
                    .times = object["times"_L1].toInt(-1),
                    .after = object["after"_L1].toInt(),
                    .delay = object["delay"_L1].toInt()};
    return spoils().contains(rule.what) ? std::optional(rule) : std::nullopt;
}

std::optional<Rule> fromText(const QByteArray &text)
{
    const QByteArrayList parts = text.split(':');
    QJsonObject object{{u"what"_s, QString::fromUtf8(parts.first())}};
    for (const QByteArray &part : parts.mid(1)) {
        const QString name = QString::fromUtf8(part.left(part.indexOf('=')));
        const QByteArray value = part.mid(part.indexOf('=') + 1);
        object[name] = name == "match"_L1 ? QJsonValue(QString::fromUtf8(value)) : QJsonValue(value.toInt());
    }
    return fromJson(object);
}

bool fits(const Rule &rule, const HttpRequest &request)
{
    return rule.match.isEmpty() || request.target.contains(rule.match) || request.body.contains(rule.match)
        || request.header("user-agent").contains(rule.match);
}

Delivery spoil(HttpReply &reply, const Rule &rule)
{
    const auto spoil = spoils().value(rule.what);
    const Delivery delivery = spoil ? spoil(reply, rule) : Delivery::Whole;
    if (rule.retryAfter >= 0)
        reply.headers.emplaceBack("Retry-After", QByteArray::number(rule.retryAfter));
    return delivery;
}

}
