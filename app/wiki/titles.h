#pragma once

#include <QHash>
#include <QJsonObject>
#include <QStringList>

/// Titles as they are asked for and as the wiki answers them.
namespace wikipedia {

/// A title as the wiki takes it: composed characters, single spaces. Empty if no article can have it.
QString cleanTitle(const QString &title);
/// All that can be titles, in one value of a request.
QString joinTitles(const QStringList &titles);

/// `normalized` and `redirects` of an answer: from → to.
QHash<QString, QString> leadsTo(const QJsonObject &query);
/// Where a title leads in the end; itself if nowhere else.
QString follow(const QHash<QString, QString> &leads, const QString &title);

}
