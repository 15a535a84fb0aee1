#include "store/filecopy.h"

#include "store/sql.h"

#include <QFile>
#include <QLockFile>
#include <QSqlError>
#include <QUuid>

#include <sqlite3.h>

using namespace Qt::Literals;
using migrating::Course;
using migrating::Report;

namespace {

constexpr int BusyTimeout = 10'000; // milliseconds for which another program may write
constexpr int Patience = 600'000; // milliseconds for which another program may migrate the same file
constexpr int Tries = 3;

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
        // Tables may be made anew while others refer to them; what refers to nothing is found afterwards.
        const QStringList pragmas{u"foreign_keys = OFF"_s, u"legacy_alter_table = ON"_s, u"synchronous = OFF"_s,
                                  u"trusted_schema = OFF"_s};
        return sql::each(pragmas, [&](const QString &pragma) { return connection.run(u"PRAGMA "_s + pragma); })
            .and_then(
                [&] { return connection.atomically([&] { return migrating::tryOut(connection, course, from); }); });
    }

private:
    QString m_name = QUuid::createUuid().toString();
    QSqlDatabase m_database;
};

/// The number that changes when another connection has written.
std::optional<qint64> dataVersion(Connection &connection)
{
    return connection.first(u"PRAGMA data_version"_s, {}, [](const Rows &row) { return row.value(0).toLongLong(); })
        .value_or(std::nullopt);
}

/// "movies.sqlite.version-3", and a number where that is taken: no backup is ever written over.
QString freeName(const QString &file, int version)
{
    const QString name = u"%1.version-%2"_s.arg(file).arg(version);
    QString free = name;
    for (int n = 2; QFile::exists(free); ++n)
        free = u"%1-%2"_s.arg(name).arg(n);
    return free;
}

Result<> copyTo(const QString &from, const QString &to)
{
    QFile::remove(to); // of somebody who was interrupted
    QFile file(from);
    if (file.copy(to))
        return {};
    const QString reason = file.errorString();
    QFile::remove(to);
    return fail(Error::Kind::Storage, u"The database could not be copied. Make room beside it and try again."_s,
                reason);
}

Result<> rename(const QString &from, const QString &to)
{
    QFile file(from);
    if (file.rename(to))
        return {};
    return fail(Error::Kind::Storage, u"The backup of the database could not be given its name."_s,
                to + u": "_s + file.errorString());
}

/// One try: no report where another program has written meanwhile.
Result<std::optional<Report>> attempt(Connection &connection, const QString &file, const Course &course, int from)
{
    const QString backup = freeName(file, from);
    const QString copy = file + u".migrating"_s;
    const QString unfinished = file + u".migrating.backup"_s; // it gets its name when it is whole
    QFile::remove(unfinished); // of somebody who was interrupted
    const auto version = dataVersion(connection);
    QStringList lost;
    const auto placed = connection.run(u"VACUUM INTO ?"_s, {unfinished})
                            .and_then([&] { return rename(unfinished, backup); })
                            .and_then([&] { return copyTo(backup, copy); })
                            .and_then([&] { return Copy(copy).migrate(course, from); })
                            .and_then([&](const QStringList &taken) {
                                lost = taken;
                                return filecopy::putInPlace(
                                    file, copy, [&] { return version && dataVersion(connection) == version; });
                            });
    QFile::remove(copy);
    QFile::remove(unfinished);
    if (!placed || !*placed)
        QFile::remove(backup);
    if (!placed)
        return std::unexpected(placed.error());
    if (!*placed)
        return std::nullopt;
    return Report{.from = from, .to = course.target, .backup = backup, .lost = lost};
}

struct Closing
{
    void operator()(sqlite3 *database) const { sqlite3_close(database); }
};
using Handle = std::unique_ptr<sqlite3, Closing>;

Handle opened(const QString &file, int flags)
{
    sqlite3 *database = nullptr;
    sqlite3_open_v2(QFile::encodeName(file).constData(), &database, flags, nullptr);
    sqlite3_busy_timeout(database, BusyTimeout);
    return Handle(database);
}

Error notPlaced(sqlite3 *database)
{
    const int code = sqlite3_errcode(database);
    const QString message = code == SQLITE_BUSY
        ? u"Another program is using the database. Try again when it is done. Nothing was changed."_s
        : u"The migrated copy could not take the database's place. It is as it was."_s;
    return {.kind = Error::Kind::Storage,
            .message = message,
            .detail = u"%1 (%2)"_s.arg(QString::fromUtf8(sqlite3_errmsg(database))).arg(code)};
}

}

Result<bool> filecopy::putInPlace(const QString &file, const QString &copy, const std::function<bool()> &isUnchanged)
{
    const Handle to = opened(file, SQLITE_OPEN_READWRITE);
    const Handle from = opened(copy, SQLITE_OPEN_READONLY);
    sqlite3_backup *backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    if (!backup)
        return std::unexpected(notPlaced(to.get()));
    const bool isLocked = sqlite3_backup_step(backup, 0) == SQLITE_OK; // no page yet, but nobody else can write
    const bool isStale = isLocked && !isUnchanged();
    const bool isWhole = isLocked && !isStale && sqlite3_backup_step(backup, -1) == SQLITE_DONE;
    sqlite3_backup_finish(backup); // takes back what is not whole
    if (isStale)
        return false;
    if (!isWhole)
        return std::unexpected(notPlaced(to.get()));
    return true;
}

Result<Report> filecopy::migrate(Connection &connection, const QString &file, const Course &course)
{
    QLockFile lock(file + u".migrating.lock"_s);
    lock.setStaleLockTime(0); // it may take long; of a program that is gone it is stale all the same
    if (!lock.tryLock(Patience))
        return fail(Error::Kind::Storage,
                    u"Another program is migrating the database, or its folder cannot be written."_s, lock.fileName());
    for (int n = 0; n < Tries; ++n) {
        const auto from = migrations::version(connection, course.known);
        if (!from)
            return std::unexpected(from.error());
        if (*from == course.target) // another program was faster
            return Report{.from = *from, .to = *from};
        const auto report = attempt(connection, file, course, *from);
        if (!report)
            return std::unexpected(report.error());
        if (*report) {
            std::ignore = connection.run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s); // it held the whole file once more
            return **report;
        }
    }
    return fail(Error::Kind::Storage, u"Another program goes on writing to the database. Close it and try again."_s);
}
