#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QJsonObject>
#include <QList>
#include <QUrl>

#include <chrono>
#include <utility>

/// The action API that every wiki speaks: https://www.mediawiki.org/wiki/API:Main_page
namespace mediawiki {

using Parameters = QList<std::pair<QString, QString>>; ///< in the order in which they are sent

constexpr int MaxValues = 50; ///< titles or ids in one request

/// Name and value pairs for an address or the body of a form.
QByteArray encode(const Parameters &parameters);

/// The address of a path below an origin that may have a path of its own.
QUrl under(const QUrl &origin, const QString &path, const Parameters &query = {});

/// A request to `…/w/api.php`: GET while the address stays short, a form where many titles are asked for.
Request request(const QUrl &origin, const Parameters &parameters);

/// The answer as JSON. An `error` in it is an Error: Network with its time where the wiki asks to come again later
/// (maxlag, ratelimited, readonly, internal errors), Refused for any other.
Result<QJsonObject> parse(const QByteArray &body);

/// The same request, whose answer is kept for this long unless it is an `error`.
Request kept(Request request, std::chrono::seconds time);

}
