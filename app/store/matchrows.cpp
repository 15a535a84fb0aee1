#include "store/matchrows.h"

#include "data/article.h"
#include "store/candidaterows.h"
#include "store/decisionrows.h"
#include "store/itemrows.h"
#include "store/sql.h"

using namespace Qt::Literals;

namespace {

bool isAccepted(Verdict verdict)
{
    return verdict == Verdict::Accepted || verdict == Verdict::AcceptedByMachine;
}

Match readOne(const Rows &row)
{
    Match match{.item = itemrows::read(row)};
    match.decision = decisionrows::read(row, itemrows::Count);
    match.decision.item = match.item.id;
    if (isAccepted(match.decision.verdict) && match.decision.article)
        match.item.wikiUrl = pageOf(*match.decision.article);
    return match;
}

Result<QList<Match>> withCandidates(Connection &connection, QList<Match> matches)
{
    QList<ItemId> items;
    for (const Match &match : std::as_const(matches))
        items.append(match.item.id);
    return candidaterows::of(connection, items).transform([&](const QHash<ItemId, QList<Candidate>> &candidates) {
        for (Match &match : matches)
            match.candidates = candidates.value(match.item.id);
        return matches;
    });
}

}

Result<QList<Match>> matchrows::read(Connection &connection, const QString &from, const QVariantList &values)
{
    return readWithoutCandidates(connection, from, values).and_then([&](const QList<Match> &matches) {
        return withCandidates(connection, matches);
    });
}

Result<QList<Match>> matchrows::readWithoutCandidates(Connection &connection, const QString &from,
                                                      const QVariantList &values)
{
    static const QString select
        = u"SELECT %1, %2 FROM %3 LEFT JOIN decisions d ON d.decision_id = i.decision_id "_s.arg(
            itemrows::Columns, decisionrows::Columns, itemrows::Tables);
    return connection.all(select + from, values, readOne);
}
