#include "http.h"

namespace origin::http {

namespace {

constexpr const char *Hosts[] = {"justwatch", "www", "wikipedia", "wikidata", "wdqs", "origin"};

void splitHost(HttpRequest &request)
{
    for (const char *host : Hosts) {
        const QByteArray prefix = '/' + QByteArray(host);
        if (request.path != prefix && !request.path.startsWith(QByteArray(prefix + '/')))
            continue;
        request.host = host;
        request.path = request.path.mid(prefix.size());
        return;
    }
}

void readPairs(QByteArrayView text, QHash<QByteArray, QByteArray> &into)
{
    for (qsizetype at = 0; at < text.size();) {
        qsizetype end = text.indexOf('&', at);
        end = end < 0 ? text.size() : end;
        const QByteArrayView pair = text.sliced(at, end - at);
        const qsizetype equals = pair.indexOf('=');
        const QByteArrayView name = equals < 0 ? pair : pair.first(equals);
        if (!name.isEmpty())
            into.insert(decoded(name), equals < 0 ? QByteArray("") : decoded(pair.sliced(equals + 1)));
        at = end + 1;
    }
}

void readHeader(const QByteArray &line, HttpRequest &request)
{
    if (const qsizetype colon = line.indexOf(':'); colon > 0)
        request.headers.insert(line.first(colon).trimmed().toLower(), line.sliced(colon + 1).trimmed());
}

}

QByteArray decoded(QByteArrayView percentEncoded)
{
    QByteArray text = percentEncoded.toByteArray();
    text.replace('+', ' ');
    return QByteArray::fromPercentEncoding(text);
}

bool parseHead(const QByteArray &head, HttpRequest &request)
{
    const QByteArrayList lines = head.split('\n');
    const QByteArrayList words = lines.first().trimmed().split(' ');
    if (words.size() != 3 || !words[2].startsWith("HTTP/1."))
        return false;
    request.method = words[0];
    request.target = words[1];
    request.path = QByteArray::fromPercentEncoding(request.target.split('?').first());
    splitHost(request);
    for (const QByteArray &line : lines.mid(1))
        readHeader(line, request);
    return true;
}

void readQuery(HttpRequest &request)
{
    if (const qsizetype mark = request.target.indexOf('?'); mark >= 0)
        readPairs(QByteArrayView(request.target).sliced(mark + 1), request.query);
    if (request.header("content-type").startsWith("application/x-www-form-urlencoded"))
        readPairs(request.body, request.query);
}

QByteArray reason(int status)
{
    switch (status) {
    case 200:
        return "OK";
    case 302:
        return "Found";
    case 307:
        return "Temporary Redirect";
    case 400:
        return "Bad Request";
    case 403:
        return "Forbidden";
    case 404:
        return "Not Found";
    case 422:
        return "Unprocessable Entity";
    case 429:
        return "Too Many Requests";
    case 503:
        return "Service Unavailable";
    default:
        return "Status";
    }
}

HttpReply html(int status, const QByteArray &text)
{
    return {.status = status,
            .contentType = "text/html; charset=utf-8",
            .body = "<!DOCTYPE html><html><head><title>" + text + "</title></head><body><h1>" + text
                + "</h1></body></html>\n"};
}

HttpReply notFound()
{
    return html(404, "Not found");
}

}
