#pragma once

#include "wiki/wikitext.h"

/// The parameters of `Infobox film`: https://en.wikipedia.org/wiki/Template:Infobox_film
namespace infobox {

/// The present name of a parameter: "studio" is "production_companies".
QString canonicalParameter(const QString &name);

/// The fields that have a value, by present names, each taken apart as its kind wants it.
QMap<QString, InfoboxField> fields(const wikitext::Template &call);

}
