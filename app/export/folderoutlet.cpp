#include "export/folderoutlet.h"

#include "export/formats.h"
#include "export/manifest.h"
#include "export/place.h"
#include "export/sink.h"

#include <QFile>

using namespace Qt::Literals;
using exports::Format;
using exports::Order;
using exports::Report;

namespace {

/// A folder with its manifest, which takes its place whole.
class FolderOutlet : public Outlet
{
public:
    FolderOutlet(const Order &order, std::unique_ptr<NewFolder> folder)
        : m_folder(std::move(folder))
        , m_manifest(order)
    {
    }

    Result<Report> commit(Connection &connection) override
    {
        return m_manifest.prepare(connection, m_folder->path() + u'/' + place::Manifest)
            .and_then([this] { return m_manifest.commit(); })
            .and_then([this] { return m_folder->commit(); })
            .transform([this] { return m_report; });
    }

protected:
    std::unique_ptr<NewFolder> m_folder;
    Manifest m_manifest;
    Report m_report{.files = 0};
};

/// A file for each table.
class TablesOutlet : public FolderOutlet
{
public:
    TablesOutlet(const Order &order, std::unique_ptr<NewFolder> folder)
        : FolderOutlet(order, std::move(folder))
        , m_order(order)
    {
    }

    Result<Writer *> next(const Sheet &sheet) override
    {
        m_file.setFileName(m_folder->path() + u'/' + nameOf(sheet));
        if (!m_file.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return std::unexpected(sink::error(m_file));
        m_sink.emplace(m_file);
        const bool isJson = m_order.format == Format::Json || m_order.format == Format::JsonLines;
        m_writer = isJson ? writers::json(*m_sink, m_order) : writers::csv(*m_sink, m_order);
        return m_writer.get();
    }

    Result<> ended(const Sheet &sheet, const Counts &counts) override
    {
        return m_writer->finish().and_then([this] { return m_sink->finish(); }).transform([&] {
            m_manifest.addTable(sheet, nameOf(sheet), counts);
            m_manifest.addFile(nameOf(sheet), m_sink->size(), m_sink->checksum());
            m_report.bytes += m_sink->size();
            m_report.rows += counts.rows;
            ++m_report.files;
            m_file.close();
        });
    }

private:
    QString nameOf(const Sheet &sheet) const { return sheet.name + u'.' + formats::suffix(m_order.format); }

    Order m_order;
    QFile m_file;
    std::optional<Sink> m_sink;
    std::unique_ptr<Writer> m_writer;
};

/// A file for each film.
class FilmsOutlet : public FolderOutlet
{
public:
    FilmsOutlet(const Order &order, std::unique_ptr<NewFolder> folder)
        : FolderOutlet(order, std::move(folder))
        , m_nothing(u"/dev/null"_s)
        , m_writer(writers::nfo(m_folder->path(), m_all))
    {
        std::ignore = m_nothing.open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

    Result<Writer *> next(const Sheet &) override { return m_writer.get(); }

    Result<> ended(const Sheet &sheet, const Counts &counts) override
    {
        return m_all.finish().transform([&] {
            m_manifest.addTable(sheet, u"*.nfo"_s, counts);
            m_manifest.addFiles(u"*.nfo"_s, counts.rows, m_all.size(), m_all.checksum());
            m_report = {.rows = counts.rows, .files = int(counts.rows), .bytes = m_all.size()};
        });
    }

private:
    QFile m_nothing; // where the bytes go that are only summed up
    Sink m_all{m_nothing};
    std::unique_ptr<Writer> m_writer;
};

}

Result<std::unique_ptr<Outlet>> outlets::folder(const Order &order)
{
    return NewFolder::make(order.path).transform([&](std::unique_ptr<NewFolder> folder) -> std::unique_ptr<Outlet> {
        if (order.format == Format::Nfo)
            return std::make_unique<FilmsOutlet>(order, std::move(folder));
        return std::make_unique<TablesOutlet>(order, std::move(folder));
    });
}
