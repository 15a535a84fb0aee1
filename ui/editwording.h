#pragma once

#include "store/editing.h"

/// Changes in words.
namespace editwording {

QString kind(editing::Kind kind);
/// A row's key; a row that is not made yet is "(new)".
QString row(const QString &key);
/// A value as a person reads it: "–" for the unknown.
QString value(const QString &table, const QString &column, const records::Cell &value);
/// The values of a whole row in a line: what people write in it, and known.
QString values(const QString &table, const records::Values &values);

}
