#pragma once

#include "gallery/page.h"

/// One node of JustWatch as an item.
namespace justwatch {

bool isMovie(const QJsonObject &node);

/// An error if there is no id or no title. Ids and numbers that cannot be are unknown, and noted.
Result<Item> readItem(const QJsonObject &node, const Gallery &gallery, const QDateTime &at, QList<Error> &notes);

}
