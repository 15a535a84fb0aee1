#include "export/place.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals;

namespace {

QString unused(const QString &path)
{
    return u"%1.%2.part"_s.arg(path, QUuid::createUuid().toString(QUuid::Id128).left(8));
}

Error cannotPlace(const QString &path)
{
    return {.kind = Error::Kind::Storage,
            .message = u"%1 could not be put in its place: %2. What was there before is as it was."_s.arg(
                path, QString::fromLocal8Bit(std::strerror(errno))),
            .detail = path};
}

/// So that after a power cut there is the old or the new, not half of it.
void sync(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return;
    ::fsync(file);
    ::close(file);
}

bool isEarlierExport(const QString &folder)
{
    return QFile::exists(folder + u'/' + place::Manifest);
}

}

Result<std::unique_ptr<NewFolder>> NewFolder::make(const QString &path)
{
    const QFileInfo there(QDir::cleanPath(QDir::current().absoluteFilePath(path)));
    const QString file = there.filePath();
    if (there.exists() && !there.isDir())
        return fail(Error::Kind::Invalid, u"%1 is a file. This export is a folder of files: name another."_s.arg(path));
    if (there.isDir() && !QDir(file).isEmpty() && !isEarlierExport(file))
        return fail(
            Error::Kind::Invalid,
            u"The folder %1 holds something else than an export. Name a new folder, or an empty one."_s.arg(path));
    const QString made = unused(file);
    if (!QDir().mkpath(made))
        return fail(Error::Kind::Storage, u"The folder %1 cannot be made."_s.arg(path), made);
    return std::unique_ptr<NewFolder>(new NewFolder(file, made));
}

NewFolder::NewFolder(QString path, QString made)
    : m_path(std::move(path))
    , m_made(std::move(made))
{
}

NewFolder::~NewFolder()
{
    if (!m_made.isEmpty())
        QDir(m_made).removeRecursively();
}

Result<> NewFolder::commit()
{
    const QByteArray made = QFile::encodeName(m_made);
    const QByteArray place = QFile::encodeName(m_path);
    if (::rename(made.constData(), place.constData()) == 0) { // also over an empty folder
        m_made.clear();
        return {};
    }
    if (::renameat2(AT_FDCWD, made.constData(), AT_FDCWD, place.constData(), RENAME_EXCHANGE) != 0)
        return std::unexpected(cannotPlace(m_path));
    return {}; // what is under the other name now is the old one, and goes
}

NewFile::NewFile(QString path)
    : m_path(std::move(path))
    , m_made(unused(m_path))
{
}

NewFile::~NewFile()
{
    QFile::remove(m_made);
}

Result<> NewFile::commit()
{
    sync(m_made);
    if (::rename(QFile::encodeName(m_made).constData(), QFile::encodeName(m_path).constData()) == 0)
        return {};
    return std::unexpected(cannotPlace(m_path));
}

QString place::manifestOf(const QString &file)
{
    return file + u".manifest.json"_s;
}
