#include "mediawiki.h"

#include "jsonwriter.h"

#include <QString>

namespace origin::mediawiki {

HttpReply error(const QByteArray &code, const QByteArray &info)
{
    HttpReply reply;
    JsonWriter json(reply.body);
    json.beginObject();
    json.key("error");
    json.beginObject();
    json.pair("code", code);
    json.pair("info", info);
    json.endObject();
    json.endObject();
    reply.headers.emplaceBack("MediaWiki-API-Error", code);
    return reply;
}

QByteArrayList values(const QByteArray &text)
{
    if (text.isEmpty())
        return {};
    return text.startsWith('\x1f') ? text.sliced(1).split('\x1f') : text.split('|');
}

QByteArray normalTitle(QByteArray title)
{
    QString text = QString::fromUtf8(title.replace('_', ' ')).simplified();
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text.toUtf8();
}

bool isTrue(const HttpRequest &request, const char *parameter)
{
    return request.query.contains(parameter);
}

}
