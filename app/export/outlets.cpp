#include "export/outlets.h"

#include "export/dump.h"
#include "export/folderoutlet.h"
#include "export/formats.h"
#include "export/manifest.h"
#include "export/place.h"
#include "export/sink.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::Literals;
using exports::Format;
using exports::Order;
using exports::Report;

namespace {

Result<std::unique_ptr<Writer>> textWriter(Connection &connection, Sink &sink, const Order &order)
{
    if (order.format == Format::SqliteDump || order.format == Format::PostgresqlDump)
        return writers::dump(connection, sink, order);
    if (order.format == Format::Json || order.format == Format::JsonLines)
        return writers::json(sink, order);
    return writers::csv(sink, order);
}

/// The standard output, which cannot be taken back and has no manifest.
class StreamOutlet : public Outlet
{
public:
    static Result<std::unique_ptr<Outlet>> make(Connection &connection, const Order &order)
    {
        auto outlet = std::make_unique<StreamOutlet>();
        if (!outlet->m_file.open(stdout, QIODevice::WriteOnly | QIODevice::Unbuffered))
            return std::unexpected(sink::error(outlet->m_file));
        auto writer = textWriter(connection, outlet->m_sink, order);
        if (!writer)
            return std::unexpected(writer.error());
        outlet->m_writer = *std::move(writer);
        return outlet;
    }

    Result<Writer *> next(const Sheet &) override { return m_writer.get(); }
    Result<> ended(const Sheet &, const Counts &counts) override
    {
        m_rows += counts.rows;
        return {};
    }
    Error cutOff(Error error) const override { return m_sink.cutOff(std::move(error)); }
    Result<Report> commit(Connection &) override
    {
        return m_writer->finish().and_then([this] { return m_sink.finish(); }).transform([this] {
            return Report{.rows = m_rows, .bytes = m_sink.size()};
        });
    }

private:
    QFile m_file;
    Sink m_sink{m_file};
    std::unique_ptr<Writer> m_writer;
    qint64 m_rows = 0;
};

/// One file of text for all tables.
class FileOutlet : public Outlet
{
public:
    static Result<std::unique_ptr<Outlet>> make(Connection &connection, const Order &order)
    {
        auto outlet = std::make_unique<FileOutlet>(order);
        if (!outlet->m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return std::unexpected(sink::error(outlet->m_file));
        auto writer = textWriter(connection, outlet->m_sink, order);
        if (!writer)
            return std::unexpected(writer.error());
        outlet->m_writer = *std::move(writer);
        return outlet;
    }

    explicit FileOutlet(const Order &order)
        : m_file(order.path)
        , m_manifest(order)
    {
    }

    Result<Writer *> next(const Sheet &) override { return m_writer.get(); }
    Result<> ended(const Sheet &sheet, const Counts &counts) override
    {
        m_rows += counts.rows;
        m_manifest.addTable(sheet, QFileInfo(m_file.fileName()).fileName(), counts);
        return {};
    }
    Result<Report> commit(Connection &connection) override
    {
        return m_writer->finish()
            .and_then([this] { return m_sink.finish(); })
            .and_then([&] {
                m_manifest.addFile(QFileInfo(m_file.fileName()).fileName(), m_sink.size(), m_sink.checksum());
                return m_manifest.prepare(connection, place::manifestOf(m_file.fileName()));
            })
            .and_then([this] { return m_file.commit() ? Result<>() : std::unexpected(sink::error(m_file)); })
            .and_then([this] { return m_manifest.commit(); })
            .transform([this] { return Report{.rows = m_rows, .bytes = m_sink.size()}; });
    }

private:
    QSaveFile m_file;
    Sink m_sink{m_file};
    std::unique_ptr<Writer> m_writer;
    Manifest m_manifest;
    qint64 m_rows = 0;
};

/// One workbook for all tables.
class WorkbookOutlet : public Outlet
{
public:
    explicit WorkbookOutlet(const Order &order)
        : m_name(order.path)
        , m_file(order.path)
        , m_writer(writers::xlsx(m_file.path()))
        , m_manifest(order)
    {
    }

    Result<Writer *> next(const Sheet &) override { return m_writer.get(); }
    Result<> ended(const Sheet &sheet, const Counts &counts) override
    {
        m_rows += counts.rows;
        m_manifest.addTable(sheet, QFileInfo(m_name).fileName(), counts);
        return {};
    }
    Result<Report> commit(Connection &connection) override
    {
        if (const auto finished = m_writer->finish(); !finished)
            return std::unexpected(finished.error());
        QFile file(m_file.path());
        QCryptographicHash hash(QCryptographicHash::Sha256);
        if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
            return std::unexpected(sink::error(file));
        m_manifest.addFile(QFileInfo(m_name).fileName(), file.size(), hash.result().toHex());
        m_manifest.setShortened(m_writer->shortened());
        return m_manifest.prepare(connection, place::manifestOf(m_name))
            .and_then([this] { return m_file.commit(); })
            .and_then([this] { return m_manifest.commit(); })
            .transform(
                [&] { return Report{.rows = m_rows, .bytes = file.size(), .shortened = m_writer->shortened()}; });
    }

private:
    QString m_name;
    NewFile m_file;
    std::unique_ptr<Writer> m_writer; // ends before its file goes
    Manifest m_manifest;
    qint64 m_rows = 0;
};

}

Result<std::unique_ptr<Outlet>> outlets::of(Connection &connection, const Order &order)
{
    if (order.isFolder())
        return outlets::folder(order);
    if (order.format == Format::Xlsx)
        return std::make_unique<WorkbookOutlet>(order);
    return order.path.isEmpty() ? StreamOutlet::make(connection, order) : FileOutlet::make(connection, order);
}
