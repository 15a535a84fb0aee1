#pragma once

#include "data/result.h"

#include <QStringList>

/// Rows of any table as text: CSV with a line of headers, a block from a spreadsheet, or JSON Lines.
namespace tabletext {

struct Table
{
    QStringList headers; ///< empty for a block, which has none
    QList<QStringList> lines; ///< null where a line says nothing of a column

    bool operator==(const Table &) const = default;
};

/// Malformed for bytes that are neither, with the line.
Result<Table> parse(const QByteArray &bytes);
/// Cells between tabs (or CSV's commas), without headers.
Result<Table> parseBlock(const QString &text);

}
