#include "gallery/justwatchanswer.h"

#include "gallery/justwatch.h"
#include "net/reply.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals;

namespace {

constexpr qsizetype LongestQuote = 200;

QString quoted(const QJsonValue &error)
{
    QString message = error["message"_L1].toString().simplified();
    if (message.isEmpty())
        message = error["extensions"_L1]["code"_L1].toString(u"no reason given"_s);
    return message.size() > LongestQuote ? message.left(LongestQuote) + u'…' : message;
}

QString startOf(const QByteArray &body, qsizetype length = LongestQuote)
{
    return QString::fromUtf8(body.left(length));
}

/// An error of the API's own is no answer, and may be none the next time; any other is about the question.
bool isInternal(const QJsonValue &error)
{
    return error["extensions"_L1]["code"_L1] == "INTERNAL_SERVER_ERROR"_L1;
}

Error complaint(const QJsonArray &errors)
{
    if (isInternal(errors.first()))
        return {.kind = Error::Kind::Network,
                .message = u"JustWatch could not answer: “%1”."_s.arg(quoted(errors.first())),
                .detail = startOf(QJsonDocument(errors).toJson(QJsonDocument::Compact), 1000)};
    return {.kind = Error::Kind::Refused,
            .message = u"JustWatch refuses the question: “%1”."_s.arg(quoted(errors.first())),
            .detail = startOf(QJsonDocument(errors).toJson(QJsonDocument::Compact), 1000)};
}

/// A field that was asked for and came as null is as good as none.
bool holdsSomething(const QJsonObject &data)
{
    return std::ranges::any_of(data, [](const QJsonValue &value) { return !value.isNull(); });
}

}

Result<justwatch::Data> justwatch::readData(const QByteArray &body)
{
    const QByteArray text = body.trimmed();
    if (text.isEmpty())
        return fail(Error::Kind::Malformed, u"JustWatch answered with nothing."_s);
    if (text.startsWith('<'))
        return fail(Error::Kind::Refused, u"JustWatch answered with a page instead of data: blocked?"_s, startOf(text));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(text, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(Error::Kind::Malformed,
                    u"JustWatch's answer is no JSON (%1 at byte %2 of %3): cut off?"_s.arg(error.errorString())
                        .arg(error.offset)
                        .arg(text.size()),
                    startOf(text));
    const QJsonArray errors = document["errors"_L1].toArray();
    Data data{.object = document["data"_L1].toObject()};
    if (!errors.isEmpty() && !holdsSomething(data.object))
        return std::unexpected(complaint(errors));
    if (!errors.isEmpty())
        data.notes.append(complaint(errors));
    return data;
}

Result<QByteArray> justwatch::bodyOf(const Answer &answer)
{
    if (answer.status >= 200 && answer.status < 300)
        return answer.body;
    const QJsonArray errors = QJsonDocument::fromJson(answer.body)["errors"_L1].toArray();
    if (!errors.isEmpty())
        return std::unexpected(complaint(errors));
    return fail(Error::Kind::Refused,
                u"JustWatch's API answered %1: it may have moved or changed."_s.arg(answer.status),
                startOf(answer.body));
}

bool justwatch::turnsUsAway(const Error &error)
{
    return error.kind == Error::Kind::Refused && !reply::worthAnotherTry(error);
}

std::optional<QUrl> justwatch::pictureUrl(QString path, const QString &profile, const QString &format)
{
    path.replace("{profile}"_L1, profile).replace("{format}"_L1, format);
    if (path.startsWith(u'/') && !path.startsWith("//"_L1))
        path.prepend("https://images.justwatch.com"_L1);
    QUrl url(path, QUrl::StrictMode);
    if (url.scheme() != "https"_L1 || url.host().isEmpty())
        return {};
    return url;
}
