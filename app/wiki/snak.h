#pragma once

#include "data/entity.h"
#include "wiki/jsonview.h"

namespace wikidata {

/// The value of a snak: https://www.mediawiki.org/wiki/Wikibase/DataModel/JSON#Snaks. monostate for novalue, somevalue
/// and whatever is not of its form.
SnakValue valueOf(const JsonView &snak);

/// "+1939-08-25T00:00:00Z" with its precision; parts beyond the precision are left out.
std::optional<WikiTime> timeOf(const QString &text, int precision);

/// Writes, as members of an open object, only what valueOf() reads.
void writeSnak(JsonWriter &json, const JsonView &snak);

}
