#pragma once

#include "data/result.h"
#include "export/sha256.h"

#include <QFile>

#include <string>

/// A file in pieces, counted and summed up on the way: what is not used up yet stands together with what follows.
class FileText
{
public:
    explicit FileText(const QString &path);

    Result<> open();
    /// Not used up yet.
    std::string_view text() const { return std::string_view(m_text).substr(m_at); }
    char *data() { return m_text.data() + m_at; }
    void use(size_t bytes) { m_at += bytes; }
    /// Reads on; false at the end of the file.
    Result<bool> more();

    QString name() const { return m_file.fileName(); }
    QByteArray checksum() const { return m_hash.hex(); } ///< of all that was read

private:
    QFile m_file;
    std::string m_text;
    size_t m_at = 0;
    Sha256 m_hash;
};
