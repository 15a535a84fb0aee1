#include "export/itemlines.h"

#include "data/itemlist.h"
#include "export/manifest.h"
#include "export/outlets.h"
#include "export/place.h"
#include "export/sink.h"
#include "store/itemstream.h"
#include "store/table.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::Literals;
using exports::Order;
using exports::Report;
using exports::Watch;

namespace {

constexpr int ItemsAtOnce = 500;

Result<qint64> writeLines(Connection &connection, Sink &sink, const Watch &watch)
{
    const auto total = table::count(connection, {.table = u"items"_s});
    if (!total)
        return total;
    qint64 done = 0;
    ItemId last;
    for (;;) {
        const auto items = itemstream::after(connection, last, ItemsAtOnce);
        if (!items)
            return std::unexpected(items.error());
        for (const Item &item : *items)
            sink.text() += itemlist::toLine(item).toStdString() + '\n';
        if (const auto turned = sink.turn(); !turned)
            return std::unexpected(turned.error());
        done += items->size();
        watch.advance({.table = u"items"_s, .done = done, .total = *total});
        if (watch.stop.stop_requested())
            return fail(Error::Kind::Cancelled, u"The export was stopped."_s);
        if (items->size() < ItemsAtOnce)
            return done;
        last = items->constLast().id;
    }
}

Result<Report> writeFile(Connection &connection, const Order &order, QSaveFile &file, const Watch &watch)
{
    Sink sink(file);
    Manifest manifest(order);
    const QString name = QFileInfo(order.path).fileName();
    Report report;
    return writeLines(connection, sink, watch)
        .and_then([&](qint64 rows) {
            report.rows = rows;
            return sink.finish();
        })
        .and_then([&] {
            report.bytes = sink.size();
            manifest.addTable({.name = u"items"_s}, name, {.rows = report.rows});
            manifest.addFile(name, sink.size(), sink.checksum());
            return manifest.prepare(connection, place::manifestOf(order.path));
        })
        .and_then([&] { return file.commit() ? Result<>() : std::unexpected(sink::error(file)); })
        .and_then([&] { return manifest.commit(); })
        .transform([&] { return report; });
}

Result<Report> writeOut(Connection &connection, const Watch &watch)
{
    QFile out;
    if (!out.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(sink::error(out));
    Sink sink(out);
    return writeLines(connection, sink, watch)
        .and_then([&](qint64 rows) {
            return sink.finish().transform([&] { return Report{.rows = rows, .bytes = sink.size()}; });
        })
        .transform_error([&](Error error) { return sink.cutOff(std::move(error)); });
}

}

Result<Report> itemlines::write(Connection &connection, const Order &order, const Watch &watch)
{
    if (order.path.isEmpty())
        return writeOut(connection, watch);
    QSaveFile file(order.path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
        return std::unexpected(sink::error(file));
    return writeFile(connection, order, file, watch);
}
