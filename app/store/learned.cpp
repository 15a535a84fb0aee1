#include "store/learned.h"

#include "store/enums.h"
#include "store/matchrows.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

learned::Row readRow(const Rows &row)
{
    return {.id = row.value(0).toLongLong(),
            .weights = row.value(1).toString().toUtf8(),
            .base = row.value(2).toString().toLatin1(),
            .titles = row.value(3).toInt(),
            .who = row.value(4).toString(),
            .at = sql::timeOf(row.value(5))};
}

}

Result<std::optional<learned::Row>> learned::current(Connection &connection)
{
    return connection.first(u"SELECT learned_id, weights, base, titles, who, learned_at FROM learned_weights "
                            "WHERE taken_back_at IS NULL AND learned_id > ? ORDER BY learned_id DESC LIMIT 1"_s,
                            {0}, readRow);
}

Result<> learned::keep(Connection &connection, const Row &row)
{
    return connection.run(u"INSERT INTO learned_weights (weights, base, titles, who, learned_at) "
                          "VALUES (?, ?, ?, ?, ?)"_s,
                          {QString::fromUtf8(row.weights), QString::fromLatin1(row.base), row.titles,
                           sql::text(row.who), sql::time(QDateTime::currentDateTimeUtc())});
}

Result<> learned::takeBack(Connection &connection, qint64 id)
{
    return connection.run(u"UPDATE learned_weights SET taken_back_at = ? WHERE learned_id = ?"_s,
                          {sql::time(QDateTime::currentDateTimeUtc()), id});
}

Result<QList<Match>> learned::lessons(Connection &connection, int limit)
{
    return matchrows::read(
        connection,
        u"WHERE i.judge = ? AND i.verdict IN (?, ?, ?) AND NOT EXISTS (SELECT 1 FROM decision_batches b "
        "WHERE b.batch_id = d.batch_id AND b.kind = 'accepted above') ORDER BY d.decision_id DESC LIMIT ?"_s,
        {enums::text(Judge::Person), enums::text(Verdict::Accepted), enums::text(Verdict::NoArticle),
         enums::text(Verdict::Rejected), limit});
}
