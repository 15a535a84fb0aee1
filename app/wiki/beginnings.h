#pragma once

#include "data/result.h"
#include "net/request.h"

#include <QHash>
#include <QStringList>

/// How articles begin, in plain text: https://www.mediawiki.org/wiki/Extension:TextExtracts
namespace wikipedia {

constexpr int BeginningsSize = 20; ///< articles in one request

/// At most BeginningsSize titles, through redirects. Kept for a day.
Request beginningsRequest(const QUrl &wikipedia, const QStringList &titles);
/// The beginnings by the titles that were asked for; what has no article is not among them.
Result<QHash<QString, QString>> parseBeginnings(const QByteArray &body, const QStringList &titles);
/// Without what the wiki leaves of notes, pronunciations and empty brackets.
QString cleanBeginning(const QString &text);

}
