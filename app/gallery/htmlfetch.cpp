#include "gallery/htmlpage.h"
#include "net/httpclient.h"

#include <QUrlQuery>

using namespace Qt::Literals;

namespace {

QUrl pageUrl(QUrl url, int number)
{
    QUrlQuery query(url);
    query.removeAllQueryItems(u"page"_s);
    if (number > 1)
        query.addQueryItem(u"page"_s, QString::number(number));
    url.setQuery(query);
    return url;
}

/// Where the site is asked for it: a local origin may stand in for it.
QUrl asked(QUrl url, const Origins &origins)
{
    if (url.host() != "www.justwatch.com"_L1)
        return url;
    url.setPath(origins.justwatchWww.path() + url.path());
    url.setScheme(origins.justwatchWww.scheme());
    url.setHost(origins.justwatchWww.host());
    url.setPort(origins.justwatchWww.port());
    return url;
}

Result<gallery::Page> read(const Answer &answer, const QUrl &url, const Gallery &gallery)
{
    if (answer.status == 404)
        return fail(Error::Kind::Missing, u"The site has no such gallery: its address may have changed."_s,
                    url.toString());
    if (answer.status != 200)
        return fail(Error::Kind::Refused, u"The site answered %1."_s.arg(answer.status), url.toString());
    return htmlpage::parse(answer.body, url, gallery);
}

}

QCoro::Task<Result<gallery::Page>> htmlpage::fetch(HttpClient &http, Gallery gallery, int number, std::stop_token stop,
                                                   Origins origins)
{
    const QUrl url = pageUrl(gallery.url, number);
    const auto answer = co_await http.send({.url = asked(url, origins), .accept = "text/html"}, stop);
    if (!answer)
        co_return std::unexpected(answer.error());
    co_return read(*answer, url, gallery);
}
