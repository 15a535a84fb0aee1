#pragma once

#include "data/item.h"

/// An item of the contract as a JSON object, and back.
namespace itemjson {

QJsonObject toJson(const Item &item);

/// A known property of the wrong form is an error that names it; unknown ones go to Item::extra.
Result<Item> fromJson(QJsonObject object);

}
