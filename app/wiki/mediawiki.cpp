#include "wiki/mediawiki.h"

#include <QJsonDocument>

#include <chrono>
#include <optional>

using namespace Qt::Literals;
using namespace std::chrono_literals;

namespace {

constexpr qsizetype LongestQuery = 1'800; // of a GET: any proxy takes that

/// After which time a request that met this error may be sent again.
std::optional<std::chrono::seconds> rest(const QString &code)
{
    if (code == "maxlag"_L1)
        return 5s;
    if (code == "ratelimited"_L1 || code == "readonly"_L1)
        return 60s;
    if (code.startsWith("internal_api_error"_L1))
        return 30s;
    return std::nullopt;
}

Error problem(const QJsonObject &error)
{
    const QString code = error["code"_L1].toString(u"unknown"_s).left(100);
    const QString info = error["info"_L1].toString().left(500);
    if (const auto wait = rest(code))
        return {.kind = Error::Kind::Network,
                .message = u"The wiki is busy (%1) and will be asked again."_s.arg(code),
                .detail = info,
                .retryAt = QDateTime::currentDateTimeUtc().addDuration(*wait)};
    return {.kind = Error::Kind::Refused, .message = u"The wiki refused a request (%1)."_s.arg(code), .detail = info};
}

}

QByteArray mediawiki::encode(const Parameters &parameters)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : parameters)
        pairs.append(QUrl::toPercentEncoding(name) + '=' + QUrl::toPercentEncoding(value));
    return pairs.join('&');
}

QUrl mediawiki::under(const QUrl &origin, const QString &path, const Parameters &query)
{
    QByteArray address = origin.adjusted(QUrl::StripTrailingSlash).toEncoded() + path.toUtf8();
    if (!query.isEmpty())
        address += '?' + encode(query);
    return QUrl::fromEncoded(address, QUrl::StrictMode);
}

Request mediawiki::request(const QUrl &origin, const Parameters &parameters)
{
    const QString path = u"/w/api.php"_s;
    const Parameters all = Parameters{{u"format"_s, u"json"_s}, {u"formatversion"_s, u"2"_s}} + parameters;
    if (encode(all).size() <= LongestQuery)
        return {.url = under(origin, path, all), .kind = Request::Kind::Api, .accept = "application/json"};
    return {.url = under(origin, path),
            .method = Request::Method::Post,
            .kind = Request::Kind::Api,
            .body = encode(all),
            .contentType = "application/x-www-form-urlencoded",
            .accept = "application/json"};
}

Request mediawiki::kept(Request request, std::chrono::seconds time)
{
    request.keepFor = time;
    request.isGood = [](const QByteArray &body) { return parse(body).has_value(); };
    return request;
}

Result<QJsonObject> mediawiki::parse(const QByteArray &body)
{
    QJsonParseError error;
    QJsonObject root = QJsonDocument::fromJson(body, &error).object();
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Kind::Malformed, u"The wiki's answer is not JSON."_s,
                    u"%1 at byte %2"_s.arg(error.errorString()).arg(error.offset));
    if (root.contains("error"_L1))
        return std::unexpected(problem(root["error"_L1].toObject()));
    return root;
}
