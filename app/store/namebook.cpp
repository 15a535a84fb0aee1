#include "store/namebook.h"

#include "store/sql.h"

using namespace Qt::Literals;

namespace {

/// The columns that a name may fill, in the order of NameBook::detailsOf().
QStringList detailsIn(const NameBook::Table &table)
{
    QStringList columns;
    if (!table.born.isEmpty())
        columns.append(table.born);
    if (table.isPeople)
        columns << u"nationality"_s << u"bio"_s;
    return columns;
}

}

NameBook::NameBook(Table table)
    : m_table(std::move(table))
    , m_details(detailsIn(m_table))
{
}

void NameBook::want(const Name &name)
{
    if (name.name.isEmpty())
        return;
    if (name.wikidataId && !m_identified.contains(*name.wikidataId))
        m_identified.insert(*name.wikidataId, name);
    else if (!name.wikidataId && !m_unidentified.contains(name.name))
        m_unidentified.insert(name.name, name);
}

Result<> NameBook::find(Connection &connection)
{
    return look(connection).and_then([&] { return findIdentified(connection); }).and_then([&] {
        return findUnidentified(connection);
    });
}

qint64 NameBook::id(const Name &name) const
{
    const Row *row = rowOf(name);
    return row ? row->id : 0;
}

const NameBook::Row *NameBook::rowOf(const Name &name) const
{
    if (!name.wikidataId)
        return byNameAlone(name.name);
    const auto known = m_byId.constFind(*name.wikidataId);
    return known == m_byId.cend() ? nullptr : &*known;
}

/// The row that nobody has identified, else the only one of that name. Of several, none: it could be any of them.
const NameBook::Row *NameBook::byNameAlone(const QString &name) const
{
    const auto rows = m_byName.constFind(name);
    if (rows == m_byName.cend())
        return nullptr;
    const auto plain = std::ranges::find_if(*rows, [](const Row &row) { return row.wikidataId.isEmpty(); });
    if (plain != rows->cend())
        return &*plain;
    return rows->size() == 1 ? &rows->constFirst() : nullptr;
}

QVariantList NameBook::detailsOf(const Name &name) const
{
    QVariantList details;
    if (!m_table.born.isEmpty())
        details.append(sql::date(name.born));
    if (m_table.isPeople)
        details << sql::textOrNull(name.nationality) << sql::textOrNull(name.description);
    return details;
}

NameBook::Row NameBook::read(const Rows &row) const
{
    Row known{.id = row.value(0).toLongLong(), .name = row.value(1).toString(), .wikidataId = row.value(2).toString()};
    for (int i = 0; i < m_details.size(); ++i)
        known.empty.append(row.value(3 + i).toBool());
    return known;
}

void NameBook::know(const Row &row)
{
    auto &same = m_byName[row.name];
    if (!row.wikidataId.isEmpty())
        m_byId.insert(row.wikidataId, row);
    if (std::ranges::find(same, row.id, &Row::id) == same.end())
        same.append(row);
}

/// Reads the rows of all wanted ids, and of the names of those that have none or are not known by it.
Result<> NameBook::look(Connection &connection)
{
    QVariantList ids;
    for (const QString &id : m_identified.keys())
        ids.append(id);
    QString select = u"SELECT %1, name, wikidata_id"_s.arg(m_table.key);
    for (const QString &detail : m_details)
        select += u", %1 IS NULL"_s.arg(detail);
    select += u" FROM %1 WHERE "_s.arg(m_table.name);
    const auto keep = [&](const Rows &row) {
        know(read(row));
        return 0;
    };
    const auto byId = sql::where(connection, select + u"wikidata_id IN %1"_s, ids, keep);
    if (!byId)
        return std::unexpected(byId.error());
    QSet<QString> names(m_unidentified.keyBegin(), m_unidentified.keyEnd());
    for (const auto &[id, name] : std::as_const(m_identified).asKeyValueRange()) {
        if (!m_byId.contains(id))
            names.insert(name.name);
    }
    QVariantList unknown;
    for (const QString &name : std::as_const(names))
        unknown.append(name);
    return sql::where(connection, select + u"name IN %1"_s, unknown, keep).transform([](const QList<int> &) { });
}

Result<> NameBook::findIdentified(Connection &connection)
{
    QList<Name> missing;
    for (const Name &name : std::as_const(m_identified)) {
        const Row *known = rowOf(name);
        const Row *plain = known ? nullptr : byNameAlone(name.name);
        Result<bool> isThere = known != nullptr;
        if (known && completes(name, *known))
            isThere = complete(connection, name).transform([] { return true; });
        else if (plain && plain->wikidataId.isEmpty())
            isThere = adopt(connection, name);
        if (!isThere)
            return std::unexpected(isThere.error());
        if (!*isThere)
            missing.append(name);
    }
    return insert(connection, missing);
}

Result<> NameBook::findUnidentified(Connection &connection)
{
    QList<Name> missing;
    for (const Name &name : std::as_const(m_unidentified)) {
        if (!byNameAlone(name.name))
            missing.append(name);
    }
    return insert(connection, missing);
}

/// A row that only had a name is now known to be this one, unless a person said that it has no id.
Result<bool> NameBook::adopt(Connection &connection, const Name &name)
{
    const QString id = name.wikidataId.value_or(QString());
    auto &rows = m_byName[name.name];
    const auto plain = std::ranges::find_if(rows, [](const Row &row) { return row.wikidataId.isEmpty(); });
    const auto adopted
        = connection
              .execute(u"UPDATE %1 SET wikidata_id = ? WHERE %2 = ? AND NOT EXISTS (SELECT 1 FROM field_sources WHERE "
                       "table_name = ? AND row_id = ? AND column_name = 'wikidata_id' AND locked)"_s.arg(m_table.name,
                                                                                                         m_table.key),
                       {id, plain->id, m_table.name, plain->id})
              .transform([](const Rows &done) { return done.affected() > 0; });
    if (!adopted || !*adopted)
        return adopted;
    plain->wikidataId = id;
    m_byId.insert(plain->wikidataId, *plain);
    return (completes(name, *plain) ? complete(connection, name) : Result<>()).transform([] { return true; });
}

Result<> NameBook::insert(Connection &connection, const QList<Name> &names)
{
    QList<QVariantList> rows;
    for (const Name &name : names)
        rows.append(QVariantList{name.name, sql::orNull(name.wikidataId)} + detailsOf(name));
    const auto sql = u"INSERT INTO %1 (%2) VALUES "_s.arg(
                         m_table.name, (QStringList{u"name"_s, u"wikidata_id"_s} + m_details).join(u", "))
        + u"%1 ON CONFLICT (wikidata_id) DO UPDATE SET wikidata_id = excluded.wikidata_id RETURNING "_s + m_table.key
        + u", name, wikidata_id"_s;
    const auto keep = [&](const Rows &row) {
        know({.id = row.value(0).toLongLong(), .name = row.value(1).toString(), .wikidataId = row.value(2).toString()});
        return 0;
    };
    return sql::insertAll(connection, sql, rows, keep).transform([](const QList<int> &) { });
}

bool NameBook::completes(const Name &name, const Row &row) const
{
    if (!row.empty.contains(true))
        return false;
    const QVariantList details = detailsOf(name);
    for (qsizetype i = 0; i < row.empty.size(); ++i) {
        if (row.empty[i] && !details[i].isNull())
            return true;
    }
    return false;
}

/// Fills what the row does not say yet. A row in which a person has locked something is the person's.
Result<> NameBook::complete(Connection &connection, const Name &name)
{
    const QVariantList details = detailsOf(name);
    QStringList set;
    for (const QString &column : m_details)
        set.append(u"%1 = COALESCE(%1, ?)"_s.arg(column));
    const qint64 id = rowOf(name)->id;
    return connection.run(
        u"UPDATE %1 SET %2 WHERE %3 = ? AND NOT EXISTS (SELECT 1 FROM field_sources "
        "WHERE table_name = ? AND row_id = ? AND locked)"_s.arg(m_table.name, set.join(u", "), m_table.key),
        details + QVariantList{id, m_table.name, id});
}
