#include "store/reversal.h"

#include "store/references.h"
#include "store/sql.h"

#include <ranges>
#include <set>

using namespace Qt::Literals;
using edithistory::Entry;
using edithistory::OnClash;
using editing::Clash;
using editing::Conflict;
using editing::Kind;
using editing::Saved;
using records::Cell;
using records::Hold;
using records::Record;
using records::Values;

namespace {

/// Moves by itself, or says no more than the values do.
bool isAside(const QString &column)
{
    static const QStringList columns{u"created_at"_s, u"updated_at"_s, u"row_version"_s, u"position"_s};
    return columns.contains(column);
}

}

Result<> Reversal::read(const QList<Entry> &entries)
{
    QMap<QString, QStringList> keys;
    for (const Entry &entry : entries) {
        if (!m_rows.contains({entry.table, entry.row}))
            keys[entry.table].append(entry.row);
        m_rows.insert({entry.table, entry.row}, std::nullopt);
    }
    for (const auto &[name, rows] : keys.asKeyValueRange()) {
        const auto table = records::tableOf(name);
        if (!table)
            return std::unexpected(table.error());
        const auto read = records::read(m_connection, **table, rows, Hold::Yes);
        if (!read)
            return std::unexpected(read.error());
        for (const Record &record : *read)
            m_rows[{name, record.key}] = record;
    }
    return {};
}

void Reversal::clash(const Entry &entry, int version, const Clash &clash)
{
    Conflict &conflict = m_conflicts[{entry.table, entry.row}];
    conflict.table = entry.table;
    conflict.row = entry.row;
    conflict.kind = entry.kind;
    conflict.version = version;
    conflict.clashes.append(clash);
}

/// What turning this round would run into; `rows` are as they would be by then.
void Reversal::foresee(const Entry &entry, QMap<Key, Row> &rows)
{
    Row &row = rows[{entry.table, entry.row}];
    if (entry.kind == Kind::Remove) {
        row = Record{.table = entry.table, .key = entry.row, .values = records::values(entry.before.value_or(u""_s))};
        return;
    }
    if (entry.table == "field_sources"_L1)
        return;
    if (!row) {
        if (entry.kind == Kind::Set) {
            clash(entry, 0, {entry.column, entry.after, {}, entry.before});
            m_conflicts[{entry.table, entry.row}].isGone = true;
        }
        return;
    }
    if (entry.kind == Kind::Insert) {
        for (const auto &[column, made] : records::values(entry.after.value_or(u""_s)).asKeyValueRange()) {
            if (!isAside(column) && row->values.value(column) != made)
                clash(entry, row->version, {column, made, row->values.value(column), {}});
        }
        row.reset();
        return;
    }
    if (row->values.value(entry.column) != entry.after && !isAside(entry.column))
        clash(entry, row->version, {entry.column, entry.after, row->values.value(entry.column), entry.before});
    row->values.insert(entry.column, entry.before);
}

/// Whether what others made of it since stays.
bool Reversal::isKept(const Entry &entry) const
{
    const auto conflict = m_conflicts.constFind({entry.table, entry.row});
    if (conflict == m_conflicts.cend())
        return false;
    if (conflict->isGone)
        return true;
    if (m_onClash != OnClash::KeepTheirs)
        return false;
    return entry.kind != Kind::Set || std::ranges::contains(conflict->clashes, entry.column, &Clash::column);
}

/// Whether all that these rows refer to is there.
Result<> Reversal::checkReferred(const model::Table &table, const QList<Values> &rows)
{
    for (const model::Column &column : table.columns) {
        if (!column.references)
            continue;
        std::set<QString> keys; // in order: the same one is named each time
        for (const Values &values : rows) {
            if (const Cell key = values.value(column.name))
                keys.insert(*key);
        }
        const model::Table &other = *model::own().table(column.references->table);
        const auto there = records::read(m_connection, other, QStringList(keys.begin(), keys.end()), Hold::Yes);
        if (!there)
            return std::unexpected(there.error());
        for (const Record &record : *there)
            keys.erase(record.key);
        if (!keys.empty())
            return fail(Error::Kind::Missing, u"What it refers to is not there any more: bring that back first."_s,
                        other.name + u' ' + *keys.begin());
    }
    return {};
}

Result<> Reversal::bringBack(std::span<const Entry> entries)
{
    QList<Values> rows;
    for (const Entry &entry : entries) {
        if (m_rows.value({entry.table, entry.row}))
            return fail(Error::Kind::Invalid, u"The row is there again already."_s, entry.table + u' ' + entry.row);
        rows.append(records::values(entry.before.value_or(QString())));
    }
    const QString &table = entries.front().table;
    return checkReferred(*model::own().table(table), rows)
        .and_then([&] { return m_ledger.insertAll(table, rows); })
        .transform([&](const QList<Record> &made) {
            for (const Record &record : made)
                m_rows[{table, record.key}] = record;
        });
}

Result<> Reversal::checkReferring(const QList<Record> &rows)
{
    QStringList keys;
    for (const Record &row : rows) {
        if (!row.key.contains(u',')) // to a link nothing refers
            keys.append(row.key);
    }
    const QString &table = rows.constFirst().table;
    const auto referring = references::count(m_connection, table, keys);
    if (!referring || referring->isEmpty())
        return referring.transform([](const QList<references::Count> &) { });
    return sql::each(keys, [&](const QString &key) { // which it is
        return references::count(m_connection, table, {key})
            .and_then([&](const QList<references::Count> &ofOne) -> Result<> {
                if (ofOne.isEmpty())
                    return {};
                return fail(Error::Kind::Invalid, u"Other rows refer to it by now, so it cannot be taken back."_s,
                            u"%1 %2: %3"_s.arg(table, key, ofOne.constFirst().from.table));
            });
    });
}

Result<> Reversal::takeAway(std::span<const Entry> entries)
{
    QList<Record> rows;
    for (const Entry &entry : entries) {
        if (const Row &row = m_rows[{entry.table, entry.row}])
            rows.append(*row); // others are away already
    }
    if (rows.isEmpty())
        return {};
    return checkReferring(rows).and_then([&] { return m_ledger.removeAll(rows); }).transform([&] {
        for (const Record &record : std::as_const(rows))
            m_rows[{record.table, record.key}] = std::nullopt;
    });
}

Result<> Reversal::set(const Entry &entry)
{
    Row &row = m_rows[{entry.table, entry.row}];
    return row ? m_ledger.set(*row, {{entry.column, entry.before}}) : Result<>(); // it is away already
}

/// All of one kind and table.
Result<> Reversal::reverseAll(std::span<const Entry> entries)
{
    switch (entries.front().kind) {
    case Kind::Set:
        return sql::each(entries, [this](const Entry &entry) { return set(entry); });
    case Kind::Insert:
        return takeAway(entries);
    case Kind::Remove:
        break;
    }
    return bringBack(entries);
}

Result<Saved> Reversal::run(const QList<Entry> &entries)
{
    if (const auto done = read(entries); !done)
        return std::unexpected(done.error());
    QMap<Key, Row> rows = m_rows;
    for (const Entry &entry : entries)
        foresee(entry, rows);
    if (m_onClash == OnClash::Ask && !m_conflicts.isEmpty())
        return Saved{.conflicts = m_conflicts.values()};
    QList<Entry> wanted = entries;
    wanted.removeIf([this](const Entry &entry) { return isKept(entry); });
    const auto areAlike = [](const Entry &a, const Entry &b) { return a.kind == b.kind && a.table == b.table; };
    for (const auto some : wanted | std::views::chunk_by(areAlike)) {
        if (const auto done = reverseAll({some.begin(), some.end()}); !done)
            return std::unexpected(done.error());
    }
    return m_ledger.close().transform([](qint64 batch) { return Saved{.batch = batch}; });
}
