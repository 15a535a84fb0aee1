#include "jobs/wholefile.h"

#include "jobs/tabletext.h"
#include "jobs/watching.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::Literals;
using editing::Kind;
using exports::Watch;
using pasting::Block;
using pasting::Preview;
using wholefile::Findings;
using wholefile::Order;

namespace {

constexpr qint64 LargestFile = 1LL << 30; // bytes
constexpr qsizetype MostFaults = 1'000; // that are named

Result<QByteArray> bytesOf(const Order &order)
{
    QFile file(order.path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Invalid, u"The file cannot be read."_s, file.errorString());
    if (file.size() > LargestFile)
        return fail(Error::Kind::Invalid,
                    u"The file is larger than 1 GiB. Cut it into several, or import it on the command line: "
                    "cineteca-cli import --table."_s,
                    order.path);
    return file.readAll();
}

QByteArray checksumOf(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

void count(Findings &findings, const Order &order, const Block &block, const Preview &preview)
{
    for (const editing::Change &change : preview.changes) {
        findings.newRows += change.kind == Kind::Insert && change.table == order.table;
        findings.changed += change.kind == Kind::Set;
    }
    const qsizetype room = MostFaults - findings.firstFaults.size();
    findings.firstFaults += preview.faults.first(std::min(room, preview.faults.size()));
    for (const QString &header : block.aside) {
        if (!findings.aside.contains(header))
            findings.aside.append(header);
    }
    findings.faults += preview.faults.size();
    findings.notMade += preview.notMade;
    findings.unchanged += preview.unchanged;
    findings.lines += block.lines.size();
}

Result<> goOn(const Watch &watch)
{
    return watch.stop.stop_requested() ? fail(Error::Kind::Cancelled, u"It was stopped. Nothing was changed."_s)
                                       : Result<>();
}

/// Lines of a file, from 1 without the headers.
struct Part
{
    qint64 first = 0;
    qint64 last = 0;
    editing::Pace pace;
};

/// Goes through the parts of a file. `work` is done with each.
template<typename Work>
Result<Findings> through(Connection &connection, const Order &order, const Watch &watch, Work work)
{
    const auto bytes = bytesOf(order);
    if (!bytes)
        return std::unexpected(bytes.error());
    Findings findings{.checksum = checksumOf(*bytes)};
    if (!order.checksum.isEmpty() && order.checksum != findings.checksum)
        return fail(Error::Kind::Invalid, u"The file has changed since it was read through. Choose it again."_s,
                    order.path);
    const qint64 total = bytes->count('\n') - 1; // without the headers, about
    tabletext::Reader reader(*bytes);
    watch.advance({.table = order.table, .done = 0, .total = total});
    while (!reader.atEnd()) {
        if (const auto on = goOn(watch); !on)
            return std::unexpected(on.error());
        const auto text = reader.next(order.linesOfAPart);
        if (!text)
            return std::unexpected(text.error());
        const model::Table &table = *model::own().table(order.table);
        const Block block = pasting::block(table, text->headers, text->lines, text->places);
        const auto found = pasting::preview(connection, table, block, order.unknown);
        if (!found)
            return std::unexpected(found.error());
        const qint64 first = findings.lines + 1;
        count(findings, order, block, *found);
        const editing::Pace pace = [&](qint64 rows) {
            watch.advance({.table = order.table, .done = std::min(first - 1 + rows, findings.lines), .total = total});
            return goOn(watch);
        };
        if (const auto done = work(*found, Part{.first = first, .last = findings.lines, .pace = pace}); !done)
            return std::unexpected(done.error());
        watch.advance({.table = order.table, .done = findings.lines, .total = total});
    }
    return findings;
}

/// Nobody else can have changed the rows since they were read: it is one transaction.
Result<> save(Connection &connection, const Order &order, const Preview &found, const Part &part)
{
    const QString what = u"%1, lines %2 to %3"_s.arg(QFileInfo(order.path).fileName()).arg(part.first).arg(part.last);
    return editing::save(connection, found.changes, order.who, what, part.pace)
        .and_then([&](const editing::Saved &saved) {
            return saved.conflicts.isEmpty()
                ? Result<>()
                : fail(Error::Kind::Storage, u"A row was changed while the file was imported. Nothing was changed."_s,
                       saved.conflicts.constFirst().table + u' ' + saved.conflicts.constFirst().row);
        });
}

}

QCoro::Task<Result<Findings>> wholefile::look(const std::shared_ptr<Job> &job, SideLane &lane, Order order)
{
    return lane.read([order = std::move(order), watch = watching::watch(job)](Connection &connection) {
        return through(connection, order, watch, [](const Preview &, const Part &) { return Result<>(); });
    });
}

QCoro::Task<Result<Findings>> wholefile::import(const std::shared_ptr<Job> &job, Database &database, Order order)
{
    return database.run([order = std::move(order), watch = watching::watch(job)](Connection &connection) {
        return connection.atomically([&] {
            return through(connection, order, watch, [&](const Preview &found, const Part &part) {
                return save(connection, order, found, part);
            });
        });
    });
}
