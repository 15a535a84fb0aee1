#include "store/candidaterows.h"
#include "store/enums.h"
#include "store/library.h"
#include "store/matchrows.h"
#include "store/sql.h"
#include "store/words.h"

using namespace Qt::Literals;

namespace {

/// A filter as SQL: what to join, and the condition.
struct Condition
{
    QString join;
    QStringList terms;
    QVariantList values;

    QString sql() const { return join + u"WHERE "_s + terms.join(u" AND ") + u' '; }
};

Condition conditionOf(const Connection &connection, const library::MatchFilter &filter)
{
    Condition condition;
    QString table = u"i"_s;
    if (filter.gallery) {
        table = u"w"_s;
        condition.join = u"JOIN gallery_items w ON w.item_id = i.item_id "_s;
        condition.terms.append(u"w.gallery_id = ? AND w.gone = FALSE"_s);
        condition.values.append(filter.gallery->value);
    }
    if (!filter.verdicts.isEmpty()) {
        condition.terms.append(table + u".verdict IN "_s + sql::marks(filter.verdicts.size()));
        for (const Verdict verdict : filter.verdicts)
            condition.values.append(enums::text(verdict));
    }
    for (const QString &word : filter.words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        condition.terms.append(words::condition(connection, u"i.title"_s));
        condition.values.append(words::value(connection, word));
    }
    return condition;
}

}

Result<QList<Match>> library::matches(Connection &connection, const MatchFilter &filter, int limit, ItemId after)
{
    Condition condition = conditionOf(connection, filter);
    condition.terms.append(u"i.item_id > ?"_s);
    condition.values << after.value << limit;
    return matchrows::read(connection, condition.sql() + u"ORDER BY i.item_id LIMIT ?"_s, condition.values);
}

Result<int> library::countMatches(Connection &connection, const MatchFilter &filter)
{
    Condition condition = conditionOf(connection, filter);
    condition.terms.append(u"i.item_id > ?"_s);
    condition.values.append(0);
    return connection.insert(u"SELECT COUNT(*) FROM items i "_s + condition.sql(), condition.values)
        .transform([](qint64 count) { return int(count); });
}

Result<Match> library::match(Connection &connection, ItemId id)
{
    auto found = matchrows::read(connection, u"WHERE i.item_id = ?"_s, {id.value});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return fail(Error::Kind::Missing, u"There is no such title in the database."_s, QString::number(id.value));
    return found->takeFirst();
}

Result<std::optional<Item>> library::itemByKey(Connection &connection, const QString &source, const QString &key)
{
    const auto found = matchrows::read(connection, u"WHERE i.source = ? AND i.source_key = ?"_s,
                                       {sql::text(source), sql::text(key)});
    return found.transform([](const QList<Match> &matches) {
        return matches.isEmpty() ? std::nullopt : std::optional(matches.constFirst().item);
    });
}

Result<> library::keepCandidates(Connection &connection, ItemId item, const QList<Candidate> &candidates)
{
    return connection.atomically([&] { return candidaterows::replace(connection, {{item, candidates}}); });
}

Result<QList<Match>> library::toRecord(Connection &connection, const QVariantList &items)
{
    if (items.isEmpty())
        return QList<Match>();
    return matchrows::readWithoutCandidates(connection, u"WHERE i.item_id IN "_s + sql::marks(items.size()), items);
}
