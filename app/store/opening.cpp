#include "store/opening.h"

#include "store/sql.h"
#include "store/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

using namespace Qt::Literals;

namespace {

constexpr int BusyTimeout = 10'000; // milliseconds for which another program may write

Error cannotOpen(const QSqlDatabase &database, const QString &message, const QString &where)
{
    return {.kind = Error::Kind::Storage,
            .message = message,
            .detail = where + u": "_s + database.lastError().text().simplified()};
}

Result<> makeFolder(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (QDir().mkpath(folder))
        return {};
    return fail(Error::Kind::Storage, u"The folder for the database cannot be made: %1"_s.arg(folder), path);
}

/// Reading a database in WAL mode needs a file beside it, unless SQLite is told that nobody can write.
QString fileName(const QFileInfo &file, bool readOnly)
{
    const bool immutable = readOnly && !QFileInfo(file.absolutePath()).isWritable()
        && !QFileInfo::exists(file.absoluteFilePath() + u"-wal"_s);
    if (!immutable)
        return file.absoluteFilePath();
    return QUrl::fromLocalFile(file.absoluteFilePath()).toString(QUrl::FullyEncoded) + u"?immutable=1"_s;
}

QString options(bool readOnly)
{
    QString options = u"QSQLITE_BUSY_TIMEOUT=%1"_s.arg(BusyTimeout);
    return readOnly ? options + u";QSQLITE_OPEN_READONLY;QSQLITE_OPEN_URI"_s : options;
}

Result<> checkFile(const QFileInfo &file, bool readOnly)
{
    if (file.isDir())
        return fail(Error::Kind::Invalid, u"%1 is a folder, not a database."_s.arg(file.filePath()));
    if (readOnly && !file.exists())
        return fail(Error::Kind::Missing, u"There is no database %1."_s.arg(file.filePath()));
    if (file.exists() && !file.isReadable())
        return fail(Error::Kind::Storage, u"The database %1 may not be read by you."_s.arg(file.filePath()));
    return makeFolder(file.absoluteFilePath());
}

Result<> settle(Connection &connection, bool readOnly)
{
    QStringList pragmas{u"foreign_keys = ON"_s, u"trusted_schema = OFF"_s, u"temp_store = MEMORY"_s};
    if (readOnly)
        pragmas += {u"query_only = ON"_s, u"cache_size = -16384"_s};
    else
        pragmas += {u"journal_mode = WAL"_s, u"synchronous = NORMAL"_s, u"wal_autocheckpoint = 16000"_s,
                    u"cache_size = -65536"_s};
    for (const QString &pragma : std::as_const(pragmas)) {
        if (const auto done = connection.run(u"PRAGMA "_s + pragma); !done)
            return done;
    }
    return {};
}

Result<QSqlDatabase> openFile(const Address &address, bool readOnly, const QString &name)
{
    auto database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
    if (address.path == ":memory:"_L1) {
        database.setDatabaseName(address.path);
    } else {
        const QFileInfo file(address.path);
        if (const auto usable = checkFile(file, readOnly); !usable)
            return std::unexpected(usable.error());
        database.setDatabaseName(fileName(file, readOnly));
        database.setConnectOptions(options(readOnly));
    }
    if (!database.open())
        return std::unexpected(cannotOpen(database, u"The database cannot be opened."_s, address.path));
    return database;
}

Result<std::unique_ptr<Connection>> sqlite(const Address &address, bool readOnly, const QString &name)
{
    const auto database = openFile(address, readOnly, name);
    if (!database)
        return std::unexpected(database.error());
    auto connection = std::make_unique<Connection>(*database);
    return settle(*connection, readOnly).and_then([&] { return words::addTo(*database); }).transform([&] {
        return std::move(connection);
    });
}

Result<std::unique_ptr<Connection>> postgresql(const Address &address, bool readOnly, const QString &name)
{
    auto database = QSqlDatabase::addDatabase(u"QPSQL"_s, name);
    if (!database.isValid())
        return fail(Error::Kind::Missing, u"Qt's driver for PostgreSQL is not installed (libqt6sql6-psql)."_s);
    database.setHostName(address.host);
    database.setPort(address.port);
    database.setDatabaseName(address.database);
    database.setUserName(address.user);
    database.setPassword(address.password);
    database.setConnectOptions(address.options);
    QStringList settings{u"SET TIME ZONE 'UTC'"_s, u"SET client_min_messages = warning"_s};
    if (readOnly)
        settings.append(u"SET default_transaction_read_only = on"_s);
    auto connection = std::make_unique<Connection>(database, settings);
    return connection->open().transform([&] { return std::move(connection); });
}

/// Whether nothing can be written: said by the address, or by the file.
bool isReadOnly(const Address &address)
{
    const QFileInfo file(address.path);
    return address.readOnly || (file.exists() && !file.isWritable());
}

Result<std::unique_ptr<Connection>> connect(const Address &address, bool readOnly, const QString &name)
{
    return address.engine == Connection::Engine::SQLite ? sqlite(address, readOnly, name)
                                                        : postgresql(address, readOnly, name);
}

/// The person can still look at what is there, though perhaps not all of it.
Result<opening::Opened> readAfter(const Error &failure, const Address &address, const QString &name)
{
    QSqlDatabase::removeDatabase(name);
    return connect(address, true, name).transform([&](std::unique_ptr<Connection> connection) {
        return opening::Opened{.connection = std::move(connection), .news = {.readOnlyBecause = failure}};
    });
}

Result<opening::Opened> openToWrite(const Address &address, const QString &name)
{
    auto connection = connect(address, false, name);
    if (!connection)
        return std::unexpected(connection.error());
    const auto course = migrating::own(address.engine);
    const auto fits = migrations::prepare(**connection).and_then([&] { return course; }).and_then([&](const auto &own) {
        return migrations::version(**connection, own.known);
    });
    if (!fits)
        return std::unexpected(fits.error());
    const auto report = migrating::go(**connection, *course);
    if (report)
        return opening::Opened{.connection = *std::move(connection), .news = {.report = *report}};
    connection->reset();
    return readAfter(report.error(), address, name);
}

}

Result<opening::Opened> opening::open(const QString &text, const QString &name)
{
    const auto address = address::parse(text);
    if (!address)
        return std::unexpected(address.error());
    if (!isReadOnly(*address))
        return openToWrite(*address, name);
    auto connection = connect(*address, true, name);
    if (!connection)
        return std::unexpected(connection.error());
    return migrations::check(**connection).transform([&] { return Opened{.connection = *std::move(connection)}; });
}

Result<std::unique_ptr<Connection>> opening::openToRead(const QString &text, const QString &name)
{
    return address::parse(text).and_then([&](const Address &address) { return connect(address, true, name); });
}

Result<std::unique_ptr<Connection>> opening::openAsItIs(const QString &text, const QString &name)
{
    return address::parse(text).and_then([&](const Address &address) { return connect(address, false, name); });
}
