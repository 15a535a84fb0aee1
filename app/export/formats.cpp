#include "export/formats.h"

#include <array>

using namespace Qt::Literals;
using exports::Content;
using exports::Format;

namespace {

struct Known
{
    Format format;
    QLatin1StringView name;
    QLatin1StringView suffix;
};

constexpr std::array<Known, 9> Formats{{
    {Format::Csv, "csv"_L1, "csv"_L1},
    {Format::Tsv, "tsv"_L1, "tsv"_L1},
    {Format::Json, "json"_L1, "json"_L1},
    {Format::JsonLines, "jsonl"_L1, "jsonl"_L1},
    {Format::Xlsx, "xlsx"_L1, "xlsx"_L1},
    {Format::SqliteDump, "sqlite"_L1, "sqlite.sql"_L1},
    {Format::PostgresqlDump, "postgresql"_L1, "postgresql.sql"_L1},
    {Format::Nfo, "nfo"_L1, "nfo"_L1},
    {Format::ItemList, "items"_L1, "items.jsonl"_L1},
}};

const Known &known(Format format)
{
    return *std::ranges::find(Formats, format, &Known::format);
}

bool isDump(Format format)
{
    return format == Format::SqliteDump || format == Format::PostgresqlDump;
}

}

QList<Format> formats::all()
{
    QList<Format> all;
    for (const Known &one : Formats)
        all.append(one.format);
    return all;
}

QString formats::name(Format format)
{
    return known(format).name;
}

std::optional<Format> formats::byName(const QString &name)
{
    const auto found = std::ranges::find(Formats, name, &Known::name);
    return found == Formats.end() ? std::nullopt : std::optional(found->format);
}

QString formats::suffix(Format format)
{
    return known(format).suffix;
}

bool formats::holds(Format format, Content content)
{
    if (format == Format::ItemList)
        return content == Content::Items;
    if (format == Format::Nfo)
        return content == Content::Films;
    if (isDump(format))
        return content == Content::Table || content == Content::Database;
    return content != Content::Items;
}

bool formats::isOneFile(Format format)
{
    return format == Format::Xlsx || isDump(format);
}

bool exports::Order::isFolder() const
{
    return format == Format::Nfo || (content == Content::Database && !formats::isOneFile(format));
}
