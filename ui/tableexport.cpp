#include "tableexport.h"

#include "export/csv.h"
#include "store/database.h"

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

QByteArray line(const QVariantList &row, const QList<int> &columns)
{
    QVariantList cells;
    for (const int column : columns)
        cells.append(row.value(column));
    return csv::line(cells);
}

Result<> begin(QSaveFile &file, const tableexport::Order &order)
{
    if (!file.open(QIODevice::WriteOnly))
        return std::unexpected(error(file));
    const QVariantList headers(order.headers.begin(), order.headers.end());
    return put(file, csv::line(headers));
}

/// Writes one page of rows. Returns how many there were.
Result<int> writePage(Connection &connection, QSaveFile &file, const tableexport::Order &order, qint64 first)
{
    const auto shown = table::shown(connection, order.query, first, RowsAtOnce);
    if (!shown)
        return std::unexpected(shown.error());
    QByteArray bytes;
    for (const QVariantList &row : shown->rows)
        bytes += line(row, order.columns);
    return put(file, bytes).transform([&] { return int(shown->rows.size()); });
}

}

QCoro::Task<Result<int>> tableexport::toCsv(std::shared_ptr<Job> job, Database &database, Order order)
{
    const auto file = std::make_shared<QSaveFile>(order.path);
    if (const auto begun = begin(*file, order); !begun)
        co_return std::unexpected(begun.error());
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
