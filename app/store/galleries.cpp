#include "store/galleryrows.h"
#include "store/library.h"
#include "store/sql.h"

using namespace Qt::Literals;

Gallery galleryrows::read(const Rows &row, int from)
{
    return {.id = {row.value(from).toLongLong()},
            .source = row.value(from + 1).toString(),
            .country = row.value(from + 2).toString(),
            .provider = row.value(from + 3).toString(),
            .name = row.value(from + 4).toString(),
            .url = QUrl(row.value(from + 5).toString()),
            .filter = sql::objectOf(row.value(from + 6))};
}

Result<GalleryId> library::keepGallery(Connection &connection, const Gallery &gallery)
{
    const auto id = connection.insert(
        u"INSERT INTO galleries (source, country, provider, name, url, filter) "
        "VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (source, country, provider, filter) "
        "DO UPDATE SET name = excluded.name, url = excluded.url RETURNING gallery_id"_s,
        {sql::text(gallery.source), sql::text(gallery.country), sql::text(gallery.provider), sql::text(gallery.name),
         sql::text(gallery.url.toString(QUrl::FullyEncoded)), sql::object(gallery.filter)});
    return id.transform([](qint64 key) { return GalleryId{key}; });
}

Result<QList<Gallery>> library::galleries(Connection &connection)
{
    return connection.all(u"SELECT %1 FROM galleries g ORDER BY name, gallery_id"_s.arg(galleryrows::Columns), {},
                          [](const Rows &row) { return galleryrows::read(row, 0); });
}

Result<QStringList> library::knownKeys(Connection &connection, GalleryId gallery)
{
    return connection.all(u"SELECT source_key FROM gallery_items g JOIN items i ON i.item_id = g.item_id "
                          "WHERE g.gallery_id = ? ORDER BY g.item_id"_s,
                          {gallery.value}, [](const Rows &row) { return row.value(0).toString(); });
}
