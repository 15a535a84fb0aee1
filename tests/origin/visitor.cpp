#include "visitor.h"

#include <QEventLoop>
#include <QJsonDocument>

#include <memory>

using namespace Qt::Literals;
using namespace std::chrono_literals;

QJsonObject Visitor::Got::json() const
{
    return QJsonDocument::fromJson(body).object();
}

QNetworkRequest Visitor::request(const QUrl &url) const
{
    QNetworkRequest request(url);
    request.setRawHeader("User-Agent", m_userAgent);
    request.setTransferTimeout(10s);
    return request;
}

Visitor::Got Visitor::wait(QNetworkReply *sent, qint64 mostBytes)
{
    const std::unique_ptr<QNetworkReply> reply(sent);
    QEventLoop loop;
    QObject::connect(sent, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    QObject::connect(sent, &QNetworkReply::downloadProgress, sent, [sent, mostBytes](qint64 received) {
        if (received > mostBytes)
            sent->abort();
    });
    loop.exec();
    return {.status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            .body = reply->isOpen() ? reply->readAll() : QByteArray(),
            .contentType = reply->rawHeader("Content-Type"),
            .retryAfter = reply->rawHeader("Retry-After"),
            .error = reply->error()};
}

Visitor::Got Visitor::get(const QUrl &url, qint64 mostBytes)
{
    return wait(m_manager.get(request(url)), mostBytes);
}

Visitor::Got Visitor::get(QUrl url, const QList<std::pair<QString, QString>> &query)
{
    QByteArrayList pairs;
    for (const auto &[name, value] : query)
        pairs.append(name.toUtf8() + '=' + QUrl::toPercentEncoding(value));
    url.setQuery(QString::fromUtf8(pairs.join('&')), QUrl::StrictMode);
    return get(url);
}

Visitor::Got Visitor::post(const QUrl &url, const QByteArray &body, const QByteArray &contentType)
{
    QNetworkRequest asked = request(url);
    asked.setRawHeader("Content-Type", contentType);
    return wait(m_manager.post(asked, body), 64 * 1024 * 1024);
}
