#pragma once

#include "http.h"
#include "world.h"

/// Plays www.wikidata.org and query.wikidata.org.
namespace origin::wikidata {

HttpReply api(const World &world, const HttpRequest &request); ///< /w/api.php
HttpReply sparql(const World &world, const HttpRequest &request); ///< /sparql
/// Items that a haswbstatement search finds: "haswbstatement:P345=tt0499549|P345=tt1375666".
QByteArrayList haveStatement(const World &world, const QByteArray &search);

}
