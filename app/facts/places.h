#pragma once

#include <QString>

/// Countries by their English names.
namespace places {

bool isCountry(const QString &name);

/// "United States" of "USA", "U.S." or "the United States"; the name itself if it has no other.
QString country(const QString &name);

/// "United States" of "US" (ISO 3166-1 alpha-2); empty if it is none.
QString countryOf(const QString &code);

}
