#include "store/bulk.h"

#include "store/modelsql.h"
#include "store/words.h"

using namespace Qt::Literals;
using bulk::Replacement;
using editing::Change;
using records::Cell;
using records::Record;

namespace {

Change changeOf(const Record &row, const QString &column, const Cell &after)
{
    return {.table = row.table,
            .row = row.key,
            .column = column,
            .before = row.values.value(column),
            .after = after,
            .version = row.version};
}

Cell replaced(QString text, const Replacement &wanted)
{
    const auto letters = wanted.letters == bulk::Case::Matters ? Qt::CaseSensitive : Qt::CaseInsensitive;
    if (wanted.extent == bulk::Extent::Part)
        return text.replace(wanted.find, wanted.with, letters);
    return text.compare(wanted.find, letters) == 0 ? wanted.with : text;
}

}

QList<Change> bulk::setAll(const QList<Record> &rows, const QString &column, const Cell &value)
{
    QList<Change> changes;
    for (const Record &row : rows) {
        if (row.values.value(column) != value)
            changes.append(changeOf(row, column, value));
    }
    return changes;
}

QList<Change> bulk::replace(const QList<Record> &rows, const Replacement &wanted)
{
    QList<Change> changes;
    for (const Record &row : rows) {
        const Cell before = row.values.value(wanted.column);
        if (!before || wanted.find.isEmpty())
            continue;
        const Cell after = replaced(*before, wanted);
        if (after != before)
            changes.append(changeOf(row, wanted.column, after));
    }
    return changes;
}

Result<QList<Record>> bulk::containing(Connection &connection, const QString &name, const QString &column,
                                       const QString &text, int limit)
{
    const auto table = records::tableOf(name);
    if (!table)
        return std::unexpected(table.error());
    if (!(*table)->column(column) || (*table)->primaryKey.size() != 1)
        return fail(Error::Kind::Invalid, u"Nothing can be replaced there."_s, name + u'.' + column);
    const QString key = modelsql::quoted((*table)->primaryKey.constFirst());
    return connection
        .all(u"SELECT %1 FROM %2 WHERE %3 ORDER BY %1 LIMIT ?"_s.arg(
                 key, modelsql::quoted(name), words::condition(connection, modelsql::quoted(column))),
             {words::value(connection, text), limit}, [](const Rows &row) { return row.value(0).toString(); })
        .and_then([&](const QStringList &keys) { return records::read(connection, **table, keys, records::Hold::No); });
}
