#include "net/recording.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals;

namespace {

QJsonObject toJson(const Request &request, const Answer &answer)
{
    QJsonObject line{{u"url"_s, request.url.toString(QUrl::FullyEncoded)},
                     {u"status"_s, answer.status},
                     {u"type"_s, QString::fromLatin1(answer.contentType)},
                     {u"answer"_s, QString::fromUtf8(answer.body)}};
    if (request.method == Request::Method::Post)
        line[u"post"_s] = QString::fromUtf8(request.body);
    return line;
}

}

Result<Recording> Recording::read(const QByteArray &lines)
{
    Recording recording;
    int number = 0;
    for (const QByteArray &line : lines.split('\n')) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const auto object = QJsonDocument::fromJson(line).object();
        if (!object["url"_L1].isString() || !object["answer"_L1].isString())
            return fail(Error::Kind::Malformed, u"Line %1 of the recording has no url or no answer."_s.arg(number));
        Request request{.url = QUrl(object["url"_L1].toString(), QUrl::StrictMode)};
        if (object.contains("post"_L1)) {
            request.method = Request::Method::Post;
            request.body = object["post"_L1].toString().toUtf8();
        }
        recording.add(request,
                      {.status = object["status"_L1].toInt(),
                       .contentType = object["type"_L1].toString().toLatin1(),
                       .body = object["answer"_L1].toString().toUtf8()});
    }
    return recording;
}

QByteArray Recording::toJsonLines() const
{
    QByteArray lines;
    for (const Entry &entry : m_entries)
        lines += QJsonDocument(toJson(entry.request, entry.answer)).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}

std::optional<Answer> Recording::find(const Request &request) const
{
    const auto found = m_entries.find(canonical(request).key());
    if (found == m_entries.end())
        return {};
    Answer answer = found->answer;
    answer.stored = true;
    return answer;
}

void Recording::add(const Request &request, const Answer &answer)
{
    const Request known = canonical(request);
    m_entries.insert(known.key(), {.request = known, .answer = answer});
}

Request Recording::canonical(Request request) const
{
    const QString url = request.url.toString(QUrl::FullyEncoded);
    for (const auto &[from, to] : m_aliases) {
        if (url.startsWith(from))
            request.url = QUrl(to + url.sliced(from.size()), QUrl::StrictMode);
    }
    return request;
}
