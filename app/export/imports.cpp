#include "export/imports.h"

#include "export/filerows.h"
#include "export/formats.h"
#include "export/place.h"
#include "store/migrations.h"
#include "store/modelsql.h"
#include "store/rowwriter.h"
#include "store/table.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals;
using exports::Format;
using exports::Report;
using exports::Step;
using exports::Watch;
using imports::Checksums;
using imports::Order;

namespace {

constexpr qint64 BetweenLooks = 1024; // rows

/// A file with the rows of a table.
struct Part
{
    QString table;
    QString file;
    QString checksum; ///< that it is to have; empty for any
    std::optional<qint64> rows; ///< that it is to have
};

/// What is to be read, and how it was written.
struct Load
{
    QList<Part> parts; ///< each after those that it refers to
    Format format = Format::Csv;
    bool isGuarded = false;
    std::optional<qint64> rows;
};

Result<QJsonObject> manifestIn(const QString &file)
{
    QFile manifest(file);
    if (!manifest.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Missing, u"%1 cannot be read: %2."_s.arg(file, manifest.errorString()));
    QJsonParseError error;
    const auto document = QJsonDocument::fromJson(manifest.readAll(), &error);
    if (!document.isObject())
        return fail(Error::Kind::Malformed, u"%1 is no manifest of an export."_s.arg(file), error.errorString());
    return document.object();
}

QString checksumOf(const QJsonObject &manifest, const QString &file)
{
    for (const auto &entry : manifest["files"_L1].toArray()) {
        if (entry["name"_L1].toString() == file)
            return entry["sha256"_L1].toString();
    }
    return {};
}

void takeOptions(Load &load, const QJsonObject &manifest)
{
    load.isGuarded = manifest["options"_L1]["formula_guard"_L1].toBool();
    load.format = formats::byName(manifest["format"_L1].toString()).value_or(load.format);
}

bool canBeRead(Format format)
{
    return format == Format::Csv || format == Format::Tsv || format == Format::Json || format == Format::JsonLines;
}

/// The parts of a whole export, in the order in which they can be read.
Result<Load> wholeLoad(const Order &order, int version)
{
    const auto manifest = manifestIn(order.path + u'/' + place::Manifest);
    if (!manifest)
        return std::unexpected(manifest.error());
    if ((*manifest)["database"_L1]["version"_L1].toInt() > version)
        return fail(Error::Kind::Invalid, u"The export was made by a newer version of Cineteca. Update the program."_s);
    Load load;
    takeOptions(load, *manifest);
    QMap<QString, Part> parts;
    for (const auto &entry : (*manifest)["tables"_L1].toArray()) {
        const QString file = entry["file"_L1].toString();
        parts.insert(entry["name"_L1].toString(),
                     {.table = entry["name"_L1].toString(),
                      .file = order.path + u'/' + QFileInfo(file).fileName(),
                      .checksum = order.checksums == Checksums::Compare ? checksumOf(*manifest, file) : QString(),
                      .rows = order.checksums == Checksums::Compare ? std::optional(entry["rows"_L1].toInteger())
                                                                    : std::nullopt});
        load.rows = load.rows.value_or(0) + entry["rows"_L1].toInteger();
    }
    for (const model::Table &table : modelsql::inOrder(model::own())) {
        if (const auto part = parts.constFind(table.name); part != parts.constEnd())
            load.parts.append(*part);
        parts.remove(table.name);
    }
    if (!parts.isEmpty())
        return fail(Error::Kind::Invalid, u"This program knows no table \"%1\"."_s.arg(parts.firstKey()));
    return load;
}

std::optional<Format> formatOf(const QString &file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    const auto format = formats::byName(suffix == "txt"_L1 ? u"tsv"_s : suffix);
    return format && canBeRead(*format) ? format : std::nullopt;
}

Result<Load> fileLoad(const Order &order)
{
    if (order.table.isEmpty())
        return fail(Error::Kind::Invalid, u"Say which table the file is for."_s);
    const auto format = formatOf(order.path);
    if (!format)
        return fail(Error::Kind::Invalid,
                    u"Of what form the file is, its name has to say: .csv, .tsv, .json or .jsonl."_s);
    Load load{.parts = {{.table = order.table, .file = order.path}}, .format = *format};
    if (const auto manifest = manifestIn(place::manifestOf(order.path))) {
        takeOptions(load, *manifest);
        load.format = *format;
        if (order.checksums == Checksums::Compare)
            load.parts.first().checksum = checksumOf(*manifest, QFileInfo(order.path).fileName());
    }
    return load;
}

Result<Load> loadOf(Connection &connection, const Order &order)
{
    if (!QFileInfo(order.path).isDir())
        return fileLoad(order);
    const auto steps = migrations::applied(connection);
    if (!steps)
        return std::unexpected(steps.error());
    return wholeLoad(order, steps->isEmpty() ? 0 : steps->constLast().number).and_then([](Load load) -> Result<Load> {
        if (canBeRead(load.format))
            return load;
        return fail(Error::Kind::Invalid,
                    u"An export as %1 cannot be read back. CSV, TSV, JSON and JSON Lines can."_s.arg(
                        formats::name(load.format)));
    });
}

std::unique_ptr<FileRows> rowsOf(const Part &part, const Load &load)
{
    if (load.format == Format::Json || load.format == Format::JsonLines)
        return filerows::json(part.file);
    return filerows::csv(part.file, load.format == Format::Tsv ? '\t' : ',', load.isGuarded);
}

/// Which line of which file could not become a row.
Error placed(Error error, const Part &part, const FileRows &rows)
{
    if (error.kind != Error::Kind::Malformed && error.kind != Error::Kind::Cancelled)
        error.message = u"%1, line %2: the database does not take this row."_s.arg(QFileInfo(part.file).fileName())
                            .arg(rows.line());
    return error;
}

Result<qint64> pour(FileRows &rows, RowWriter &table, const Part &part, const Watch &watch, const Step &before)
{
    for (qint64 done = 0;;) {
        const auto more = rows.next();
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return done;
        if (auto taken = table.row(rows.cells()); !taken)
            return std::unexpected(placed(std::move(taken).error(), part, rows));
        if (++done % BetweenLooks == 0) {
            if (watch.stop.stop_requested())
                return fail(Error::Kind::Cancelled, u"The import was stopped. Nothing was changed."_s);
            watch.advance({.table = part.table, .done = before.done + done, .total = before.total});
        }
    }
}

Result<> compare(const Part &part, const FileRows &rows, qint64 count)
{
    const bool isSame = (part.checksum.isEmpty() || part.checksum.toLatin1() == rows.checksum())
        && (!part.rows || *part.rows == count);
    if (isSame)
        return {};
    return fail(Error::Kind::Malformed,
                u"%1 is not as it was exported: its checksum differs. Nothing was changed."_s.arg(
                    QFileInfo(part.file).fileName()),
                part.file);
}

Result<qint64> readPart(Connection &connection, const Part &part, const Load &load, const Watch &watch,
                        const Step &before)
{
    const auto rows = rowsOf(part, load);
    if (const auto opened = rows->open(); !opened)
        return std::unexpected(opened.error());
    if (rows->columns().isEmpty()) // JSON without a row names no column
        return compare(part, *rows, 0).transform([] { return qint64(0); });
    auto table = rowwriter::open(connection, part.table, rows->columns());
    if (!table)
        return std::unexpected(table.error());
    return pour(*rows, **table, part, watch, before).and_then([&](qint64 count) -> Result<qint64> {
        auto ended = (*table)->end();
        if (!ended)
            return std::unexpected(placed(std::move(ended).error(), part, *rows));
        return compare(part, *rows, count).transform([&] { return count; });
    });
}

Result<> checkEmpty(Connection &connection, const Load &load)
{
    for (const Part &part : load.parts) {
        const auto count = table::count(connection, {.table = part.table});
        if (!count)
            return std::unexpected(count.error());
        if (*count > 0)
            return fail(
                Error::Kind::Invalid,
                u"The database already has rows in %1. A whole export goes into a new database."_s.arg(part.table));
    }
    return {};
}

Result<Report> readParts(Connection &connection, const Load &load, const Watch &watch)
{
    Report report{.files = int(load.parts.size())};
    QStringList tables;
    for (const Part &part : load.parts) {
        const Step step{.table = part.table, .done = report.rows, .total = load.rows};
        watch.advance(step);
        const auto rows = readPart(connection, part, load, watch, step);
        if (!rows)
            return std::unexpected(rows.error());
        report.rows += *rows;
        report.bytes += QFileInfo(part.file).size();
        tables.append(part.table);
    }
    watch.advance({.done = report.rows, .total = load.rows});
    return rowwriter::checkReferences(connection)
        .and_then([&] { return rowwriter::setCounters(connection, tables); })
        .transform([&] { return report; });
}

}

Result<Report> imports::read(Connection &connection, const Order &order, const Watch &watch)
{
    const auto load = loadOf(connection, order);
    if (!load)
        return std::unexpected(load.error());
    const bool isWhole = QFileInfo(order.path).isDir();
    return connection.atomically([&] {
        return rowwriter::deferReferences(connection)
            .and_then([&] { return isWhole ? checkEmpty(connection, *load) : Result<>(); })
            .and_then([&] { return readParts(connection, *load, watch); });
    });
}
