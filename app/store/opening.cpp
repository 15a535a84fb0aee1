#include "store/opening.h"

#include "store/server.h"
#include "store/sql.h"
#include "store/words.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>

using namespace Qt::Literals;

namespace {

constexpr int BusyTimeout = 10'000; // milliseconds for which another program may write

Error cannotOpen(const QSqlDatabase &database, const QString &where)
{
    return {.kind = Error::Kind::Storage,
            .message = u"The database cannot be opened."_s,
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
        pragmas += {u"synchronous = NORMAL"_s, u"wal_autocheckpoint = 16000"_s, u"cache_size = -32768"_s};
    return sql::each(pragmas, [&](const QString &pragma) { return connection.run(u"PRAGMA "_s + pragma); });
}

Result<QSqlDatabase> fileDatabase(const Address &address, bool readOnly, const QString &name)
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
    return database;
}

Result<std::unique_ptr<Connection>> sqlite(const Address &address, bool readOnly, const QString &name)
{
    const auto database = fileDatabase(address, readOnly, name);
    if (!database)
        return std::unexpected(database.error());
    auto connection = std::make_unique<Connection>(
        *database,
        [readOnly](Connection &session) {
            return settle(session, readOnly).and_then([&] { return words::addTo(session); });
        },
        [database = *database, path = address.path] { return cannotOpen(database, path); });
    return connection->open().transform([&] { return std::move(connection); });
}

/// In the form that Qt's driver hands on to libpq.
QString connectOptions(const Address &address)
{
    QString text;
    for (auto [name, value] : address::sessionOptions(address).asKeyValueRange())
        text += name + u"='"_s + QString(value).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s) + u"';"_s;
    return text;
}

/// Where Qt cannot open a session, libpq says why. What is well by then was a moment's trouble.
Error diagnose(const Address &address)
{
    const server::Answer answer = server::ask(address);
    if (answer.problem != server::Problem::None)
        return answer.error;
    return {
        .kind = Error::Kind::Lost, .message = u"The database server went away."_s, .detail = address::text(address)};
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
    database.setConnectOptions(connectOptions(address));
    QStringList settings{u"SET TIME ZONE 'UTC'"_s, u"SET client_min_messages = warning"_s};
    if (readOnly)
        settings.append(u"SET default_transaction_read_only = on"_s);
    auto connection = std::make_unique<Connection>(
        database,
        [settings](Connection &session) {
            return sql::each(settings, [&](const QString &setting) { return session.run(setting); });
        },
        [address] { return diagnose(address); });
    return connection->open().transform([&] { return std::move(connection); });
}

/// Why nothing can be written, as the address or the file says. Whoever writes makes files beside it.
std::optional<Error> readOnlyBecause(const Address &address)
{
    if (address.readOnly)
        return Error{.kind = Error::Kind::Storage, .message = u"Its address says so."_s};
    const QFileInfo file(address.path);
    if (file.exists() && !file.isWritable())
        return Error{
            .kind = Error::Kind::Storage, .message = u"You may not write to the file."_s, .detail = address.path};
    if (file.exists() && !QFileInfo(file.absolutePath()).isWritable())
        return Error{
            .kind = Error::Kind::Storage, .message = u"You may not write to its folder."_s, .detail = address.path};
    return std::nullopt;
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

/// What can only be read cannot be brought up to date.
Result<opening::Opened> read(const Error &why, const Address &address, const QString &name)
{
    return readAfter(why, address, name).and_then([](opening::Opened opened) {
        return migrations::check(*opened.connection).transform([&](const std::optional<Error> &older) {
            if (older)
                opened.news.readOnlyBecause = older;
            return std::move(opened);
        });
    });
}

/// Of a server: whether we can work there, and only read or write as well.
Result<std::optional<Error>> look(Connection &connection, const Address &address)
{
    if (address.engine == Connection::Engine::SQLite)
        return std::nullopt;
    const auto facts = connection.first(server::FactsSql, {}, [](const Rows &row) {
        return server::factsFrom([&](int column) { return row.value(column).toString(); });
    });
    const auto user
        = connection.first(u"SELECT current_user"_s, {}, [](const Rows &row) { return row.value(0).toString(); });
    if (!facts || !user)
        return std::unexpected(facts ? user.error() : facts.error());
    if (const auto obstacle = server::obstacle(**facts, **user))
        return std::unexpected(*obstacle);
    return server::onlyToBeRead(**facts, **user);
}

Result<opening::Opened> openToWrite(const Address &address, const QString &name)
{
    auto connection = connect(address, false, name);
    if (!connection)
        return std::unexpected(connection.error());
    const auto onlyRead = look(**connection, address);
    if (!onlyRead)
        return std::unexpected(onlyRead.error());
    if (const auto &why = *onlyRead) {
        connection->reset();
        return read(*why, address, name);
    }
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
    if (const auto why = readOnlyBecause(*address))
        return read(*why, *address, name);
    return openToWrite(*address, name);
}

Result<std::unique_ptr<Connection>> opening::openToRead(const QString &text, const QString &name)
{
    return address::parse(text).and_then([&](const Address &address) { return connect(address, true, name); });
}

Result<std::unique_ptr<Connection>> opening::openAsItIs(const QString &text, const QString &name)
{
    return address::parse(text).and_then([&](const Address &address) -> Result<std::unique_ptr<Connection>> {
        if (address.readOnly)
            return fail(Error::Kind::Storage, u"The database can only be read: its address says so."_s,
                        address::text(address));
        return connect(address, false, name);
    });
}
