#pragma once

#include "world.h"

#include <QJsonObject>

namespace origin {

/// Claims in the short form of the sample: "Q…" an item, other strings as they are, numbers as amounts, and objects
/// {time, precision, place}, {amount, unit}, {item, character}, {score, by, method}.
QList<Claim> readClaims(const QJsonObject &claims);

}
