#include "store/reversal.h"

#include "store/references.h"
#include "store/sql.h"

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

Result<> Reversal::bringBack(const Entry &entry)
{
    if (m_rows.value({entry.table, entry.row}))
        return fail(Error::Kind::Invalid, u"The row is there again already."_s, entry.table + u' ' + entry.row);
    const Values values = records::values(entry.before.value_or(QString()));
    for (const model::Column &column : model::own().table(entry.table)->columns) {
        const Cell key = values.value(column.name);
        if (!column.references || !key)
            continue;
        const auto other = records::read(m_connection, *model::own().table(column.references->table), *key, Hold::Yes);
        if (!other)
            return std::unexpected(other.error());
        if (!*other)
            return fail(Error::Kind::Missing, u"What it refers to is not there any more: bring that back first."_s,
                        column.references->table + u' ' + *key);
    }
    return m_ledger.insert(entry.table, values).transform([&](const Record &made) {
        m_rows[{entry.table, entry.row}] = made;
    });
}

Result<> Reversal::takeAway(const Entry &entry, const Record &row)
{
    const bool isLink = row.key.contains(u',');
    const auto referring = isLink ? QList<references::Count>() : references::count(m_connection, row.table, {row.key});
    if (!referring)
        return std::unexpected(referring.error());
    if (!referring->isEmpty())
        return fail(Error::Kind::Invalid, u"Other rows refer to it by now, so it cannot be taken back."_s,
                    u"%1 %2: %3"_s.arg(row.table, row.key, referring->constFirst().from.table));
    return m_ledger.remove(row).transform([&] { m_rows[{entry.table, entry.row}] = std::nullopt; });
}

Result<> Reversal::reverse(const Entry &entry)
{
    if (isKept(entry))
        return {};
    if (entry.kind == Kind::Remove)
        return bringBack(entry);
    auto &row = m_rows[{entry.table, entry.row}];
    if (!row)
        return {}; // it is away already
    return entry.kind == Kind::Insert ? takeAway(entry, Record(*row))
                                      : m_ledger.set(*row, {{entry.column, entry.before}});
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
    return sql::each(entries, [this](const Entry &entry) { return reverse(entry); })
        .and_then([this] { return m_ledger.close(); })
        .transform([](qint64 batch) { return Saved{.batch = batch}; });
}
