#include "tableexport.h"

#include "export/csv.h"
#include "store/database.h"
#include "store/tableoutline.h"

#include <QCoreApplication>
#include <QSaveFile>

using namespace Qt::Literals;

namespace {

constexpr qint64 RowsAtOnce = 2000;

Error error(const QSaveFile &file)
{
    return {.kind = Error::Kind::Storage,
            .message = QCoreApplication::translate("tableexport", "%1 could not be written: %2")
                           .arg(file.fileName(), file.errorString()),
            .detail = file.fileName()};
}

Result<> put(QSaveFile &file, const QByteArray &bytes)
{
    if (file.write(bytes) != bytes.size())
        return std::unexpected(error(file));
    return {};
}

/// Names of other rows stand in one cell.
QVariant cellOf(const QVariant &value)
{
    if (!value.canConvert<table::Links>())
        return value;
    QStringList names;
    for (const table::Link &link : value.value<table::Links>())
        names.append(link.name);
    return names.join(u"; ");
}

QByteArray line(const QVariantList &row)
{
    QVariantList cells;
    for (const QVariant &cell : row)
        cells.append(cellOf(cell));
    return csv::line(cells);
}

QByteArray headerOf(const table::Outline &outline)
{
    QVariantList headers;
    for (const table::Field &field : outline.shown)
        headers.append(field.header);
    return csv::line(headers);
}

/// Writes one page of rows. Returns how many there were.
Result<int> writePage(Connection &connection, QSaveFile &file, const tableexport::Order &order, qint64 first)
{
    const auto outline = table::outline(connection, order.query);
    if (!outline)
        return std::unexpected(outline.error());
    const auto rows = table::rowsAt(connection, *outline, first, RowsAtOnce);
    if (!rows)
        return std::unexpected(rows.error());
    QByteArray bytes = first == 0 ? headerOf(*outline) : QByteArray();
    for (const table::Row &row : *rows)
        bytes += line(row.cells);
    return put(file, bytes).transform([&] { return int(rows->size()); });
}

}

QCoro::Task<Result<int>> tableexport::toCsv(std::shared_ptr<Job> job, Database &database, Order order)
{
    const auto file = std::make_shared<QSaveFile>(order.path);
    if (!file->open(QIODevice::WriteOnly))
        co_return std::unexpected(error(*file));
    int done = 0;
    for (bool more = true; more;) {
        const auto work
            = [file, order, done](Connection &connection) { return writePage(connection, *file, order, done); };
        const auto written = co_await database.read(work);
        if (!written)
            co_return std::unexpected(written.error());
        if (!co_await job->mayGoOn())
            co_return fail(Error::Kind::Cancelled, u"The export was stopped."_s, order.path);
        done += *written;
        more = *written == RowsAtOnce;
        job->advance({.done = done, .total = std::max(done, order.total)});
    }
    if (!file->commit())
        co_return std::unexpected(error(*file));
    co_return done;
}
