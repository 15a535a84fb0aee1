#include "connection.h"

#include "origin.h"

#include <QTimer>

using namespace std::chrono_literals;

namespace origin {

namespace {

constexpr qsizetype LongestHead = 64 * 1024;
constexpr qsizetype LongestBody = 16 * 1024 * 1024;
constexpr qsizetype FloodPiece = 1024 * 1024;

QByteArray head(const HttpReply &reply, const QByteArray &length)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(reply.status) + ' ' + http::reason(reply.status)
        + "\r\nContent-Type: " + reply.contentType + "\r\n" + length + "\r\n";
    for (const auto &[name, value] : reply.headers)
        text += name + ": " + value + "\r\n";
    return text + "\r\n";
}

QByteArray lengthOf(const QByteArray &body)
{
    return "Content-Length: " + QByteArray::number(body.size());
}

}

Connection::Connection(Origin &origin, qintptr handle)
    : QTcpSocket(&origin)
    , m_origin(origin)
{
    setSocketDescriptor(handle);
    setSocketOption(LowDelayOption, 1);
    connect(this, &QTcpSocket::readyRead, this, &Connection::read);
    connect(this, &QTcpSocket::disconnected, this, [this] {
        finish();
        deleteLater();
    });
}

void Connection::read()
{
    m_buffer += readAll();
    while (!m_busy && readRequest()) { }
}

bool Connection::readRequest()
{
    if (!m_headRead) {
        const qsizetype end = m_buffer.indexOf("\r\n\r\n");
        if (end < 0 && m_buffer.size() < LongestHead)
            return false;
        m_request = {};
        if (end < 0 || !http::parseHead(m_buffer.first(end), m_request)) {
            close();
            return false;
        }
        m_buffer.remove(0, end + 4);
        m_headRead = true;
    }
    return readBody();
}

bool Connection::readBody()
{
    const qint64 length = m_request.header("content-length").toLongLong();
    if (length < 0 || length > LongestBody) {
        close();
        return false;
    }
    if (m_buffer.size() < length)
        return false;
    m_request.body = m_buffer.first(length);
    m_buffer.remove(0, length);
    m_headRead = false;
    http::readQuery(m_request);
    take(m_origin.answer(m_request));
    return true;
}

void Connection::take(Outgoing out)
{
    m_busy = true;
    m_counted = out.counted;
    if (out.delay == 0ms)
        return deliver(out.reply, out.delivery);
    QTimer::singleShot(out.delay, this,
                       [this, reply = std::move(out.reply), how = out.delivery] { deliver(reply, how); });
}

void Connection::deliver(const HttpReply &reply, Delivery delivery)
{
    switch (delivery) {
    case Delivery::Whole:
        write(head(reply, lengthOf(reply.body)));
        write(reply.body);
        finish();
        return;
    case Delivery::Cut:
        write(head(reply, lengthOf(reply.body)) + reply.body.first(reply.body.size() / 2));
        return disconnectFromHost();
    case Delivery::Slow:
        return drip(head(reply, lengthOf(reply.body)) + reply.body);
    case Delivery::Endless:
        write(head(reply, "Connection: close"));
        connect(this, &QTcpSocket::bytesWritten, this, &Connection::flood);
        return flood();
    case Delivery::Closed:
        return abort();
    case Delivery::Silent:
        return;
    }
}

/// A few bytes at a time: an hour for a page.
void Connection::drip(QByteArray bytes)
{
    if (bytes.isEmpty())
        return finish();
    write(bytes.first(std::min<qsizetype>(bytes.size(), 16)));
    bytes.remove(0, 16);
    QTimer::singleShot(50ms, this, [this, bytes] { drip(bytes); });
}

void Connection::flood()
{
    if (bytesToWrite() < FloodPiece)
        write(QByteArray(FloodPiece, ' '));
}

/// The answer has gone out: the next request of this connection may be read.
void Connection::finish()
{
    if (m_counted)
        m_origin.sent();
    m_counted = false;
    if (!std::exchange(m_busy, false) || m_buffer.isEmpty())
        return;
    QMetaObject::invokeMethod(this, &Connection::read, Qt::QueuedConnection);
}

}
