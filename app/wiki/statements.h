#pragma once

#include <QJsonArray>
#include <QString>

namespace wikidata {

/// The statements of the best rank: the preferred ones if there are any, else the normal ones; deprecated ones never.
QJsonArray bestRanked(const QJsonArray &statements);

/// Whether facts or the matching read this property, and this qualifier.
bool isUsedProperty(const QString &property);
bool isUsedQualifier(const QString &property);

}
