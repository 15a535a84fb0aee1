#include "net/request.h"

#include <QCryptographicHash>

QByteArray Request::key() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(method == Method::Get ? "GET " : "POST ");
    hash.addData(url.toEncoded(QUrl::RemoveFragment));
    hash.addData("\n");
    hash.addData(body);
    return hash.result().toHex();
}
