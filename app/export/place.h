#pragma once

#include "data/result.h"

#include <QString>

#include <memory>

/// A folder that appears whole or not at all: it is filled under another name beside its place.
class NewFolder
{
public:
    /// Refuses a place where there is something else than an earlier export.
    static Result<std::unique_ptr<NewFolder>> make(const QString &path);
    ~NewFolder();
    Q_DISABLE_COPY_MOVE(NewFolder)

    const QString &path() const { return m_made; } ///< where to write
    Result<> commit();

private:
    NewFolder(QString path, QString made);

    QString m_path;
    QString m_made; // empty when it has its place
};

/// A file made by somebody who writes files by name: it gets its own name when it is whole.
class NewFile
{
public:
    explicit NewFile(QString path);
    ~NewFile();
    Q_DISABLE_COPY_MOVE(NewFile)

    const QString &path() const { return m_made; }
    Result<> commit();

private:
    QString m_path;
    QString m_made;
};

namespace place {

/// What lies beside an export and describes it: in its folder, or beside its file.
QString manifestOf(const QString &file);
inline const QString Manifest = QStringLiteral("manifest.json");

}
