#pragma once

#include <QString>

namespace origin {

/// A plot of realistic length that means nothing, the same for the same number.
QByteArray plot(qint32 seed);

}
