#pragma once

#include "store/pasting.h"

class RowNames;

/// Changes in words.
namespace editwording {

QString kind(editing::Kind kind);
/// A row by its name: "Dune", "Arrival (new)".
QString row(const QString &table, const QString &key, RowNames &names);
/// A value as a person reads it: "–" for the unknown; what a key refers to is called by its name.
QString value(const QString &table, const QString &column, const records::Cell &value, RowNames &names);
/// The values of a whole row in a line: what people write in it, and known.
QString values(const QString &table, const records::Values &values, RowNames &names);
/// Where a cell is that cannot be meant, and why.
QString fault(const pasting::Fault &fault);
/// What is left out for such cells: "3 cells cannot be meant and are left out", …
QStringList leftOut(qint64 cells, qint64 newRows);

}
