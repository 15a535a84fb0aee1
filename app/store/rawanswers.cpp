#include "store/rawanswers.h"

#include "store/words.h"

using namespace Qt::Literals;
using rawanswers::Entry;
using rawanswers::Kind;

namespace {

/// Where answers of a kind are, all as "key" and "title".
QString listOf(Kind kind)
{
    switch (kind) {
    case Kind::Node:
        return u"SELECT CAST(n.item_id AS TEXT) AS key, CASE WHEN i.year IS NULL THEN i.title "
               "ELSE i.title || ' (' || i.year || ')' END AS title "
               "FROM item_nodes n JOIN items i ON i.item_id = n.item_id WHERE n.node <> ''"_s;
    case Kind::Entity:
        return u"SELECT e.wikidata_id AS key, COALESCE(l.name, (SELECT MIN(m.title) FROM movies m "
               "WHERE m.wikidata_id = e.wikidata_id), e.wikidata_id) AS title "
               "FROM entities e LEFT JOIN labels l ON l.wikidata_id = e.wikidata_id"_s;
    case Kind::Article:
        return u"SELECT title AS key, title FROM articles"_s;
    case Kind::Response:
        return u"SELECT request_key AS key, url AS title FROM responses"_s;
    }
    return {};
}

/// By its key.
QString bodyOf(Kind kind)
{
    switch (kind) {
    case Kind::Node:
        return u"SELECT node FROM item_nodes WHERE item_id = CAST(? AS BIGINT)"_s;
    case Kind::Entity:
        return u"SELECT json FROM entities WHERE wikidata_id = ?"_s;
    case Kind::Article:
        return u"SELECT wikitext FROM articles WHERE title = ?"_s;
    case Kind::Response:
        return u"SELECT body FROM responses WHERE request_key = ?"_s;
    }
    return {};
}

}

Result<QList<Entry>> rawanswers::find(Connection &connection, Kind kind, const QString &words, int most)
{
    QStringList conditions;
    QVariantList values;
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        conditions.append(words::condition(connection, u"(title || ' ' || key)"_s));
        values.append(words::value(connection, word));
    }
    const QString where = conditions.isEmpty() ? QString() : u" WHERE "_s + conditions.join(u" AND ");
    values.append(most);
    return connection.all(
        u"SELECT key, title FROM ("_s + listOf(kind) + u") a"_s + where + u" ORDER BY title, key LIMIT ?"_s, values,
        [kind](const Rows &row) {
            return Entry{.kind = kind, .key = row.value(0).toString(), .title = row.value(1).toString()};
        });
}

Result<QByteArray> rawanswers::body(Connection &connection, const Entry &entry)
{
    const auto found = connection.first(bodyOf(entry.kind), {entry.key}, [&](const Rows &row) {
        return entry.kind == Kind::Node ? row.value(0).toString().toUtf8() : row.value(0).toByteArray();
    });
    if (!found)
        return std::unexpected(found.error());
    const std::optional<QByteArray> &answer = *found;
    if (!answer)
        return fail(Error::Kind::Missing, u"This answer is not there any more."_s, entry.key);
    return *answer;
}
