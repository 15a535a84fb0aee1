#include "store/filecopy.h"

#include "store/sql.h"

#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QScopeGuard>
#include <QSqlError>
#include <QThread>
#include <QUuid>

#include <sqlite3.h>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

using namespace Qt::Literals;
using migrating::Course;
using migrating::Report;

namespace {

constexpr int Patience = 600'000; // milliseconds for which another program may migrate the same file
constexpr int BusyTimeout = 10'000; // milliseconds for which another program may write
constexpr int MayBeOpen = 3'000; // milliseconds for which another may have the file open
constexpr int Pause = 50; // milliseconds between two looks whether it still has

/// A connection to the copy, and nobody else's.
class Copy
{
public:
    explicit Copy(const QString &file)
        : m_database(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name))
    {
        m_database.setDatabaseName(file);
    }
    ~Copy()
    {
        m_database = {};
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Copy)

    Result<QStringList> migrate(const Course &course, int from)
    {
        if (!m_database.open())
            return fail(Error::Kind::Storage, u"The copy of the database cannot be opened."_s,
                        m_database.lastError().text());
        Connection connection(m_database);
        // Tables may be made anew while others refer to them; what refers to nothing is found afterwards. A copy that
        // fails is thrown away: it needs no journal.
        const QStringList pragmas{u"foreign_keys = OFF"_s,    u"legacy_alter_table = ON"_s, u"synchronous = OFF"_s,
                                  u"trusted_schema = OFF"_s,  u"journal_mode = OFF"_s,      u"cache_size = -131072"_s,
                                  u"mmap_size = 1073741824"_s};
        return sql::each(pragmas, [&](const QString &pragma) { return connection.run(u"PRAGMA "_s + pragma); })
            .and_then(
                [&] { return connection.atomically([&] { return migrating::tryOut(connection, course, from); }); });
    }

private:
    QString m_name = QUuid::createUuid().toString();
    QSqlDatabase m_database;
};

QString systemsReason(const QString &file)
{
    return file + u": "_s + QString::fromLocal8Bit(std::strerror(errno));
}

std::filesystem::path pathOf(const QString &file)
{
    return QFile::encodeName(file).toStdString();
}

/// Without the WAL, all of the database is in the one file. That needs a moment in which nobody else has it open.
Result<> leaveWal(Connection &connection)
{
    for (int left = MayBeOpen / Pause;; --left) {
        const auto mode = connection.first(u"PRAGMA journal_mode = DELETE"_s, {},
                                           [](const Rows &row) { return row.value(0).toString(); });
        if (mode && *mode == "delete"_L1)
            return {};
        if (left == 0)
            return fail(Error::Kind::Storage, u"Another program has the database open. Close it there and try again."_s,
                        mode ? QString() : mode.error().detail);
        QThread::msleep(Pause);
    }
}

/// While it lives others may read the file, but not write to it.
class WriteLock
{
public:
    explicit WriteLock(const QString &file)
    {
        sqlite3_open_v2(QFile::encodeName(file).constData(), &m_database, SQLITE_OPEN_READWRITE, nullptr);
        sqlite3_busy_timeout(m_database, BusyTimeout);
    }
    ~WriteLock() { sqlite3_close(m_database); }
    Q_DISABLE_COPY_MOVE(WriteLock)

    Result<> take()
    {
        if (sqlite3_exec(m_database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr) == SQLITE_OK)
            return {};
        return fail(Error::Kind::Storage, u"Another program is writing to the database. Try again when it is done."_s,
                    QString::fromUtf8(sqlite3_errmsg(m_database)));
    }

private:
    sqlite3 *m_database = nullptr;
};

bool isSame(const QString &file, const QString &other)
{
    std::error_code none;
    return std::filesystem::equivalent(pathOf(file), pathOf(other), none);
}

/// "movies.sqlite.version-3", and a number where that is taken: no backup is ever written over.
QString freeName(const QString &file, int version)
{
    const QString name = u"%1.version-%2"_s.arg(file).arg(version);
    QString free = name;
    for (int n = 2; QFile::exists(free); ++n) {
        if (isSame(file, free) && QFile::remove(free)) // of somebody who was interrupted: no copy, but the file itself
            break;
        free = u"%1-%2"_s.arg(name).arg(n);
    }
    return free;
}

/// The file under a second name, which it keeps when another takes its own; where a disk has none, a copy.
Result<> backUp(Connection &connection, const QString &file, const QString &backup)
{
    std::error_code cannot;
    std::filesystem::create_hard_link(pathOf(file), pathOf(backup), cannot);
    return cannot ? connection.run(u"VACUUM INTO ?"_s, {backup}) : Result<>();
}

/// On the disk itself, before anything relies on it.
Result<> flush(const QString &file)
{
    const int handle = ::open(QFile::encodeName(file).constData(), O_RDONLY | O_CLOEXEC);
    const auto after = qScopeGuard([&] { ::close(handle); });
    if (handle >= 0 && ::fsync(handle) == 0)
        return {};
    return fail(Error::Kind::Storage, u"The disk did not write the migrated copy."_s, systemsReason(file));
}

/// What takes the file's place belongs to whom the file belongs to, and has its rights.
Result<> resemble(const QString &copy, const QString &file)
{
    const QFileInfo is(copy);
    const QFileInfo wanted(file);
    const bool isTheirs = is.ownerId() == wanted.ownerId() && is.groupId() == wanted.groupId();
    if (!isTheirs && ::chown(QFile::encodeName(copy).constData(), wanted.ownerId(), wanted.groupId()) != 0)
        return fail(Error::Kind::Storage,
                    u"The database belongs to %1. Only they can bring it up to date."_s.arg(wanted.owner()),
                    systemsReason(copy));
    if (!QFile::setPermissions(copy, wanted.permissions()))
        return fail(Error::Kind::Storage, u"The copy of the database could not be given its rights."_s, copy);
    return {};
}

/// At once: whoever looks finds the one or the other.
Result<> takePlace(const QString &file, const QString &copy, const QString &backup)
{
    if (std::rename(QFile::encodeName(copy).constData(), QFile::encodeName(file).constData()) == 0)
        return flush(QFileInfo(file).path());
    const QString reason = systemsReason(file);
    QFile::remove(backup);
    return fail(Error::Kind::Storage, u"The migrated copy could not take the database's place. It is as it was."_s,
                reason);
}

Result<Report> replace(Connection &connection, const QString &file, const Course &course, int from)
{
    const QString copy = file + u".migrating"_s;
    QFile::remove(copy); // of somebody who was interrupted
    const auto after = qScopeGuard([&] { QFile::remove(copy); });
    const QString backup = freeName(file, from);
    return connection
        .run(u"PRAGMA synchronous = OFF"_s) // what is needed on the disk is flushed
        .and_then([&] { return connection.run(u"VACUUM INTO ?"_s, {copy}); })
        .and_then([&] { return Copy(copy).migrate(course, from); })
        .and_then([&](const QStringList &lost) {
            return flush(copy)
                .and_then([&] { return resemble(copy, file); })
                .and_then([&] { return backUp(connection, file, backup); })
                .and_then([&] { return takePlace(file, copy, backup); })
                .transform([&] { return Report{.from = from, .to = course.target, .backup = backup, .lost = lost}; });
        });
}

Result<Report> whileOthersRead(Connection &connection, const QString &file, const Course &course, int from)
{
    WriteLock others(file);
    return leaveWal(connection).and_then([&] { return others.take(); }).and_then([&] {
        return replace(connection, file, course, from);
    });
}

}

Result<Report> filecopy::migrate(Connection &connection, const QString &file, const Course &course)
{
    connection.close(); // whoever waits for another's migration is not in its way
    QLockFile lock(file + u".migrating.lock"_s);
    lock.setStaleLockTime(0); // it may take long; of a program that is gone it is stale all the same
    if (!lock.tryLock(Patience))
        return fail(Error::Kind::Storage,
                    u"Another program is migrating the database, or its folder cannot be written."_s, lock.fileName());
    const auto from = connection.open().and_then([&] { return migrations::version(connection, course.known); });
    if (!from)
        return std::unexpected(from.error());
    if (*from == course.target) // another program was faster
        return Report{.from = *from, .to = *from};
    const auto report = whileOthersRead(connection, file, course, *from);
    const auto back = connection.open().and_then([&] { return connection.run(u"PRAGMA journal_mode = WAL"_s); });
    if (report && !back)
        return std::unexpected(back.error());
    return report;
}
