#include "store/migrations.h"

#include "store/sql.h"

#include <QCryptographicHash>
#include <QDir>
#include <QRegularExpression>

using namespace Qt::Literals;
using migrations::Migration;

namespace {

bool hasTable(Connection &connection, const QString &name)
{
    const auto sql = connection.engine() == Connection::Engine::SQLite
        ? u"SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?"_s
        : u"SELECT 1 FROM pg_tables WHERE schemaname = current_schema() AND tablename = ?"_s;
    return connection.first(sql, {name}, [](const Rows &) { return true; }).value_or(std::nullopt).has_value();
}

/// A file of another program is not ours to change. A server's database may hold more than ours.
Result<> refuseForeign(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL) {
        if (hasTable(connection, u"movies"_s))
            return fail(Error::Kind::Invalid,
                        u"The database has a table \"movies\" that Cineteca has not made. "
                        "Name another database, or an empty one."_s);
        return {};
    }
    const auto any = connection.first(
        u"SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT IN (?, ?) LIMIT 1"_s,
        {u"sqlite_sequence"_s, u"schema_migrations"_s}, [](const Rows &row) { return row.value(0).toString(); });
    if (!any)
        return std::unexpected(any.error());
    if (*any)
        return fail(Error::Kind::Invalid, u"The file is a database of another program. Name another file."_s,
                    u"It has a table \"%1\"."_s.arg(**any));
    return {};
}

Result<> makeList(Connection &connection)
{
    return connection.run(u"CREATE TABLE IF NOT EXISTS schema_migrations ("
                          "number INTEGER NOT NULL, name TEXT NOT NULL, checksum TEXT NOT NULL, "
                          "applied_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, "
                          "CONSTRAINT schema_migrations_pkey PRIMARY KEY (number))"_s);
}

/// Of two programs that open a new database at once, the second waits, and finds it made.
Result<> waitForOthers(Connection &connection)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return {}; // the transaction is the lock
    return connection.run(u"SELECT pg_advisory_xact_lock(hashtext('schema_migrations'))"_s);
}

Result<> prepare(Connection &connection)
{
    if (hasTable(connection, u"schema_migrations"_s))
        return {};
    return connection.atomically([&]() -> Result<> {
        if (const auto alone = waitForOthers(connection); !alone || hasTable(connection, u"schema_migrations"_s))
            return alone;
        return refuseForeign(connection).and_then([&] { return makeList(connection); });
    });
}

Result<> compare(const QList<Migration> &ours, const QList<Migration> &theirs)
{
    for (const Migration &theirsNext : theirs) {
        const auto same = std::ranges::find(ours, theirsNext.number, &Migration::number);
        if (same == ours.end())
            return fail(Error::Kind::Invalid,
                        u"The database was made by a newer version of Cineteca. Update the program to open it."_s,
                        u"It has step %1, %2; this program knows %3."_s.arg(theirsNext.number)
                            .arg(theirsNext.name)
                            .arg(ours.size()));
        if (same->checksum != theirsNext.checksum)
            return fail(Error::Kind::Invalid, u"The database was made by another build of Cineteca and differs."_s,
                        u"Step %1, %2, is not the same here."_s.arg(theirsNext.number).arg(theirsNext.name));
    }
    return {};
}

Result<> runStep(Connection &connection, const Migration &step)
{
    for (const QString &statement : migrations::statements(step.sql)) {
        if (auto done = connection.run(statement); !done) {
            done.error().message
                = u"The database could not be brought up to date (step %1, %2). It is as it was. %3"_s.arg(step.number)
                      .arg(step.name, done.error().message);
            return done;
        }
    }
    return connection.run(u"INSERT INTO schema_migrations (number, name, checksum) VALUES (?, ?, ?)"_s,
                          {step.number, step.name, QString::fromLatin1(step.checksum)});
}

Result<> applyOne(Connection &connection, const Migration &step)
{
    return connection.atomically([&]() -> Result<> {
        if (const auto alone = waitForOthers(connection); !alone)
            return alone;
        const auto done = migrations::applied(connection);
        if (!done)
            return std::unexpected(done.error());
        if (std::ranges::contains(*done, step.number, &Migration::number))
            return {};
        return runStep(connection, step);
    });
}

Result<Migration> readStep(const QString &path, const QString &fileName)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Storage, u"A migration is missing from the program."_s, path);
    Migration step{.number = fileName.left(4).toInt(),
                   .name = fileName.section(u'.', 0, 0).sliced(5),
                   .sql = QString::fromUtf8(file.readAll())};
    step.checksum = migrations::checksum(step.sql);
    return step;
}

}

QStringList migrations::statements(const QString &sql)
{
    static const QRegularExpression end(u";[ \\t]*\\n\\s*\\n|;\\s*$"_s);
    return sql.split(end, Qt::SkipEmptyParts);
}

QByteArray migrations::checksum(const QString &sql)
{
    static const QRegularExpression comment(u"--[^\\n]*"_s);
    const QString plain = QString(sql).remove(comment).simplified();
    return QCryptographicHash::hash(plain.toUtf8(), QCryptographicHash::Sha256).toHex();
}

Result<QList<Migration>> migrations::known(Connection::Engine engine)
{
    const QString pattern = engine == Connection::Engine::SQLite ? u"*.sqlite.sql"_s : u"*.postgresql.sql"_s;
    const QDir folder(u":/schema/migrations"_s);
    QList<Migration> steps;
    for (const QString &name : folder.entryList({pattern}, QDir::Files, QDir::Name)) {
        auto step = readStep(folder.filePath(name), name);
        if (!step)
            return std::unexpected(step.error());
        steps.append(*std::move(step));
    }
    return steps;
}

Result<QList<Migration>> migrations::applied(Connection &connection)
{
    return connection.all(u"SELECT number, name, checksum FROM schema_migrations WHERE number > ? ORDER BY number"_s,
                          {0}, [](const Rows &row) {
                              return Migration{.number = row.value(0).toInt(),
                                               .name = row.value(1).toString(),
                                               .checksum = row.value(2).toString().toLatin1()};
                          });
}

Result<> migrations::apply(Connection &connection)
{
    const auto ours = known(connection.engine());
    if (!ours)
        return std::unexpected(ours.error());
    const auto theirs = prepare(connection).and_then([&] { return applied(connection); });
    if (!theirs)
        return std::unexpected(theirs.error());
    if (const auto fits = compare(*ours, *theirs); !fits)
        return fits;
    return sql::each(ours->sliced(theirs->size()), [&](const Migration &step) { return applyOne(connection, step); });
}

Result<> migrations::check(Connection &connection)
{
    if (!hasTable(connection, u"schema_migrations"_s))
        return fail(Error::Kind::Invalid, u"The file is not a database of Cineteca, and it can only be read."_s);
    const auto ours = known(connection.engine());
    const auto theirs = applied(connection);
    if (!ours || !theirs)
        return std::unexpected(ours ? theirs.error() : ours.error());
    if (theirs->size() < ours->size())
        return fail(Error::Kind::Invalid,
                    u"The database is of an older version and can only be read, so it cannot be brought up to date. "
                    "Make it writable, or copy it to a place that is."_s);
    return compare(*ours, *theirs);
}
