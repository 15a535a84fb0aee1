#include "store/newest.h"

#include "store/enums.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

constexpr int LookedAt = 500; ///< decisions: of those before, none is new

newest::Found readFound(const Rows &row)
{
    return {.item = {row.value(0).toLongLong()},
            .title = row.value(1).toString(),
            .year = sql::optional<int>(row, 2),
            .verdict = enums::of<Verdict>(row.value(3).toString()),
            .article = row.value(4).toString()};
}

}

Result<QList<newest::Found>> newest::found(Connection &connection, CrawlId crawl, int limit)
{
    const QString accepted = enums::text(Verdict::AcceptedByMachine);
    return connection.all(
        u"SELECT i.item_id, i.title, i.year, d.verdict, "
        "COALESCE(d.article, CASE d.verdict WHEN ? THEN d.wikidata_id ELSE c.title END) "
        "FROM (SELECT decision_id, item_id, verdict, judge, article, wikidata_id, decided_at FROM decisions "
        "ORDER BY decision_id DESC LIMIT ?) d "
        "JOIN items i ON i.item_id = d.item_id AND i.decision_id = d.decision_id "
        "JOIN crawls w ON w.crawl_id = ? AND w.started_at <= d.decided_at "
        "LEFT JOIN candidates c ON c.item_id = d.item_id AND c.place = 1 "
        "WHERE d.judge = ? AND d.verdict IN (?, ?) AND EXISTS "
        "(SELECT 1 FROM gallery_items g WHERE g.item_id = d.item_id AND g.gallery_id = w.gallery_id) "
        "ORDER BY d.decision_id DESC LIMIT ?"_s,
        {accepted, LookedAt, crawl.value, enums::text(Judge::Machine), accepted, enums::text(Verdict::Unreviewed),
         limit},
        readFound);
}
