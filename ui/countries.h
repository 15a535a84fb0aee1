#pragma once

#include <QStringList>

class QLocale;

/// The countries that JustWatch has galleries of, as ISO 3166-1 alpha-2 codes.
namespace countries {

const QStringList &codes();

/// "United States"
QString name(const QString &code);

/// The country of a locale, or the United States where that one has no galleries.
QString ofLocale(const QLocale &locale);

}
