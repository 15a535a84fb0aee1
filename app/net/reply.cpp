#include "net/reply.h"

#include "net/httpclient.h"

#include <QCoroSignal>
#include <QLocale>
#include <QNetworkReply>
#include <QTimeZone>
#include <QTimer>

using namespace Qt::Literals;

namespace {

QNetworkRequest networkRequest(const Request &request, const HttpOptions &options)
{
    QNetworkRequest made(request.url);
    made.setHeader(QNetworkRequest::UserAgentHeader, options.userAgent);
    made.setTransferTimeout(options.timeout);
    made.setMaximumRedirectsAllowed(5);
    made.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    if (!request.contentType.isEmpty())
        made.setHeader(QNetworkRequest::ContentTypeHeader, request.contentType);
    if (!request.accept.isEmpty())
        made.setRawHeader("Accept", request.accept);
    return made;
}

/// Collects an answer as it comes, so that one that is too large or too slow never gets whole.
class Collector : public QObject
{
    Q_OBJECT

public:
    Collector(QNetworkReply &reply, const HttpOptions &options)
        : m_reply(reply)
        , m_maxBytes(options.maxBytes)
    {
        connect(&reply, &QNetworkReply::readyRead, this, &Collector::take);
        connect(&reply, &QNetworkReply::finished, this, &Collector::end);
        QTimer::singleShot(options.longest, this, [this] { giveUp(u"The answer took too long."_s); });
    }

    QByteArray body;
    QString problem; ///< why we gave up

signals:
    void done();

private:
    void take()
    {
        body += m_reply.readAll();
        if (body.size() > m_maxBytes)
            giveUp(u"The answer is larger than %1."_s.arg(QLocale::c().formattedDataSize(m_maxBytes)));
    }

    void giveUp(const QString &why)
    {
        problem = why;
        m_reply.abort();
    }

    void end()
    {
        if (problem.isEmpty() && m_reply.isOpen())
            body += m_reply.readAll();
        emit done();
    }

    QNetworkReply &m_reply;
    qint64 m_maxBytes;
};

QString sentence(int status, const QString &host)
{
    switch (status) {
    case 401:
    case 403:
        return u"%1 refuses us (%2): blocked, or not for programs."_s.arg(host).arg(status);
    case 429:
        return u"%1 says that we ask too fast (429)."_s.arg(host);
    case 500:
    case 502:
    case 503:
    case 504:
        return u"%1 is not able to answer now (%2)."_s.arg(host).arg(status);
    default:
        return u"%1 answered with status %2."_s.arg(host).arg(status);
    }
}

bool isAnswer(int status)
{
    return (status >= 200 && status < 300) || status == 400 || status == 404 || status == 422;
}

Error statusError(const QNetworkReply &reply, int status, const QByteArray &body)
{
    const QString excerpt = QString::fromUtf8(body.first(std::min<qsizetype>(body.size(), 500))).simplified();
    Error error{.kind = Error::Kind::Refused,
                .message = sentence(status, reply.url().host()),
                .detail = u"%1 %2 %3"_s.arg(status).arg(reply.url().toString(), excerpt)};
    error.retryAt = reply::retryAt(reply.rawHeader("Retry-After"), QDateTime::currentDateTimeUtc());
    return error;
}

Error networkError(const QNetworkReply &reply)
{
    const QString detail = reply.url().toString() + u' ' + reply.errorString();
    switch (reply.error()) {
    case QNetworkReply::ProtocolFailure: // among them: what unpacks to far more than it was
    case QNetworkReply::UnknownContentError:
        return {.kind = Error::Kind::Malformed, .message = u"The answer cannot be unpacked."_s, .detail = detail};
    case QNetworkReply::HostNotFoundError:
        return {.kind = Error::Kind::Network,
                .message = u"%1 cannot be found: is this machine connected?"_s.arg(reply.url().host()),
                .detail = detail};
    case QNetworkReply::OperationCanceledError:
    case QNetworkReply::TimeoutError:
        return {.kind = Error::Kind::Network,
                .message = u"%1 did not answer in time."_s.arg(reply.url().host()),
                .detail = detail};
    default:
        return {.kind = Error::Kind::Network,
                .message = u"The connection to %1 failed."_s.arg(reply.url().host()),
                .detail = detail};
    }
}

int statusIn(const Error &error)
{
    return error.kind == Error::Kind::Refused ? error.detail.section(u' ', 0, 0).toInt() : 0;
}

}

QCoro::Task<Result<Answer>> reply::fetch(QNetworkAccessManager &manager, Request request, HttpOptions options,
                                         std::stop_token stop)
{
    const auto made = networkRequest(request, options);
    const std::unique_ptr<QNetworkReply> reply(
        request.method == Request::Method::Get ? manager.get(made) : manager.post(made, request.body));
    Collector collector(*reply, options);
    const std::stop_callback abort(stop, [&reply] { reply->abort(); });
    if (!reply->isFinished())
        co_await qCoro(&collector, &Collector::done);

    if (stop.stop_requested())
        co_return fail(Error::Kind::Cancelled, u"Stopped."_s, request.url.toString());
    if (!collector.problem.isEmpty())
        co_return fail(Error::Kind::Malformed, collector.problem, request.url.toString());
    const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status >= 300 && !isAnswer(status))
        co_return std::unexpected(statusError(*reply, status, collector.body));
    if (reply->error() != QNetworkReply::NoError && status < 400)
        co_return std::unexpected(networkError(*reply));
    co_return Answer{.status = status,
                     .contentType = reply->header(QNetworkRequest::ContentTypeHeader).toByteArray(),
                     .body = collector.body};
}

bool reply::worthAnotherTry(const Error &error)
{
    const int status = statusIn(error);
    return error.kind == Error::Kind::Network || status == 429 || status >= 500;
}

bool reply::isClientError(const Error &error)
{
    const int status = statusIn(error);
    return status >= 400 && status < 500 && status != 429;
}

std::optional<QDateTime> reply::retryAt(const QByteArray &header, const QDateTime &now)
{
    bool isNumber = false;
    if (const qint64 seconds = header.trimmed().toLongLong(&isNumber); isNumber && seconds >= 0)
        return now.addSecs(std::min<qint64>(seconds, 24 * 3600));
    auto date = QLocale::c().toDateTime(QString::fromLatin1(header.trimmed()), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s);
    date.setTimeZone(QTimeZone::UTC); // RFC 9110, 5.6.7: HTTP's dates are always GMT
    return date.isValid() ? std::optional(date) : std::nullopt;
}

#include "reply.moc"
