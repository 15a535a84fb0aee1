#pragma once

#include "http.h"
#include "searchindex.h"

/// Plays en.wikipedia.org.
namespace origin::wikipedia {

HttpReply rest(const World &world, const HttpRequest &request); ///< /w/rest.php/v1/…
HttpReply api(const World &world, const HttpRequest &request); ///< /w/api.php
HttpReply robots();

QByteArray keyOf(const QByteArray &title); ///< underscores for spaces
/// A piece of the page's text with the words marked, as HTML: spans of class searchmatch, entities.
QByteArray excerpt(const World &world, const Page &page, const QByteArrayList &words);

}
