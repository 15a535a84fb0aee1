#pragma once

#include "export/imports.h"
#include "jobs/services.h"

#include <QCoroTask>
#include <QString>

#include <optional>

/// The subcommands: each a few lines over the functions of the other rooms. They return an exit code.
namespace commands {

struct CrawlOptions
{
    QString from; ///< address, file or "sample"
    std::optional<int> limit;
    bool onlyList = false;
    bool json = false;
};
QCoro::Task<int> crawl(Services services, CrawlOptions options);
/// Takes part in the crawls that are under way, until there are none.
QCoro::Task<int> work(Services services, bool json);
QCoro::Task<int> match(Services services, QString file, QString out);

/// Titles that wait for a person, the least certain first.
QCoro::Task<int> reviewList(Services services, bool json);
/// Accepts an article for a title: one of its candidates, or another that is looked up.
QCoro::Task<int> reviewAccept(Services services, QString key, QString page);
QCoro::Task<int> reviewUndo(Services services, qint64 decision);
/// What was decided about a title, with the numbers that can be undone.
QCoro::Task<int> reviewHistory(Services services, QString key);
/// The evidence for each candidate of a title.
QCoro::Task<int> explain(Services services, QString key);

QCoro::Task<int> exportRows(Services services, exports::Order order);
QCoro::Task<int> importRows(Services services, imports::Order order);

struct MigrateOptions
{
    QString database; ///< address, file, name, or empty for the person's own
    enum class What { Go, Status, Check, Sql } what = What::Go;
    std::optional<int> target; ///< version; the newest without one
    bool isDown = false; ///< whether the target is to be below the database's version
};
int migrate(const MigrateOptions &options);

/// Writes the next migration into a folder of the sources, and asks on stdin about renames.
int newMigration(const QString &schema, const QString &message);

/// Lists the named databases, names one, or without an address forgets the name.
int databases(const QString &name, const QString &address);

QCoro::Task<int> tables(Services services, QString table);
/// What rows are like, as the model says: needs no database.
int tableSchema(const QString &table);
QCoro::Task<int> status(Services services, bool json);
QCoro::Task<int> searchPages(Services services, QString words, int limit);
QCoro::Task<int> searchMovies(Services services, QString words, int limit);
QCoro::Task<int> providers(Services services, QString country);

}
