#include "store/newest.h"

#include "store/enums.h"

using namespace Qt::Literals;

namespace {

constexpr int Looked = 500; ///< decisions: further back nothing is new

newest::Found foundIn(const Rows &row)
{
    const QVariant year = row.value(1);
    return {.title = row.value(0).toString(),
            .year = year.isNull() ? std::nullopt : std::optional(year.toInt()),
            .article = row.value(2).toString()};
}

}

Result<QList<newest::Found>> newest::found(Connection &connection, int limit)
{
    return connection.all(
        u"SELECT i.title, i.year, COALESCE(d.article, d.wikidata_id) FROM decisions d "
        "JOIN items i ON i.item_id = d.item_id "
        "WHERE d.decision_id > (SELECT COALESCE(MAX(decision_id), 0) - ? FROM decisions) AND d.verdict = ? "
        "ORDER BY d.decision_id DESC LIMIT ?"_s,
        {Looked, enums::text(Verdict::AcceptedByMachine), limit}, foundIn);
}
