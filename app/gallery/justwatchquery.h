#pragma once

#include "gallery/justwatch.h"
#include "net/request.h"

/// What is asked of JustWatch's API, word by word.
namespace justwatch {

/// A page of a gallery, and what its question leaves out since the API refused it. As text it is a page's cursor, so
/// that the next question, even after a restart, is not refused again.
struct Place
{
    QString after; ///< the API's own cursor, empty for the first page
    bool asksWikidataIds = true;
    bool asksSmallPages = false;

    static Place fromCursor(QString cursor);
    QString toCursor() const;
    /// Leaves out what the refusal is about. False if there is nothing more to leave out.
    bool simplify(const Error &refusal);
    bool operator==(const Place &) const = default;
};

Request providersRequest(const Origins &origins, const QString &country);
Request pageRequest(const Origins &origins, const Gallery &gallery, const Part &part, const Place &place);
Request countRequest(const Origins &origins, const Gallery &gallery, const Part &part);

/// TitleFilter of a part of a gallery: its provider, its own filter, and the years of both; nothing if no year is in
/// both.
std::optional<QJsonObject> titleFilter(const Gallery &gallery, const Part &part);

/// A country that the API could know: two capitals.
Result<> checkCountry(const QString &country);

}
