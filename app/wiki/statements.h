#pragma once

#include "wiki/jsonview.h"

namespace wikidata {

/// The statements of the best rank: the preferred ones if there are any, else the normal ones; deprecated ones never.
QList<JsonView> bestRanked(const JsonView &statements);

/// Whether facts or the matching read this property, and this qualifier.
bool isUsedProperty(std::string_view property);
bool isUsedQualifier(std::string_view property);

}
