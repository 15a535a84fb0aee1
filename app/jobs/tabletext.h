#pragma once

#include "data/result.h"
#include "gallery/csvreader.h"

#include <QStringList>

/// Rows of any table as text: CSV with a line of headers, a block from a spreadsheet, or JSON Lines.
namespace tabletext {

struct Table
{
    QStringList headers; ///< empty for a block, which has none
    QList<QStringList> lines; ///< null where a line says nothing of a column
    QList<int> places; ///< lines of the text at which they begin, from 0; none in a block

    bool operator==(const Table &) const = default;
};

/// CSV or JSON Lines, part by part. The bytes must outlive it.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes);

    bool atEnd() const { return m_objects.isEmpty() && m_csv.atEnd(); }
    /// The lines that come next, at most so many. Of JSON Lines, each part has the headers that its own lines have.
    /// Malformed for bytes that are neither, with the line.
    Result<Table> next(qsizetype most);

private:
    Result<Table> nextObjects(qsizetype most);
    Result<Table> nextRecords(qsizetype most);

    bool m_isJson;
    QByteArrayView m_objects; // that come next
    int m_line = 0; // of the objects
    CsvReader m_csv;
    QStringList m_headers; // of CSV
};

/// All of it.
Result<Table> parse(const QByteArray &bytes);
/// Cells between tabs (or CSV's commas), without headers.
Result<Table> parseBlock(const QString &text);

}
