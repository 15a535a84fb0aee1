#pragma once

#include "wiki/jsonview.h"

namespace wikidata {

/// The statements that count: the preferred ones if there are any, else the normal ones; deprecated ones never. Of the
/// publication date (P577) preferred and normal ones: editors prefer a country's date, and the earliest is wanted.
QList<JsonView> counting(std::string_view property, const JsonView &statements);

/// Whether facts or the matching read this property, and this qualifier.
bool isUsedProperty(std::string_view property);
bool isUsedQualifier(std::string_view property);

}
