#pragma once

#include "export/filetext.h"
#include "store/rowstream.h"

#include <QStringList>

/// The rows of a file. Cells are texts, NULL told apart from the empty one where the format can.
class FileRows : public RowStream
{
public:
    /// Reads what names the columns.
    virtual Result<> open() = 0;
    const QStringList &columns() const { return m_columns; }
    qint64 line() const { return m_line; } ///< where the present row begins, from 1
    QByteArray checksum() const { return m_file.checksum(); } ///< of the file, once it is read

protected:
    explicit FileRows(const QString &path)
        : m_file(path)
    {
    }
    /// "movies.csv, line 7: …"
    std::unexpected<Error> broken(const QString &why) const;

    FileText m_file;
    QStringList m_columns;
    qint64 m_line = 0;
};

namespace filerows {

/// RFC 4180, with or without a byte order mark. `isGuarded`: takes away the apostrophes of the guard.
std::unique_ptr<FileRows> csv(const QString &path, char separator, bool isGuarded);
/// An object a line, all of one form; also with the brackets and commas of an array around them, as exports have them.
std::unique_ptr<FileRows> json(const QString &path);

}
