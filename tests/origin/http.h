#pragma once

#include <QByteArrayList>
#include <QHash>

namespace origin {

/// A request as it came, with its host named by the first word of the path ("/wikipedia/w/api.php").
struct HttpRequest
{
    QByteArray method;
    QByteArray target; ///< whole, as it was sent
    QByteArray host; ///< "justwatch", "www", "wikipedia", "wikidata", "wdqs", "origin"; empty for none of them
    QByteArray path; ///< decoded, without the host: "/w/api.php"
    QHash<QByteArray, QByteArray> query; ///< decoded; of a form in the body too
    QHash<QByteArray, QByteArray> headers; ///< by lower-case name
    QByteArray body;

    QByteArray header(const QByteArray &name) const { return headers.value(name); }
};

struct HttpReply
{
    int status = 200;
    QByteArray contentType = "application/json; charset=utf-8";
    QByteArray body;
    QList<std::pair<QByteArray, QByteArray>> headers;
};

namespace http {

/// Reads the head of a request; nothing of the body.
bool parseHead(const QByteArray &head, HttpRequest &request);
/// Takes the query apart, and the body where it is a form. To be called when the body is there.
void readQuery(HttpRequest &request);
QByteArray decoded(QByteArrayView percentEncoded); ///< plus signs are spaces
QByteArray reason(int status);
HttpReply notFound();
HttpReply html(int status, const QByteArray &text);

}

}
