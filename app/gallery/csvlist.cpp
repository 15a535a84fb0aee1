#include "gallery/file.h"

#include "gallery/csvcolumns.h"
#include "gallery/csvreader.h"

#include <QSet>

using namespace Qt::Literals;

namespace {

bool isEmpty(const CsvReader::Record &record)
{
    return std::ranges::all_of(record.cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
}

/// Takes records into a page, each key once.
class Collector
{
public:
    Collector(CsvColumns columns, Gallery gallery)
        : m_columns(columns)
        , m_gallery(std::move(gallery))
    {
    }

    void add(const CsvReader::Record &record)
    {
        if (isEmpty(record))
            return;
        if (!m_columns.isMovie(record)) {
            ++m_page.skipped;
            return;
        }
        auto item = m_columns.item(record, m_page.notes);
        if (!item)
            m_page.errors.append(item.error());
        else if (m_keys.contains(item->key))
            ++m_page.duplicates;
        else
            keep(*std::move(item));
    }

    gallery::Page take() { return std::move(m_page); }

private:
    void keep(Item item)
    {
        item.gallery = m_gallery;
        item.crawledAt = m_now;
        m_keys.insert(item.key);
        m_page.items.append(std::move(item));
    }

    CsvColumns m_columns;
    Gallery m_gallery;
    QDateTime m_now = QDateTime::currentDateTimeUtc();
    gallery::Page m_page;
    QSet<QString> m_keys;
};

}

Result<gallery::Page> galleryfile::parseCsv(const QByteArray &csv, const Gallery &gallery)
{
    if (csv.trimmed().isEmpty())
        return fail(Error::Kind::Invalid, u"The file is empty."_s);
    CsvReader reader(csv);
    const auto header = reader.next();
    if (!header)
        return std::unexpected(header.error());
    const auto columns = CsvColumns::read(header->cells);
    if (!columns)
        return std::unexpected(columns.error());
    Collector collector(*columns, gallery);
    while (!reader.atEnd()) {
        const auto record = reader.next();
        if (!record)
            return std::unexpected(record.error());
        collector.add(*record);
    }
    return collector.take();
}
