#pragma once

#include "store/migrations.h"
#include "store/model.h"

/// Takes a database from one version to another, so that a failure leaves it as it was.
namespace migrating {

/// Where to go, and what for.
struct Course
{
    QList<migrations::Migration> known; ///< steps
    model::Model model; ///< where all of them lead
    int target = 0; ///< number of the last step to have

    bool isToTheEnd() const { return known.isEmpty() || target == known.constLast().number; }
};

/// The program's own steps, up to the newest.
Result<Course> own(Connection::Engine engine);

/// What was done.
struct Report
{
    int from = 0;
    int to = 0;
    QString backup; ///< what holds the database as it was; empty where there was nothing to keep
    enum class Backup { File, Schema } backupIs = Backup::File;
    QStringList lost; ///< tables and columns that are no more

    bool operator==(const Report &) const = default;
};

/// The steps from a version to the course's target, in their order; each is taken back where the target is lower.
QList<migrations::Migration> steps(const Course &course, int from);
/// What these steps run, with what has to stand around it, for sqlite3 or psql.
QString sql(const Course &course, int from, Connection::Engine engine);

/// Goes there. A file is copied, the copy is migrated and verified, and takes the file's place in one transaction; on a
/// server all of it is one transaction, which tries the steps on a copy of the tables first.
Result<Report> go(Connection &connection, const Course &course);

/// Runs the steps and keeps the list of them; called in a transaction.
Result<> run(Connection &connection, const Course &course, int from);
/// The same on a copy, and looks at what came of it: what is lost.
Result<QStringList> tryOut(Connection &connection, const Course &course, int from, const QStringList &tables = {});

}
