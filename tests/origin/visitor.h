#pragma once

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrlQuery>

/// Asks over a real socket and waits for the answer; for tests.
class Visitor
{
public:
    struct Got
    {
        int status = 0;
        QByteArray body;
        QByteArray contentType;
        QByteArray retryAfter;
        QNetworkReply::NetworkError error = QNetworkReply::NoError;

        QJsonObject json() const;
    };

    Got get(const QUrl &url, qint64 mostBytes = 64 * 1024 * 1024);
    Got get(QUrl url, const QList<std::pair<QString, QString>> &query);
    Got post(const QUrl &url, const QByteArray &body, const QByteArray &contentType = "application/json");
    void beCalled(const QByteArray &userAgent) { m_userAgent = userAgent; }

private:
    QNetworkRequest request(const QUrl &url) const;
    static Got wait(QNetworkReply *reply, qint64 mostBytes);

    QNetworkAccessManager m_manager;
    QByteArray m_userAgent = "Test/1.0 (test@example.org)";
};
