#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

/// Whether JSON has the form of recorded JSON: the same keys and types at each level.
namespace shape {

/// Keys that all recorded objects have may be wanted of ours, or not (where fewer props were asked for).
enum class Keys { All, Some };

/// What does not fit and where, or nothing. Null fits everything; what was recorded only as null or empty, too.
/// Keys that are data (ids, languages, sites) are compared with any of the recorded ones.
QString misfit(const QJsonValue &ours, const QList<QJsonValue> &recorded, Keys keys = Keys::All,
               const QString &path = QStringLiteral("$"));

}
