#include "store/waiting.h"

#include "store/leases.h"

#include <QDateTime>

using namespace Qt::Literals;

namespace {

/// Rows of gallery_items, or of items, as w.
struct From
{
    QString sql;
    QVariantList values;
};

From from(std::optional<GalleryId> gallery, Stage stage)
{
    From from{.sql = gallery ? u"FROM gallery_items w WHERE w.gallery_id = ? AND w.gone = FALSE"_s
                             : u"FROM items w WHERE TRUE"_s,
              .values = {enums::text(stage), QDateTime::currentSecsSinceEpoch()}};
    if (gallery)
        from.values.prepend(gallery->value);
    from.sql += u" AND w.stage = ? AND w.retry_at <= ?"_s;
    return from;
}

const QString Free = u" AND NOT EXISTS (SELECT 1 FROM leases l WHERE l.item_id = w.item_id AND l.purpose = 'work')"_s;

/// Free items. On a server they are locked until they are taken, past those that another is about to take.
Result<QVariantList> free(Connection &connection, const From &from, int most, bool takes)
{
    const bool locks = takes && connection.engine() == Connection::Engine::PostgreSQL;
    return connection.all(u"SELECT w.item_id "_s + from.sql + Free + u" ORDER BY w.retry_at, w.item_id LIMIT ?"_s
                              + (locks ? u" FOR UPDATE OF w SKIP LOCKED"_s : QString()),
                          from.values + QVariantList{most}, [](const Rows &row) { return row.value(0); });
}

}

Result<QVariantList> waiting::items(Connection &connection, std::optional<GalleryId> gallery, Stage stage,
                                    const library::Wanted &wanted)
{
    const auto find = [&] {
        return free(connection, from(gallery, stage), wanted.most, bool(wanted.worker))
            .transform([&](const QVariantList &ids) { return ids.first(ids.size() - ids.size() % wanted.least); });
    };
    if (!wanted.worker)
        return find();
    return connection.atomically([&] {
        return find().and_then([&](const QVariantList &ids) {
            return leases::take(connection, wanted.worker, leases::Purpose::Work, ids);
        });
    });
}

Result<waiting::Outlook> waiting::look(Connection &connection, GalleryId gallery, Stage stage, int least)
{
    const From waits = from(gallery, stage);
    const auto found = free(connection, waits, least, false);
    if (!found)
        return std::unexpected(found.error());
    if (!found->isEmpty())
        return Outlook{.enough = found->size() >= least, .any = true};
    return connection.first(u"SELECT 1 "_s + waits.sql + u" LIMIT 1"_s, waits.values, [](const Rows &) { return true; })
        .transform([](const std::optional<bool> &any) { return Outlook{.enough = false, .any = any.has_value()}; });
}
