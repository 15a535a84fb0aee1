#pragma once

#include "data/result.h"

#include <QVariantList>

class QIODevice;

/// Rows as CSV by RFC 4180: CRLF, quotes where needed, NULL as nothing and the empty text as "".
namespace csv {

QByteArray line(const QVariantList &cells);
Result<> write(QIODevice &out, const QStringList &headers, const QList<QVariantList> &rows);

}
