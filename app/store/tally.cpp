#include "store/enums.h"
#include "store/library.h"

#include <QDateTime>

using namespace Qt::Literals;

namespace {

/// Adds so many titles of one verdict where they belong; `due` of them may be worked on at once.
void count(Tally &tally, const QString &verdict, int titles, int due)
{
    tally.listed += titles;
    if (verdict == "open"_L1) {
        tally.open += titles;
        return;
    }
    switch (enums::of<Verdict>(verdict)) {
    case Verdict::Unreviewed:
    case Verdict::Postponed:
        tally.toReview += titles;
        return;
    case Verdict::AcceptedByMachine:
        tally.byMachine += titles;
        return;
    case Verdict::Accepted:
        tally.byPerson += titles;
        return;
    case Verdict::NoArticle:
        tally.noArticle += titles;
        return;
    case Verdict::Rejected:
        tally.rejected += titles;
        return;
    case Verdict::LookupFailed:
        tally.failed += titles;
        tally.due += due;
        return;
    }
}

/// Rows of stage, verdict, how many, how many of them new, how many due.
Result<Tally> sum(Connection &connection, const QString &sql, const QVariantList &values)
{
    Tally tally;
    const auto read = [&](const Rows &row) {
        const int titles = row.value(2).toInt();
        count(tally, row.value(1).toString(), titles, row.value(4).toInt());
        if (enums::of<Stage>(row.value(0).toString()) == Stage::Recorded)
            tally.recorded += titles;
        tally.isNew += row.value(3).toInt();
        return 0;
    };
    return connection.all(sql, values, read).transform([&](const QList<int> &) { return tally; });
}

Result<qint64> number(Connection &connection, const QString &sql, const QVariantList &values)
{
    return connection.first(sql, values, [](const Rows &row) { return row.value(0).toLongLong(); })
        .transform([](std::optional<qint64> number) { return number.value_or(0); });
}

Result<Tally> ofGallery(Connection &connection, GalleryId gallery)
{
    const auto newest
        = number(connection, u"SELECT COALESCE(MAX(crawl_id), 0) FROM crawls WHERE gallery_id = ?"_s, {gallery.value});
    const auto gone = number(connection, u"SELECT COUNT(*) FROM gallery_items WHERE gallery_id = ? AND gone = TRUE"_s,
                             {gallery.value});
    if (!newest || !gone)
        return std::unexpected(newest ? gone.error() : newest.error());
    return sum(connection,
               u"SELECT stage, verdict, COUNT(*), COUNT(CASE WHEN first_crawl_id = ? THEN 1 END), "
               "COUNT(CASE WHEN retry_at <= ? THEN 1 END) FROM gallery_items "
               "WHERE gallery_id = ? AND gone = FALSE GROUP BY stage, verdict"_s,
               {*newest, QDateTime::currentSecsSinceEpoch(), gallery.value})
        .transform([&](Tally tally) {
            tally.gone = int(*gone);
            return tally;
        });
}

}

Result<Tally> library::tally(Connection &connection, std::optional<GalleryId> gallery)
{
    if (gallery)
        return ofGallery(connection, *gallery);
    return sum(connection,
               u"SELECT stage, verdict, COUNT(*), 0, 0 FROM items WHERE item_id > ? GROUP BY stage, verdict"_s, {0});
}
