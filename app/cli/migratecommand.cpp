#include "cli/commands.h"
#include "cli/news.h"
#include "cli/output.h"
#include "cli/password.h"
#include "jobs/door.h"
#include "jobs/places.h"
#include "store/drift.h"

#include <QUuid>

using namespace Qt::Literals;
using commands::MigrateOptions;
using migrating::Course;
using migrations::Migration;
using What = commands::MigrateOptions::What;

namespace {

int printStatus(Connection &connection, const Course &course)
{
    const auto applied = migrations::applied(connection);
    if (!applied)
        return output::fail(applied.error());
    for (const Migration &step : course.known) {
        const auto done = std::ranges::find(*applied, step.number, &Migration::number);
        output::print(
            u"%1  %2  %3"_s.arg(step.number, 4, 10, QChar(u'0'))
                .arg(step.name, -28)
                .arg(done == applied->end() ? u"to do"_s : done->appliedAt.toString(u"yyyy-MM-dd HH:mm:ss 'UTC'"_s)));
    }
    return output::Done;
}

int printDrift(Connection &connection, const Course &course)
{
    const auto differences = drift::between(connection, course.model);
    if (!differences)
        return output::fail(differences.error());
    qsizetype columns = 0;
    for (const auto &table : course.model.tables)
        columns += table.columns.size();
    if (differences->isEmpty())
        output::print(u"The database is as the model says: %1 tables, %2 columns."_s.arg(course.model.tables.size())
                          .arg(columns));
    for (const QString &line : drift::lines(*differences))
        output::print(line);
    return differences->isEmpty() ? output::Done : output::Failed;
}

int carryTo(Connection &connection, const Course &course)
{
    const auto report = migrating::go(connection, course);
    if (!report)
        return output::fail(report.error());
    const QStringList lines = news::lines(*report);
    output::print(lines.isEmpty() ? u"The database has version %1 already."_s.arg(report->to) : lines.join(u'\n'));
    return output::Done;
}

/// The target as it was meant: up is not down.
Result<Course> courseOf(const Connection &connection, const MigrateOptions &options, int version)
{
    return migrating::own(connection.engine()).and_then([&](Course course) -> Result<Course> {
        const int newest = course.target;
        course.target = options.target.value_or(newest);
        if (course.target > newest)
            return fail(Error::Kind::Invalid,
                        u"There is no version %1; the newest is %2."_s.arg(course.target).arg(newest));
        if (options.target && options.isDown != (course.target < version) && course.target != version)
            return fail(Error::Kind::Invalid,
                        u"The database has version %1: to go to %2, say --%3 %2."_s.arg(version)
                            .arg(course.target)
                            .arg(options.isDown ? u"to"_s : u"down"_s));
        return course;
    });
}

int carryOut(Connection &connection, const MigrateOptions &options)
{
    const auto version = migrations::version(connection);
    if (!version)
        return output::fail(version.error());
    const auto course = courseOf(connection, options, *version);
    if (!course)
        return output::fail(course.error());
    switch (options.what) {
    case What::Status:
        return printStatus(connection, *course);
    case What::Check:
        return printDrift(connection, *course);
    case What::Sql:
        output::print(migrating::sql(*course, *version, connection.engine()).toUtf8());
        return output::Done;
    case What::Go:
        break;
    }
    return carryTo(connection, *course);
}

}

int commands::migrate(const MigrateOptions &options)
{
    const auto missing = options.what == What::Go ? door::Missing::Make : door::Missing::Refuse;
    const door::Person person{.password = password::ask, .hears = output::tell};
    const auto database = places::databaseOf(options.database);
    if (!database)
        return output::fail(database.error());
    const auto way = QCoro::waitFor(door::find(*database, person, missing));
    if (!way)
        return output::fail(way.error());
    const QString name = QUuid::createUuid().toString();
    const auto open = options.what == What::Go ? opening::openAsItIs : opening::openToRead;
    int code = output::Failed;
    if (auto connection = open(*way, name))
        code = carryOut(**connection, options);
    else
        code = output::fail(connection.error());
    QSqlDatabase::removeDatabase(name);
    return code;
}
