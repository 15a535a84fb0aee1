#pragma once

#include "data/gallery.h"
#include "data/result.h"

/// Addresses that people type or paste.
namespace galleryaddress {

/// What an address of www.justwatch.com means. The provider is still the word that stood there (slug).
struct Address
{
    QString country; ///< ISO code: "uk" in the path is GB
    QString provider; ///< "max", "hbo-max"; short codes "mxx,nfx" from a query
    QJsonObject filter; ///< genres, years and scores of the query, as TitleFilter names them
    QUrl url; ///< as it was given, filters included, whole, and at its first page

    bool operator==(const Address &) const = default;
};

/// Reads "https://www.justwatch.com/us/provider/max/movies", also localised, without scheme, with filters. A filter
/// that cannot be carried over is an error, since the gallery would not be the one that the person sees.
Result<Address> parse(QStringView text);

/// The address of a gallery as a person would open it.
QUrl url(const QString &country, const Provider &provider);
/// The same address with the word by which the provider is called now.
QUrl renewed(QUrl url, const Provider &provider);

}
