#include "store/schemacopy.h"

#include "store/sql.h"
#include "store/table.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::Literals;
using migrating::Course;
using migrating::Report;

namespace {

constexpr int LockTimeout = 500; // ms, less than a server takes to look for deadlocks
constexpr int LockTries = 60;

/// Statements that make a copy of tables, with all that belongs to them, in the schema that comes first in the search
/// path when they run. Each query is given the names of what to copy, and reads the schema that is first before.
const QStringList Parts{
    u"SELECT format('CREATE TABLE %I (LIKE %I.%I INCLUDING IDENTITY INCLUDING GENERATED INCLUDING STORAGE)', "
    "relname, nspname, relname) FROM tables"_s,
    u"SELECT format('INSERT INTO %I OVERRIDING SYSTEM VALUE SELECT * FROM %I.%I', relname, nspname, relname) "
    "FROM tables"_s,
    u"SELECT format('CREATE SEQUENCE %I OWNED BY %I.%I', s.relname, t.relname, a.attname) FROM tables t "
    "JOIN pg_depend d ON d.refobjid = t.oid AND d.deptype = 'a' AND d.classid = 'pg_class'::regclass "
    "JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"_s,
    u"SELECT format('ALTER TABLE %I ALTER %I SET DEFAULT %s', t.relname, a.attname, pg_get_expr(d.adbin, d.adrelid)) "
    "FROM tables t JOIN pg_attrdef d ON d.adrelid = t.oid "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.adnum"_s,
    u"SELECT format('SELECT setval(pg_get_serial_sequence(%L, %L), n.last_value, n.is_called) FROM %I.%I n', "
    "quote_ident(t.relname), a.attname, t.nspname, s.relname) FROM tables t "
    "JOIN pg_depend d ON d.refobjid = t.oid AND d.deptype IN ('a', 'i') AND d.classid = 'pg_class'::regclass "
    "JOIN pg_class s ON s.oid = d.objid AND s.relkind = 'S' "
    "JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid"_s,
    u"SELECT format('ALTER TABLE %I ADD CONSTRAINT %I %s', t.relname, c.conname, pg_get_constraintdef(c.oid)) "
    "FROM tables t JOIN pg_constraint c ON c.conrelid = t.oid AND c.contype IN ('p', 'u', 'c', 'f') "
    "ORDER BY c.contype = 'f', c.oid"_s,
    u"SELECT replace(pg_get_functiondef(p.oid), format('FUNCTION %I.', n.nspname), 'FUNCTION ') FROM pg_proc p "
    "JOIN pg_namespace n ON n.oid = p.pronamespace AND n.nspname = current_schema() "
    "WHERE p.proname IN (SELECT name FROM names)"_s,
    u"SELECT replace(pg_get_indexdef(x.indexrelid), format(' ON %I.', t.nspname), ' ON ') "
    "FROM tables t JOIN pg_index x ON x.indrelid = t.oid WHERE NOT EXISTS (SELECT 1 FROM pg_constraint c "
    "WHERE c.conindid = x.indexrelid AND c.conrelid = t.oid AND c.contype IN ('p', 'u')) ORDER BY x.indexrelid"_s,
    u"SELECT pg_get_triggerdef(g.oid, true) FROM tables t JOIN pg_trigger g ON g.tgrelid = t.oid "
    "WHERE NOT g.tgisinternal ORDER BY g.oid"_s};

const QString Named = u"WITH names AS (SELECT unnest(string_to_array(?, ',')) AS name), "
                      "tables AS (SELECT c.oid, c.relname, n.nspname FROM pg_class c "
                      "JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = current_schema() "
                      "WHERE c.relkind = 'r' AND c.relname IN (SELECT name FROM names)) "_s;

/// A database may hold more than ours: only what the steps make is copied, tables and functions. A name too many, of a
/// column that was renamed, does no harm.
QStringList made(const Course &course)
{
    static const QRegularExpression create(u"(?:CREATE (?:TABLE|FUNCTION)|RENAME TO) \"?(\\w+)\"?"_s);
    QStringList names{u"schema_migrations"_s};
    for (const auto &step : course.known) {
        for (const auto &match : create.globalMatch(step.sql))
            names.append(match.captured(1));
    }
    return names;
}

Result<QStringList> statements(Connection &connection, const QStringList &names)
{
    QStringList all;
    for (const QString &part : Parts) {
        const auto some
            = connection.all(Named + part, {names.join(u',')}, [](const Rows &row) { return row.value(0).toString(); });
        if (!some)
            return std::unexpected(some.error());
        all += *some;
    }
    return all;
}

/// What others write meanwhile would be in one part of the copy and not in another. Nothing is held while this waits,
/// so that nobody who waits for another table ends with us in a deadlock.
Result<> keepOthersOut(Connection &connection, const QStringList &names)
{
    const auto tables = connection.all(Named + u"SELECT quote_ident(relname) FROM tables ORDER BY relname"_s,
                                       {names.join(u',')}, [](const Rows &row) { return row.value(0).toString(); });
    if (!tables)
        return std::unexpected(tables.error());
    const QString lock = u"LOCK TABLE %1 IN SHARE ROW EXCLUSIVE MODE"_s.arg(tables->join(u", "));
    Result<> done;
    for (int n = 0; n < LockTries; ++n) {
        done = connection.run(u"SAVEPOINT unlocked"_s)
                   .and_then([&] { return connection.run(u"SET LOCAL lock_timeout = '%1ms'"_s.arg(LockTimeout)); })
                   .and_then([&] { return connection.run(lock); })
                   .and_then([&] { return connection.run(u"SET LOCAL lock_timeout = DEFAULT"_s); });
        if (done || !done.error().detail.contains("(55P03)"_L1))
            return done;
        if (const auto back = connection.run(u"ROLLBACK TO SAVEPOINT unlocked"_s); !back)
            return back;
    }
    return fail(Error::Kind::Storage,
                u"Other programs go on writing to the database, so it was not migrated. Stop them and try again."_s,
                done.error().detail);
}

/// Whoever may write to tables may not change them.
Error withWhoMay(Error error, const Course &course, int from)
{
    if (error.detail.contains("(42501)"_L1))
        error.message
            = u"Only its owner may take the database from version %1 to %2. It is as it was. Let them do it."_s
                  .arg(from)
                  .arg(course.target);
    return error;
}

Result<> searchIn(Connection &connection, const QString &schema)
{
    return connection.run(u"SET LOCAL search_path TO "_s + connection.quoted(schema));
}

Result<> copyInto(Connection &connection, const QString &schema, const QStringList &names)
{
    const auto original = connection.first(u"SELECT current_schema() WHERE ?"_s, {true},
                                           [](const Rows &row) { return row.value(0).toString(); });
    const auto all = statements(connection, names);
    if (!original || !all)
        return std::unexpected(original ? all.error() : original.error());
    return connection.run(u"CREATE SCHEMA "_s + connection.quoted(schema))
        .and_then([&] { return searchIn(connection, schema); })
        .and_then([&] { return sql::each(*all, [&](const QString &sql) { return connection.run(sql); }); })
        .and_then([&] { return searchIn(connection, original->value_or(u"public"_s)); });
}

/// Tries the steps on the copy, and takes them back there.
Result<QStringList> rehearse(Connection &connection, const QString &schema, const Course &course, int from,
                             const QStringList &names)
{
    QStringList lost;
    return connection.run(u"SAVEPOINT rehearsal"_s)
        .and_then([&] { return searchIn(connection, schema); })
        .and_then([&] { return migrating::tryOut(connection, course, from, names); })
        .and_then([&](const QStringList &taken) {
            lost = taken;
            return connection.run(u"ROLLBACK TO SAVEPOINT rehearsal"_s); // and back to the old search path
        })
        .transform([&] { return lost; });
}

}

Result<Report> schemacopy::migrate(Connection &connection, const Course &course)
{
    return connection.atomically([&]() -> Result<Report> {
        if (const auto alone = migrations::waitForOthers(connection); !alone)
            return std::unexpected(alone.error());
        const auto from = migrations::version(connection, course.known);
        if (!from)
            return std::unexpected(from.error());
        if (*from == course.target) // another program was faster
            return Report{.from = *from, .to = *from};
        const QStringList names = made(course);
        const QString schema = u"cineteca_version_%1_%2"_s.arg(*from).arg(
            QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd_HHmmss_zzz"_s));
        return keepOthersOut(connection, names)
            .and_then([&] { return copyInto(connection, schema, names); })
            .and_then([&] { return rehearse(connection, schema, course, *from, names); })
            .and_then([&](const QStringList &) { return migrating::tryOut(connection, course, *from, names); })
            .transform([&](const QStringList &lost) {
                return Report{.from = *from,
                              .to = course.target,
                              .backup = schema,
                              .backupIs = Report::Backup::Schema,
                              .lost = lost};
            })
            .transform_error([&](const Error &error) { return withWhoMay(error, course, *from); });
    });
}
