#pragma once

#include <QString>

/// Currencies as they are written.
namespace currency {

/// ISO 4217 of a sign, code or name ("US$", "kr", "Norwegian Kroner"); empty if it is not of one currency alone.
QString code(QStringView written);

/// Patterns that match what code() knows, before and behind an amount.
QString prefixPattern();
QString suffixPattern();

/// The currency of an amount that only names its kind, by the country the film is of: "Rs" and crores in India are INR.
QString ofCountry(const QString &country);

/// ISO 4217 of a Wikidata item of a currency; empty if it is not known.
QString ofItem(const QString &id);

}
