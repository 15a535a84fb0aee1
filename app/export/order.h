#pragma once

#include "data/result.h"
#include "store/tablequery.h"

#include <functional>
#include <stop_token>

/// What is to be exported, how, and where to.
namespace exports {

enum class Format {
    Csv,
    Tsv,
    Json,
    JsonLines,
    Xlsx,
    SqliteDump, ///< statements for sqlite3
    PostgresqlDump, ///< statements for psql
    Nfo, ///< one file a film, as Kodi reads them
    ItemList, ///< the contract: schema/item-list.schema.json
};

enum class Content {
    Shown, ///< what `query` finds, with names instead of keys
    Table, ///< a table whole, as it is
    Database, ///< every table whole
    Films, ///< one row a film, with everything that belongs to it folded in
    Items, ///< the titles of the galleries
};

struct Order
{
    Content content = Content::Table;
    Format format = Format::Csv;
    table::Query query; ///< for Shown, with the columns in the order shown; its table for Table
    bool byteOrderMark = false; ///< at the start of CSV and TSV
    bool guardsFormulas = false; ///< an apostrophe before texts that a spreadsheet would take for a formula
    QString path; ///< file or folder; empty for the standard output
    std::optional<qint64> total; ///< rows, where they were counted already

    bool isFolder() const;
};

/// How far an export or import is, told on its own thread.
struct Step
{
    QString table;
    qint64 done = 0; ///< rows, of all tables
    std::optional<qint64> total;
};
/// Who watches, and may stop it.
struct Watch
{
    std::stop_token stop;
    std::function<void(const Step &)> advance = [](const Step &) { };
};

struct Report
{
    qint64 rows = 0;
    int files = 1; ///< without the manifest
    qint64 bytes = 0;
    int shortened = 0; ///< cells that were too long for the format
};

}
