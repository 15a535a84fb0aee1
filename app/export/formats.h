#pragma once

#include "export/order.h"

#include <QStringList>

/// What there is to choose from.
namespace formats {

QList<exports::Format> all();
/// As a command names it: "jsonl".
QString name(exports::Format format);
std::optional<exports::Format> byName(const QString &name);
/// Of its files: "jsonl", "sqlite.sql".
QString suffix(exports::Format format);
/// Whether the format can hold that.
bool holds(exports::Format format, exports::Content content);
/// Whether it is one file for all tables.
bool isOneFile(exports::Format format);

}
