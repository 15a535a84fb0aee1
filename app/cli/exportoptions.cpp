#include "cli/exportoptions.h"

#include "export/formats.h"

#include <CLI/CLI.hpp>

using namespace Qt::Literals;
using exports::Content;
using exports::Format;

namespace {

QString q(const std::string &text)
{
    return QString::fromStdString(text);
}

std::vector<std::string> formatNames()
{
    std::vector<std::string> names;
    for (const Format format : formats::all())
        names.push_back(formats::name(format).toStdString());
    return names;
}

}

void ExportOptions::addTo(CLI::App &command)
{
    auto *what = command.add_option_group("what", "What to export");
    auto *one = what->add_option("--table", table, "A table");
    what->add_flag("--all", isAll, "The whole database");
    what->add_flag("--films", isFilms, "One row a film, with people, genres, cast and scores folded in");
    what->add_flag("--items", isItems, "The titles of the galleries, as an item list");
    what->require_option(1);
    command.add_option("--words", words, "As the grid shows it: rows with words that begin so")->needs(one);
    command.add_option("--filter", filters, "Rows whose column is like that: year=>1990, genres=drama")->needs(one);
    command.add_option("--columns", columns, "These columns, in this order")->delimiter(',')->needs(one);
    auto *by = command.add_option("--order", orderBy, "In the order of this column")->needs(one);
    command.add_flag("--descending", isDescending, "The other way round")->needs(by);
    command.add_option("--format", format, "Format")->check(CLI::IsMember(formatNames()))->capture_default_str();
    command.add_option("--out", out, "File, or folder where it takes several; standard output without it");
    command.add_flag("--bom", hasMark, "Byte order mark before CSV and TSV");
    command.add_flag("--guard", isGuarded, "Apostrophe before CSV texts that a spreadsheet would take for a formula");
}

Content ExportOptions::content() const
{
    if (isAll)
        return Content::Database;
    if (isFilms)
        return Content::Films;
    if (isItems)
        return Content::Items;
    const bool isWhole = words.empty() && orderBy.empty() && columns.empty() && filters.empty();
    return isWhole ? Content::Table : Content::Shown;
}

table::Query ExportOptions::query() const
{
    table::Query query{.table = q(table), .words = q(words)};
    if (!orderBy.empty())
        query.order = {{.column = q(orderBy), .direction = isDescending ? Qt::DescendingOrder : Qt::AscendingOrder}};
    for (const std::string &column : columns)
        query.columns.append(q(column));
    for (const std::string &filter : filters) {
        const QString text = q(filter);
        query.filters.append({.column = text.section(u'=', 0, 0), .text = text.section(u'=', 1)});
    }
    return query;
}

exports::Order ExportOptions::order() const
{
    return {.content = content(),
            .format = isItems ? Format::ItemList : formats::byName(q(format)).value_or(Format::Csv),
            .query = query(),
            .byteOrderMark = hasMark,
            .guardsFormulas = isGuarded,
            .path = q(out)};
}

void ImportOptions::addTo(CLI::App &command)
{
    command.add_option("path", path, "Folder of a whole export (CSV, TSV, JSON, JSON Lines), or a file")
        ->required()
        ->check(CLI::ExistingPath);
    command.add_option("--table", table, "Table that the file's rows are for");
    command.add_flag("--unchecked", isUnchecked, "Do not compare checksums with the manifest's");
}

imports::Order ImportOptions::order() const
{
    return {.path = q(path),
            .table = q(table),
            .checksums = isUnchecked ? imports::Checksums::Ignore : imports::Checksums::Compare};
}
