#pragma once

#include "data/result.h"

#include <QByteArrayView>
#include <QStringList>

/// Reads CSV as RFC 4180 has it, record by record: quoted cells may hold line breaks; `,`, `;` or tabs between cells.
class CsvReader
{
public:
    struct Record
    {
        int line = 0; ///< where it begins, from 1
        QStringList cells;
    };

    /// The text is UTF-8, with or without a byte order mark, and must outlive the reader.
    explicit CsvReader(QByteArrayView text);

    bool atEnd() const { return m_rest.isEmpty(); }
    /// Malformed: not UTF-8, a quote that never closes, more than 4 MiB. Empty lines are records of one empty cell.
    Result<Record> next();

private:
    Result<> readCell(QByteArray &cell);
    Result<> readQuoted(QByteArray &cell);
    bool atEndOfCell() const { return m_rest.isEmpty() || m_rest[0] == m_delimiter || m_rest[0] == '\n'; }
    void skip(qsizetype count);

    QByteArrayView m_rest;
    char m_delimiter = ',';
    int m_line = 1;
};
