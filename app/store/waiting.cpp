#include "store/waiting.h"

#include <QDateTime>

using namespace Qt::Literals;

Result<QVariantList> waiting::items(Connection &connection, std::optional<GalleryId> gallery, Stage stage,
                                    const library::Wanted &wanted)
{
    const QString from
        = gallery ? u"FROM gallery_items w WHERE w.gallery_id = ? AND w.gone = FALSE"_s : u"FROM items w WHERE TRUE"_s;
    const QString select = u"SELECT w.item_id "_s + from
        + u" AND w.stage = ? AND w.retry_at <= ? ORDER BY w.retry_at, w.item_id LIMIT ?"_s;
    QVariantList values{enums::text(stage), QDateTime::currentSecsSinceEpoch(), wanted.most + wanted.claimed.size()};
    if (gallery)
        values.prepend(gallery->value);
    const auto found
        = connection.all(select, values, [](const Rows &row) { return ItemId{row.value(0).toLongLong()}; });
    return found.transform([&](const QList<ItemId> &ids) {
        QVariantList free;
        for (const ItemId id : ids) {
            if (free.size() < wanted.most && !wanted.claimed.contains(id))
                free.append(id.value);
        }
        return free.size() < wanted.least ? QVariantList() : free;
    });
}
