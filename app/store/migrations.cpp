#include "store/migrations.h"

#include "store/sql.h"

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
    if (hasTable(connection, u"schema_migrations"_s))
        return {};
    if (connection.engine() == Connection::Engine::PostgreSQL) {
        if (hasTable(connection, u"movies"_s))
            return fail(Error::Kind::Invalid,
                        u"The database has a table \"movies\" that Cineteca has not made. "
                        "Name another database, or an empty one."_s);
        return {};
    }
    const auto any = connection.first(u"SELECT name FROM sqlite_master WHERE type = 'table' AND name <> ? LIMIT 1"_s,
                                      {u"sqlite_sequence"_s}, [](const Rows &row) { return row.value(0).toString(); });
    if (!any)
        return std::unexpected(any.error());
    if (*any)
        return fail(Error::Kind::Invalid, u"The file is a database of another program. Name another file."_s,
                    u"It has a table \"%1\"."_s.arg(**any));
    return {};
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

}

Result<QList<Migration>> migrations::applied(Connection &connection)
{
    if (!hasTable(connection, u"schema_migrations"_s))
        return {};
    return connection.all(
        u"SELECT number, name, checksum, applied_at FROM schema_migrations WHERE number > ? ORDER BY number"_s, {0},
        [](const Rows &row) {
            return Migration{.number = row.value(0).toInt(),
                             .name = row.value(1).toString(),
                             .checksum = row.value(2).toString().toLatin1(),
                             .appliedAt = sql::timeOf(row.value(3))};
        });
}

/// Of two programs that open a new database at once, the second waits, and finds it made.
Result<> migrations::waitForOthers(Connection &connection)
{
    if (connection.engine() == Connection::Engine::SQLite)
        return {}; // the transaction is the lock
    return connection.run(u"SELECT pg_advisory_xact_lock(hashtext('schema_migrations'))"_s);
}

Result<> migrations::prepare(Connection &connection)
{
    if (hasTable(connection, u"schema_migrations"_s))
        return {};
    return connection.atomically([&]() -> Result<> {
        if (const auto alone = waitForOthers(connection); !alone || hasTable(connection, u"schema_migrations"_s))
            return alone;
        return refuseForeign(connection).and_then([&] { return connection.run(ListSql); });
    });
}

Result<int> migrations::version(Connection &connection, const QList<Migration> &known)
{
    const auto theirs = refuseForeign(connection).and_then([&] { return applied(connection); });
    if (!theirs)
        return std::unexpected(theirs.error());
    return compare(known, *theirs).transform([&] { return theirs->isEmpty() ? 0 : theirs->constLast().number; });
}

Result<int> migrations::version(Connection &connection)
{
    return known(connection.engine()).and_then([&](const QList<Migration> &own) { return version(connection, own); });
}

Result<std::optional<Error>> migrations::check(Connection &connection)
{
    if (!hasTable(connection, u"schema_migrations"_s))
        return fail(Error::Kind::Invalid, u"The file is not a database of Cineteca, and it can only be read."_s);
    const auto ours = known(connection.engine());
    if (!ours)
        return std::unexpected(ours.error());
    return version(connection, *ours).transform([&](int number) {
        return number == ours->constLast().number
            ? std::nullopt
            : std::optional(Error{.kind = Error::Kind::Storage,
                                  .message = u"It is of version %1 of %2 and cannot be brought up to date where it is, "
                                             "so not everything can be shown. Make it writable, or copy it to a place "
                                             "that is."_s.arg(number)
                                                 .arg(ours->constLast().number)});
    });
}
