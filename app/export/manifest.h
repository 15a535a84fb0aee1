#pragma once

#include "export/outlets.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSaveFile>

class Connection;

/// What lies beside an export: what it holds, how it is written, where it comes from, and by which licence.
class Manifest
{
public:
    explicit Manifest(const exports::Order &order);

    /// A file of the export; names are without folders.
    void addFile(const QString &name, qint64 bytes, const QByteArray &checksum);
    /// Many files as one: their bytes one after another.
    void addFiles(const QString &pattern, qint64 count, qint64 bytes, const QByteArray &checksum);
    /// A table with how many NULLs and empty texts each column has, which not every format tells apart.
    void addTable(const Sheet &sheet, const QString &file, const Counts &counts);
    void setShortened(int cells);

    /// Writes it beside its place, and reads from the database what names the sources.
    Result<> prepare(Connection &connection, const QString &file);
    /// Puts it in its place.
    Result<> commit();

private:
    Result<> writeArticles(Connection &connection, Sink &sink) const;

    QJsonObject m_head;
    QJsonArray m_files;
    QJsonArray m_tables;
    QStringList m_names; // of the tables that values come from
    QSaveFile m_file;
};
