#include "rawrows.h"
#include "timing.h"

#include <sqlite3.h>

using namespace rawrows;

namespace {

void check(sqlite3 *database, int done)
{
    if (done != SQLITE_OK && done != SQLITE_DONE)
        qFatal("%s", sqlite3_errmsg(database));
}

void run(sqlite3 *database, const char *sql)
{
    check(database, sqlite3_exec(database, sql, nullptr, nullptr, nullptr));
}

std::string insertInto(const Table &table)
{
    std::string columns;
    std::string marks;
    for (const std::string &column : table.columns) {
        columns += (columns.empty() ? "" : ", ") + column;
        marks += marks.empty() ? "?" : ", ?";
    }
    return "INSERT INTO \"" + table.name + "\" (" + columns + ") VALUES (" + marks + ")";
}

int bind(sqlite3_stmt *statement, int place, const Value &value)
{
    if (const auto *number = std::get_if<qint64>(&value))
        return sqlite3_bind_int64(statement, place, *number);
    if (const auto *number = std::get_if<double>(&value))
        return sqlite3_bind_double(statement, place, *number);
    if (const auto *text = std::get_if<std::string>(&value))
        return sqlite3_bind_text(statement, place, text->data(), int(text->size()), SQLITE_STATIC);
    return sqlite3_bind_null(statement, place);
}

void insert(sqlite3 *database, sqlite3_stmt *statement, const Table &table)
{
    for (size_t at = 0; at < table.values.size();) {
        for (size_t i = 0; i < table.columns.size(); ++i, ++at)
            check(database, bind(statement, int(i + 1), table.values[at]));
        check(database, sqlite3_step(statement));
        sqlite3_reset(statement);
    }
}

}

qint64 rawrows::write(const QString &sqliteFile, const std::vector<Batch> &batches)
{
    sqlite3 *database = nullptr;
    check(database, sqlite3_open(sqliteFile.toUtf8().constData(), &database));
    for (const char *pragma : {"PRAGMA foreign_keys = ON", "PRAGMA journal_mode = WAL", "PRAGMA synchronous = NORMAL",
                               "PRAGMA wal_autocheckpoint = 16000", "PRAGMA cache_size = -65536"})
        run(database, pragma);
    std::vector<sqlite3_stmt *> statements;
    for (const Table &table : batches.front())
        check(database,
              sqlite3_prepare_v2(database, insertInto(table).c_str(), -1, &statements.emplace_back(), nullptr));
    const qint64 took = timing::spent([&] {
        for (const Batch &batch : batches) {
            run(database, "BEGIN IMMEDIATE");
            for (size_t i = 0; i < batch.size(); ++i)
                insert(database, statements[i], batch[i]);
            run(database, "COMMIT");
        }
    });
    for (sqlite3_stmt *statement : statements)
        sqlite3_finalize(statement);
    sqlite3_close(database);
    return took;
}
