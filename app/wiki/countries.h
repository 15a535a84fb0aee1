#pragma once

#include <QString>

namespace countries {

/// ISO 3166-1 alpha-2 of a country's Wikidata item, a former state by its successor where it has one; empty if unknown.
QString isoOf(const QString &id);

}
