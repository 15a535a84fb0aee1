#pragma once

#include "http.h"
#include "misbehaviour.h"

#include <QTcpSocket>

class Origin;

namespace origin {

struct Outgoing;

/// One connection of a client: requests come one after the other, answers in their order (HTTP/1.1, kept alive).
class Connection : public QTcpSocket
{
    Q_OBJECT

public:
    Connection(Origin &origin, qintptr handle);
    ~Connection() override { disconnect(); } // closing must not come back to what is gone
    Q_DISABLE_COPY_MOVE(Connection)

private:
    void read();
    bool readRequest(); ///< and answers it; false if it is not whole yet
    bool readBody();
    void take(Outgoing out);
    void deliver(const HttpReply &reply, Delivery delivery);
    void drip(QByteArray bytes);
    void flood();
    void finish();

    Origin &m_origin;
    QByteArray m_buffer;
    HttpRequest m_request;
    bool m_headRead = false;
    bool m_busy = false;
    bool m_counted = false;
};

}
