#include "store/ledger.h"

#include "store/modelsql.h"
#include "store/persons.h"
#include "store/sql.h"

using namespace Qt::Literals;
using model::Column;
using model::Table;
using records::Cell;

namespace {

/// Moved by the database itself.
bool isMoved(const QString &column)
{
    return column == "updated_at"_L1 || column == "row_version"_L1;
}

/// The record that a person looks at when the row is changed: of what hangs on a film, the film.
std::pair<QString, QString> ownerOf(const records::Record &record)
{
    const auto value = [&](const QString &column) { return record.values.value(column).value_or(QString()); };
    if (record.table == "field_sources"_L1)
        return {value(u"table_name"_s), value(u"row_id"_s)};
    static const QStringList hanging{
        u"cast"_s,          u"ratings"_s,       u"movie_genres"_s,       u"movie_directors"_s,
        u"movie_writers"_s, u"movie_studios"_s, u"movie_distributors"_s, u"unread_values"_s};
    if (hanging.contains(record.table))
        return {u"movies"_s, value(u"movie_id"_s)};
    return {record.table, record.key};
}

std::unexpected<Error> movedOn(const records::Record &record)
{
    return fail(Error::Kind::Storage, u"Somebody else changed this row just now, so nothing was saved."_s,
                record.table + u' ' + record.key);
}

}

void Ledger::note(const QString &kind, const Record &of, const QString &column, const Cell &before, const Cell &after)
{
    const auto [table, key] = ownerOf(of);
    m_entries.append({kind, of.table, of.key, sql::text(column), sql::orNull(before), sql::orNull(after), table, key});
}

Result<> Ledger::set(Record &record, const Values &now)
{
    const auto table = records::tableOf(record.table);
    if (!table)
        return std::unexpected(table.error());
    const bool isCounted = (*table)->column(u"row_version"_s);
    QStringList set;
    QVariantList values;
    for (const auto &[name, cell] : now.asKeyValueRange()) {
        const Column *column = (*table)->column(name);
        if (!column || isMoved(name) || record.values.value(name) == cell)
            continue;
        set.append(modelsql::quoted(name) + u" = ?"_s);
        values.append(records::bound(cell, *column));
        note(u"set"_s, record, name, record.values.value(name), cell);
    }
    if (set.isEmpty())
        return {};
    QString where = records::condition(**table);
    values += records::boundKey(**table, record.key);
    if (isCounted) {
        where += u" AND row_version = ?"_s;
        values.append(record.version);
    }
    const auto done
        = m_connection
              .execute(u"UPDATE %1 SET %2 WHERE %3"_s.arg(modelsql::quoted(record.table), set.join(u", "), where),
                       values)
              .transform([](const Rows &rows) { return rows.affected(); });
    if (!done)
        return std::unexpected(done.error());
    if (*done != 1)
        return movedOn(record);
    for (const auto &[name, cell] : now.asKeyValueRange()) {
        if (!isMoved(name))
            record.values.insert(name, cell);
    }
    record.version += isCounted;
    return {};
}

/// Never one that a removed row had: it would take over that row's history, and the row could not come back.
Result<QString> Ledger::newKey(const Table &table)
{
    const auto key = m_connection.engine() == Connection::Engine::SQLite ? nextKey(table) : keyOfSequence(table);
    return key.transform([](qint64 number) { return QString::number(number); });
}

/// In a file nobody else writes meanwhile: it is looked for once, and counted on.
Result<qint64> Ledger::nextKey(const Table &table)
{
    if (const auto last = m_lastKeys.find(table.name); last != m_lastKeys.end())
        return ++*last;
    return m_connection
        .first(u"SELECT 1 + MAX((SELECT COALESCE(MAX(%1), 0) FROM %2), (SELECT COALESCE(MAX(CAST(row_key AS INTEGER)), "
               "0) FROM edits WHERE kind = 'remove' AND table_name = ?))"_s.arg(table.primaryKey.constFirst(),
                                                                                modelsql::quoted(table.name)),
               {table.name}, [](const Rows &row) { return row.value(0).toLongLong(); })
        .transform([&](const std::optional<qint64> &key) { return m_lastKeys[table.name] = key.value_or(1); });
}

Result<qint64> Ledger::keyOfSequence(const Table &table)
{
    struct Next
    {
        qint64 key = 0;
        bool isTaken = false;
    };
    const QString name = modelsql::quoted(table.name);
    const QString &key = table.primaryKey.constFirst();
    const auto next = [&] {
        return m_connection
            .first(
                u"SELECT k, EXISTS (SELECT 1 FROM %1 WHERE %2 = k) FROM nextval(pg_get_serial_sequence(?, ?)) k"_s.arg(
                    name, key),
                {name, key}, [](const Rows &row) { return Next{row.value(0).toLongLong(), row.value(1).toBool()}; })
            .transform([](const std::optional<Next> &made) { return made.value_or(Next()); });
    };
    return next()
        .and_then([&](const Next &made) -> Result<Next> {
            if (!made.isTaken)
                return made;
            // rows that came with their keys: the sequence has not seen them
            return m_connection
                .run(u"SELECT setval(pg_get_serial_sequence(?, ?), (SELECT MAX(%1) FROM %2))"_s.arg(key, name),
                     {name, key})
                .and_then(next);
        })
        .transform([](const Next &made) { return made.key; });
}

Result<records::Record> Ledger::insert(const QString &name, const Values &values)
{
    const auto table = records::tableOf(name);
    if (!table)
        return std::unexpected(table.error());
    Values whole = values;
    const QString &key = (*table)->primaryKey.constFirst();
    if ((*table)->primaryKey.size() == 1 && !whole.value(key)) {
        const auto made = newKey(**table);
        if (!made)
            return std::unexpected(made.error());
        whole.insert(key, *made);
    } else if (const auto last = m_lastKeys.find(name); last != m_lastKeys.end()) {
        *last = std::max(*last, whole.value(key).value_or(QString()).toLongLong());
    }
    QStringList columns;
    QVariantList bound;
    for (const auto &[column, cell] : whole.asKeyValueRange()) {
        const Column *known = (*table)->column(column);
        if (!known || (!cell && !known->defaultValue.isEmpty()))
            continue;
        columns.append(modelsql::quoted(column));
        bound.append(records::bound(cell, *known));
    }
    const auto made = m_connection.first(
        u"INSERT INTO %1 (%2) VALUES %3 RETURNING %4"_s.arg(modelsql::quoted(name), columns.join(u", "),
                                                            sql::marks(columns.size()), records::columns(**table)),
        bound, [&](const Rows &row) { return records::record(**table, row); });
    if (!made)
        return std::unexpected(made.error());
    const std::optional<Record> &row = *made;
    if (!row)
        return fail(Error::Kind::Storage, u"The new row is not there."_s, name);
    note(u"insert"_s, *row, {}, {}, records::text(row->values));
    return *row;
}

Result<> Ledger::remove(const Record &record)
{
    const auto table = records::tableOf(record.table);
    if (!table)
        return std::unexpected(table.error());
    QString where = records::condition(**table);
    QVariantList values = records::boundKey(**table, record.key);
    if ((*table)->column(u"row_version"_s)) {
        where += u" AND row_version = ?"_s;
        values.append(record.version);
    }
    const auto done
        = m_connection.execute(u"DELETE FROM %1 WHERE %2"_s.arg(modelsql::quoted(record.table), where), values)
              .transform([](const Rows &rows) { return rows.affected(); });
    if (!done)
        return std::unexpected(done.error());
    if (*done != 1)
        return movedOn(record);
    note(u"remove"_s, record, {}, records::text(record.values), {});
    return {};
}

void Ledger::lock(const QString &table, const QString &key, const QString &column)
{
    m_locks[{table, column}].insert(key);
}

void Ledger::forgetLocks(const QString &table, const QString &key)
{
    m_locks.removeIf([&](auto of) {
        if (of.key().first == table)
            of.value().remove(key);
        return of.value().isEmpty();
    });
}

Result<> Ledger::lockColumn(const QString &table, const QString &column, const QStringList &rows, qint64 source)
{
    const Table &sources = *model::own().table(u"field_sources"_s);
    QVariantList ids;
    for (const QString &row : rows)
        ids.append(row.toLongLong());
    auto known = records::among(m_connection, sources, u"table_name = ? AND column_name = ? AND row_id IN %1"_s, ids,
                                {table, column}, records::Hold::Yes);
    if (!known)
        return std::unexpected(known.error());
    const Values locked{{u"source_id"_s, QString::number(source)},
                        {u"field"_s, m_act.who},
                        {u"original"_s, QString(u""_s)},
                        {u"locked"_s, u"1"_s}};
    std::ranges::sort(*known, {}, &Record::key); // so that both engines note the same
    QSet<QString> met;
    for (Record &record : *known) {
        if (met.contains(record.key))
            continue; // what fills up the question comes twice
        met.insert(record.key);
        if (const auto done = set(record, locked); !done)
            return done;
    }
    QList<QVariantList> missing;
    for (const QString &row : rows) {
        const QString key = u"%1,%2,%3"_s.arg(table, row, column);
        if (met.contains(key))
            continue;
        Record made{.table = sources.name, .key = key, .values = locked};
        made.values.insert({{u"table_name"_s, table}, {u"row_id"_s, row}, {u"column_name"_s, column}});
        note(u"insert"_s, made, {}, {}, records::text(made.values));
        missing.append({table, row.toLongLong(), column, source, sql::text(m_act.who), sql::text({}), true});
    }
    return sql::insertAll(m_connection,
                          u"INSERT INTO field_sources (table_name, row_id, column_name, source_id, field, original, "
                          "locked) VALUES %1"_s,
                          missing);
}

Result<> Ledger::writeLocks(qint64 batch)
{
    if (m_locks.isEmpty())
        return {};
    const auto source = persons::source(m_connection, m_act.who, batch);
    if (!source)
        return std::unexpected(source.error());
    for (const auto &[of, rows] : m_locks.asKeyValueRange()) {
        QStringList sorted = rows.values();
        sorted.sort();
        if (const auto done = lockColumn(of.first, of.second, sorted, *source); !done)
            return done;
    }
    return {};
}

Result<qint64> Ledger::close()
{
    if (m_entries.isEmpty() && m_locks.isEmpty())
        return 0;
    const auto batch = m_connection.insert(
        u"INSERT INTO edit_batches (kind, of_batch, what, who, made_at) VALUES (?, ?, ?, ?, ?) RETURNING batch_id"_s,
        {m_act.kind, m_act.of ? QVariant(m_act.of) : QVariant(), sql::text(m_act.what), sql::text(m_act.who),
         sql::time(QDateTime::currentDateTimeUtc())});
    if (!batch)
        return batch;
    if (const auto locked = writeLocks(*batch); !locked)
        return std::unexpected(locked.error());
    for (QVariantList &entry : m_entries)
        entry.prepend(*batch);
    return sql::insertAll(m_connection,
                          u"INSERT INTO edits (batch_id, kind, table_name, row_key, column_name, before_value, "
                          "after_value, record_table, record_key) VALUES %1"_s,
                          m_entries)
        .transform([&] { return *batch; });
}
