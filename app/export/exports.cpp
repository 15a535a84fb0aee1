#include "export/exports.h"

#include "export/formats.h"
#include "export/itemlines.h"
#include "export/outlets.h"
#include "export/sheets.h"
#include "store/rowstream.h"

using namespace Qt::Literals;
using exports::Order;
using exports::Report;
using exports::Watch;

namespace {

constexpr qint64 BetweenLooks = 1024; // rows

/// The rows of a table on their way: counted, told, and stopped where that is wanted.
class Flow
{
public:
    Flow(const Sheet &sheet, const Watch &watch, exports::Step step)
        : m_sheet(sheet)
        , m_watch(watch)
        , m_step(std::move(step))
        , m_counts{.nulls = QList<qint64>(sheet.fields().size()), .empty = QList<qint64>(sheet.fields().size())}
    {
    }

    Result<> into(Writer &writer, RowStream &rows)
    {
        for (;;) {
            const auto more = rows.next();
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                return {};
            if (const auto written = writer.row(rows.cells()); !written)
                return written;
            count(rows.cells());
            if (++m_counts.rows % BetweenLooks == 0 && m_watch.stop.stop_requested())
                return fail(Error::Kind::Cancelled, u"The export was stopped."_s, m_sheet.name);
            if (m_counts.rows % BetweenLooks == 0)
                tell();
        }
    }

    const Counts &counts() const { return m_counts; }

private:
    void count(Cells cells)
    {
        qint64 *nulls = m_counts.nulls.data();
        qint64 *empty = m_counts.empty.data();
        for (const Cell &cell : cells) {
            *nulls++ += cell.isNull() ? 1 : 0;
            *empty++ += !cell.isNull() && cell.bytes.empty() ? 1 : 0;
        }
    }

    void tell()
    {
        m_watch.advance({.table = m_sheet.name, .done = m_step.done + m_counts.rows, .total = m_step.total});
    }

    const Sheet &m_sheet;
    const Watch &m_watch;
    exports::Step m_step; // before this table
    Counts m_counts;
};

Result<Counts> writeSheet(Connection &connection, const Sheet &sheet, Writer &writer, const Watch &watch,
                          const exports::Step &step)
{
    if (const auto begun = writer.begin(sheet); !begun)
        return std::unexpected(begun.error());
    auto rows = rowstream::open(connection, sheet.selection, watch.stop);
    if (!rows)
        return std::unexpected(rows.error());
    Flow flow(sheet, watch, step);
    return flow.into(writer, **rows).and_then([&] { return writer.end(); }).transform([&] { return flow.counts(); });
}

std::optional<qint64> totalOf(const QList<Sheet> &sheets)
{
    qint64 total = 0;
    for (const Sheet &sheet : sheets) {
        if (!sheet.total)
            return std::nullopt;
        total += *sheet.total;
    }
    return total;
}

Result<Report> fill(Connection &connection, Outlet &outlet, const QList<Sheet> &sheets, const Watch &watch)
{
    exports::Step step{.total = totalOf(sheets)};
    for (const Sheet &sheet : sheets) {
        step.table = sheet.name;
        watch.advance(step);
        const auto counts = outlet.next(sheet).and_then(
            [&](Writer *writer) { return writeSheet(connection, sheet, *writer, watch, step); });
        if (!counts)
            return std::unexpected(counts.error());
        if (const auto ended = outlet.ended(sheet, *counts); !ended)
            return std::unexpected(ended.error());
        step.done += counts->rows;
    }
    watch.advance(step);
    if (watch.stop.stop_requested())
        return fail(Error::Kind::Cancelled, u"The export was stopped."_s);
    return outlet.commit(connection);
}

Result<Report> writeSheets(Connection &connection, const Order &order, const QList<Sheet> &sheets, const Watch &watch)
{
    return outlets::of(connection, order).and_then([&](const std::unique_ptr<Outlet> &outlet) {
        return fill(connection, *outlet, sheets, watch).transform_error([&](Error error) {
            return outlet->cutOff(std::move(error));
        });
    });
}

Result<> check(const Order &order)
{
    if (!formats::holds(order.format, order.content))
        return fail(Error::Kind::Invalid, u"The format %1 does not hold that."_s.arg(formats::name(order.format)));
    if (order.path.isEmpty() && (order.isFolder() || order.format == exports::Format::Xlsx))
        return fail(Error::Kind::Invalid, u"This export needs a place: name a file or folder."_s);
    return {};
}

}

Result<Report> exports::write(Connection &connection, const Order &order, const Watch &watch)
{
    if (const auto fine = check(order); !fine)
        return std::unexpected(fine.error());
    auto done = rowstream::atOneMoment(connection, [&] {
        if (order.content == Content::Items)
            return itemlines::write(connection, order, watch);
        return sheets::of(connection, order).and_then([&](const QList<Sheet> &sheets) {
            return writeSheets(connection, order, sheets, watch);
        });
    });
    if (!done && watch.stop.stop_requested() && done.error().kind != Error::Kind::Cancelled)
        return fail(Error::Kind::Cancelled, u"The export was stopped."_s, done.error().detail);
    return done;
}
