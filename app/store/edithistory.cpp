#include "store/edithistory.h"

#include "store/hand.h"
#include "store/reversal.h"
#include "store/sql.h"

using namespace Qt::Literals;
using edithistory::Act;
using edithistory::Entry;
using edithistory::OnClash;
using editing::Kind;
using editing::Saved;
using records::Hold;
using records::Record;

namespace {

const QString Columns
    = u"SELECT e.edit_id, e.batch_id, e.kind, e.table_name, e.row_key, e.column_name, e.before_value, e.after_value, "
      "b.who, b.made_at FROM edits e JOIN edit_batches b ON b.batch_id = e.batch_id "_s;

Kind kindOf(const QString &word)
{
    return word == "insert"_L1 ? Kind::Insert : word == "remove"_L1 ? Kind::Remove : Kind::Set;
}

Entry entryOf(const Rows &row)
{
    return {.id = row.value(0).toLongLong(),
            .batch = row.value(1).toLongLong(),
            .kind = kindOf(row.value(2).toString()),
            .table = row.value(3).toString(),
            .row = row.value(4).toString(),
            .column = row.value(5).toString(),
            .before = sql::optional<QString>(row, 6),
            .after = sql::optional<QString>(row, 7),
            .who = row.value(8).toString(),
            .at = sql::timeOf(row.value(9))};
}

Act actOf(const Rows &row)
{
    return {.batch = row.value(0).toLongLong(),
            .what = row.value(1).toString(),
            .who = row.value(2).toString(),
            .at = sql::timeOf(row.value(3))};
}

/// The batch whose changes stand for an act now: its own, or of the newest time that it was undone or redone.
Result<Record> standing(Connection &connection, qint64 batch)
{
    const auto &batches = *model::own().table(u"edit_batches"_s);
    const auto act = records::read(connection, batches, QString::number(batch), Hold::No);
    const auto since = records::having(connection, batches, {{u"of_batch"_s, QString::number(batch)}}, Hold::No);
    if (!act || !since)
        return std::unexpected(act ? since.error() : act.error());
    const records::Record first = act->value_or(records::Record());
    const QString kind = first.values.value(u"kind"_s).value_or(QString());
    if (kind != "done"_L1 && kind != "recorded"_L1)
        return fail(Error::Kind::Missing, u"There is no such act."_s, QString::number(batch));
    return since->isEmpty() ? first : since->constLast();
}

Result<Saved> turn(Connection &connection, qint64 batch, const QString &kind, const QString &who, OnClash onClash)
{
    return connection.atomically([&]() -> Result<Saved> {
        const auto last = standing(connection, batch);
        if (!last)
            return std::unexpected(last.error());
        const bool isUndone = *last->values.value(u"kind"_s) == "undone"_L1;
        if (isUndone == (kind == "undone"_L1))
            return fail(Error::Kind::Invalid, isUndone ? u"That is undone already."_s : u"That holds already."_s,
                        QString::number(batch));
        const auto entries = connection.all(Columns + u"WHERE e.batch_id = ? ORDER BY e.edit_id DESC"_s,
                                            {last->key.toLongLong()}, entryOf);
        if (!entries)
            return std::unexpected(entries.error());
        const QString what = last->values.value(u"what"_s).value_or(QString());
        return Reversal(connection, {.kind = kind, .what = what, .who = who, .of = batch}, onClash).run(*entries);
    });
}

/// Whether the row is the one that was removed, and not another to which a crawl gave its key.
bool isThere(const Record &row, const records::Values &removed)
{
    static const QStringList moving{u"created_at"_s, u"updated_at"_s, u"row_version"_s, u"source_id"_s};
    for (const auto &[column, cell] : removed.asKeyValueRange()) {
        if (!moving.contains(column) && row.values.value(column) != cell)
            return false;
    }
    return true;
}

Result<> takeBack(Connection &connection, Hand &hand, const Entry &entry)
{
    const auto table = records::tableOf(entry.table);
    if (!table)
        return std::unexpected(table.error());
    auto row = records::read(connection, **table, entry.row, Hold::Yes);
    if (!row)
        return std::unexpected(row.error());
    if (entry.kind == Kind::Remove) {
        records::Values values = records::values(entry.before.value_or(QString()));
        const auto &there = *row;
        if (there && ((*table)->primaryKey.size() > 1 || isThere(*there, values)))
            return fail(Error::Kind::Invalid, u"The row is there again already."_s, entry.table + u' ' + entry.row);
        if (there)
            values.remove((*table)->primaryKey.constFirst());
        return hand.insert(entry.table, values).transform([](const Record &) { });
    }
    if (!*row)
        return fail(Error::Kind::Missing, u"The row is not there any more: bring it back first."_s,
                    entry.table + u' ' + entry.row);
    return entry.kind == Kind::Insert ? hand.remove(**row) : hand.set(**row, {{entry.column, entry.before}});
}

}

Result<QList<Entry>> edithistory::of(Connection &connection, const QString &table, const QString &key)
{
    return connection.all(Columns
                              + u"WHERE e.record_table = ? AND e.record_key = ? AND e.table_name <> 'field_sources' "
                                "ORDER BY e.edit_id DESC"_s,
                          {table, key}, entryOf);
}

Result<std::optional<Act>> edithistory::toUndo(Connection &connection, const QString &who)
{
    return connection.first(
        u"SELECT b.batch_id, b.what, b.who, b.made_at FROM edit_batches b WHERE b.kind = 'done' AND b.who = ? "
        "AND COALESCE((SELECT e.kind FROM edit_batches e WHERE e.of_batch = b.batch_id ORDER BY e.batch_id DESC "
        "LIMIT 1), 'redone') = 'redone' ORDER BY b.batch_id DESC LIMIT 1"_s,
        {sql::text(who)}, actOf);
}

Result<std::optional<Act>> edithistory::toRedo(Connection &connection, const QString &who)
{
    return connection.first(
        u"SELECT b.batch_id, b.what, b.who, e.made_at FROM edit_batches e JOIN edit_batches b "
        "ON b.batch_id = e.of_batch WHERE e.kind = 'undone' AND e.who = ? AND NOT EXISTS (SELECT 1 FROM edit_batches n "
        "WHERE n.batch_id > e.batch_id AND (n.of_batch = e.of_batch OR (n.kind = 'done' AND n.who = e.who))) "
        "ORDER BY e.batch_id DESC LIMIT 1"_s,
        {sql::text(who)}, actOf);
}

Result<Saved> edithistory::undo(Connection &connection, qint64 batch, const QString &who, OnClash onClash)
{
    return turn(connection, batch, u"undone"_s, who, onClash);
}

Result<Saved> edithistory::redo(Connection &connection, qint64 batch, const QString &who, OnClash onClash)
{
    return turn(connection, batch, u"redone"_s, who, onClash);
}

Result<qint64> edithistory::restore(Connection &connection, qint64 id, const QString &who)
{
    return connection.atomically([&]() -> Result<qint64> {
        const auto entry = connection.first(Columns + u"WHERE e.edit_id = ?"_s, {id}, entryOf);
        if (!entry)
            return std::unexpected(entry.error());
        if (!*entry)
            return fail(Error::Kind::Missing, u"There is no such change."_s, QString::number(id));
        Hand hand(connection, {.kind = u"done"_s, .what = u"Restore a value"_s, .who = who});
        return takeBack(connection, hand, **entry).and_then([&] { return hand.close(); });
    });
}
