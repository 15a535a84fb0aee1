#pragma once

#include "http.h"

/// What the action APIs of Wikipedia and Wikidata share.
namespace origin::mediawiki {

constexpr qsizetype MostValues = 50; ///< of titles, pageids, ids in one request

/// An error as the action API tells it: in a 200, its code in a header too.
HttpReply error(const QByteArray &code, const QByteArray &info);
/// A value of several, parted by bars, or by U+001F where it begins with one.
QByteArrayList values(const QByteArray &text);
/// The title in its normal form: spaces, first letter upper.
QByteArray normalTitle(QByteArray title);
bool isTrue(const HttpRequest &request, const char *parameter); ///< flags count by being there

}
