#pragma once

#include <QByteArray>

namespace origin {

/// A gzip stream of some 250 kB that unpacks to 256 MB of blanks. Made when first asked for.
const QByteArray &gzipBomb();

}
