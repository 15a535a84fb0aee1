#include "store/migrating.h"

#include "store/filecopy.h"
#include "store/renameline.h"
#include "store/schemacopy.h"
#include "store/sql.h"
#include "store/trial.h"

#include <QScopeGuard>

using namespace Qt::Literals;
using migrating::Course;
using migrating::Report;
using migrations::Migration;

namespace {

Error failed(const Course &course, int from, const QString &where, Error error)
{
    error.message
        = (course.target < from ? u"The database could not be taken back to version %1 (%2). It is as it was. %3"_s
                                : u"The database could not be brought up to version %1 (%2). It is as it was. %3"_s)
              .arg(QString::number(course.target), where, error.message);
    return error;
}

QString nameOf(const Migration &step)
{
    return u"step %1, %2"_s.arg(step.number).arg(step.name);
}

/// What keeps the list of steps. Names and checksums need no quoting.
QString record(const Migration &step, bool isUp)
{
    if (!isUp)
        return u"DELETE FROM schema_migrations WHERE number = %1"_s.arg(step.number);
    return u"INSERT INTO schema_migrations (number, name, checksum) VALUES (%1, '%2', '%3')"_s.arg(
        QString::number(step.number), step.name, QString::fromLatin1(step.checksum));
}

/// Whether a table may be made anew while a trigger of another names it. Outside of steps nobody wants that.
Result<> letTablesBeReplaced(Connection &connection, bool areReplaced)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return {};
    return connection.run(areReplaced ? u"PRAGMA legacy_alter_table = ON"_s : u"PRAGMA legacy_alter_table = OFF"_s);
}

/// A new database, or one in memory: there is nothing to lose.
Result<Report> directly(Connection &connection, const Course &course)
{
    if (const auto can = letTablesBeReplaced(connection, true); !can)
        return std::unexpected(can.error());
    const auto after = qScopeGuard([&] { std::ignore = letTablesBeReplaced(connection, false); });
    return connection.atomically([&]() -> Result<Report> {
        if (const auto alone = migrations::waitForOthers(connection); !alone)
            return std::unexpected(alone.error());
        const auto from = migrations::version(connection, course.known);
        if (!from)
            return std::unexpected(from.error());
        return migrating::run(connection, course, *from).transform([&] {
            return Report{.from = *from, .to = course.target};
        });
    });
}

Result<QString> fileOf(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return QString();
    return connection
        .first(u"SELECT file FROM pragma_database_list WHERE name = ?"_s, {u"main"_s},
               [](const Rows &row) { return row.value(0).toString(); })
        .transform([](const std::optional<QString> &file) { return file.value_or(QString()); });
}

/// It stays in the file: only one that is known to be ours is changed so.
Result<> useWal(Connection &connection)
{
    return connection.engine() == Connection::Engine::SQLite ? connection.run(u"PRAGMA journal_mode = WAL"_s)
                                                             : Result<>();
}

}

Result<Course> migrating::own(Connection::Engine engine)
{
    return migrations::known(engine).transform([](const QList<Migration> &known) {
        return Course{.known = known, .model = model::own(), .target = known.constLast().number};
    });
}

QList<Migration> migrating::steps(const Course &course, int from)
{
    QList<Migration> steps;
    for (const Migration &step : course.known) {
        if (step.number > std::min(from, course.target) && step.number <= std::max(from, course.target))
            steps.append(step);
    }
    if (course.target < from)
        std::ranges::reverse(steps);
    return steps;
}

QString migrating::sql(const Course &course, int from, Connection::Engine engine)
{
    const bool isUp = course.target > from;
    if (course.target == from)
        return {};
    QStringList parts;
    if (engine == Connection::Engine::SQLite)
        parts.append(u"PRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON;"_s);
    parts.append(u"BEGIN;\n"_s);
    if (from == 0 && isUp)
        parts.append(migrations::ListSql + u";\n"_s);
    for (const Migration &step : steps(course, from))
        parts.append((isUp ? step.sql : step.down) + u'\n' + record(step, isUp) + u";\n"_s);
    parts.append(u"COMMIT;"_s);
    return parts.join(u'\n');
}

Result<> migrating::run(Connection &connection, const Course &course, int from)
{
    const bool isUp = course.target > from;
    return sql::each(steps(course, from), [&](const Migration &step) {
        const auto done = sql::each(migrations::statements(isUp ? step.sql : step.down), [&](const QString &statement) {
                              return connection.run(statement);
                          }).and_then([&] { return connection.run(record(step, isUp)); });
        return done ? done : Result<>(std::unexpected(failed(course, from, nameOf(step), done.error())));
    });
}

Result<QStringList> migrating::tryOut(Connection &connection, const Course &course, int from, const QStringList &tables)
{
    auto before = trial::contentOf(connection, tables);
    if (!before)
        return std::unexpected(before.error());
    for (const Migration &step : steps(course, from))
        before = trial::renamed(*before, renameline::in(course.target > from ? step.sql : step.down));
    if (const auto ran = run(connection, course, from); !ran)
        return std::unexpected(ran.error());
    const auto after = trial::contentOf(connection, tables);
    if (!after)
        return std::unexpected(after.error());
    return trial::verify(connection, *before, *after, course.isToTheEnd() ? &course.model : nullptr)
        .transform([&] { return trial::lost(*before, *after); })
        .transform_error([&](const Error &error) { return failed(course, from, u"check of the copy"_s, error); });
}

Result<Report> migrating::go(Connection &connection, const Course &course)
{
    const auto from = migrations::prepare(connection)
                          .and_then([&] { return migrations::version(connection, course.known); })
                          .and_then([&](int version) { return useWal(connection).transform([&] { return version; }); });
    const auto file = fileOf(connection);
    if (!from || !file)
        return std::unexpected(from ? file.error() : from.error());
    if (*from == course.target)
        return Report{.from = *from, .to = *from};
    if (*from > 0 && !file->isEmpty())
        return filecopy::migrate(connection, *file, course);
    if (*from > 0 && connection.engine() == Connection::Engine::PostgreSQL)
        return schemacopy::migrate(connection, course);
    return directly(connection, course);
}
