#include "store/trial.h"

#include "store/drift.h"
#include "store/table.h"

using namespace Qt::Literals;
using trial::Content;

namespace {

Result<> wholeFile(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return {};
    const auto faults
        = connection.all(u"PRAGMA integrity_check(10)"_s, {}, [](const Rows &row) { return row.value(0).toString(); });
    if (!faults)
        return std::unexpected(faults.error());
    if (*faults == QStringList{u"ok"_s})
        return {};
    return fail(Error::Kind::Storage, u"The database file is damaged."_s, faults->join(u'\n'));
}

/// PostgreSQL keeps references by itself, in every statement.
Result<> wholeReferences(Connection &connection)
{
    if (connection.engine() == Connection::Engine::PostgreSQL)
        return {};
    const auto broken = connection.all(u"SELECT \"table\", COUNT(*), parent FROM pragma_foreign_key_check "
                                       "GROUP BY \"table\", parent HAVING COUNT(*) > ?"_s,
                                       {0}, [](const Rows &row) {
                                           return u"%1: %2 rows refer to no row of %3"_s.arg(row.value(0).toString(),
                                                                                             row.value(1).toString(),
                                                                                             row.value(2).toString());
                                       });
    if (!broken)
        return std::unexpected(broken.error());
    if (broken->isEmpty())
        return {};
    return fail(Error::Kind::Storage, u"Some rows refer to rows that are not there."_s, broken->join(u'\n'));
}

Result<> sameRows(const Content &before, const Content &after)
{
    QStringList changed;
    for (const auto &[table, count] : before.rows.asKeyValueRange()) {
        if (after.rows.value(table, count) != count)
            changed.append(u"%1: %2 rows before, %3 after"_s.arg(table).arg(count).arg(after.rows.value(table)));
    }
    if (changed.isEmpty())
        return {};
    return fail(Error::Kind::Storage, u"Rows would be lost or doubled."_s, changed.join(u'\n'));
}

/// What a person has added to a database is no fault of a migration.
Result<> sameForm(Connection &connection, const model::Model &model)
{
    auto differences = drift::between(connection, model);
    if (!differences)
        return std::unexpected(differences.error());
    differences->removeIf([](const auto &one) { return one.kind == drift::Difference::Kind::Unknown; });
    if (differences->isEmpty())
        return {};
    return fail(Error::Kind::Storage, u"The tables would not be as the program expects them."_s,
                drift::lines(*differences).join(u'\n'));
}

}

Result<Content> trial::contentOf(Connection &connection, const QStringList &tables)
{
    const auto present = table::all(connection);
    if (!present)
        return std::unexpected(present.error());
    Content content;
    for (const QString &name : *present) {
        if (!tables.isEmpty() && !tables.contains(name))
            continue;
        const auto info = table::info(connection, name);
        const auto rows = connection.insert(u"SELECT COUNT(*) FROM "_s + connection.quoted(name), {});
        if (!info || !rows)
            return std::unexpected(info ? rows.error() : info.error());
        content.rows.insert(name, *rows);
        for (const table::Column &column : info->columns)
            content.columns[name].append(column.name);
    }
    return content;
}

Content trial::renamed(const Content &content, const QMap<QString, QString> &renames)
{
    Content now;
    for (const auto &[table, columns] : content.columns.asKeyValueRange()) {
        const QString name = renames.value(table, table);
        now.rows.insert(name, content.rows.value(table));
        for (const QString &column : columns)
            now.columns[name].append(renames.value(table + u'.' + column, column));
    }
    return now;
}

QStringList trial::lost(const Content &before, const Content &after)
{
    QStringList lost;
    for (const auto &[table, columns] : before.columns.asKeyValueRange()) {
        if (!after.columns.contains(table)) {
            lost.append(u"%1 (%2 rows)"_s.arg(table).arg(before.rows.value(table)));
            continue;
        }
        for (const QString &column : columns) {
            if (!after.columns[table].contains(column))
                lost.append(table + u'.' + column);
        }
    }
    return lost;
}

Result<> trial::verify(Connection &connection, const Content &before, const Content &after, const model::Model *model)
{
    return wholeFile(connection)
        .and_then([&] { return wholeReferences(connection); })
        .and_then([&] { return sameRows(before, after); })
        .and_then([&] { return model ? sameForm(connection, *model) : Result<>(); });
}
