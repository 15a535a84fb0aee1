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
Result<QList<qint64>> Ledger::newKeys(const Table &table, qsizetype count)
{
    return m_connection.engine() == Connection::Engine::SQLite ? nextKeys(table, count) : keysOfSequence(table, count);
}

/// In a file nobody else writes meanwhile: the last one is looked for once, and counted on.
Result<QList<qint64>> Ledger::nextKeys(const Table &table, qsizetype count)
{
    if (!m_lastKeys.contains(table.name)) {
        const auto last = m_connection.first(
            u"SELECT MAX((SELECT COALESCE(MAX(%1), 0) FROM %2), (SELECT COALESCE(MAX(CAST(row_key AS INTEGER)), 0) "
            "FROM edits WHERE kind = 'remove' AND table_name = ?))"_s.arg(table.primaryKey.constFirst(),
                                                                          modelsql::quoted(table.name)),
            {table.name}, [](const Rows &row) { return row.value(0).toLongLong(); });
        if (!last)
            return std::unexpected(last.error());
        m_lastKeys.insert(table.name, std::max(last->value_or(0), m_removedKeys.value(table.name)));
    }
    qint64 &last = m_lastKeys[table.name];
    QList<qint64> keys(count);
    std::ranges::generate(keys, [&last] { return ++last; });
    return keys;
}

Result<QList<qint64>> Ledger::keysOfSequence(const Table &table, qsizetype count)
{
    const QString name = modelsql::quoted(table.name);
    const QString &key = table.primaryKey.constFirst();
    bool isAnyTaken = false;
    const auto next = [&] {
        isAnyTaken = false;
        return m_connection.all(
            u"SELECT k, EXISTS (SELECT 1 FROM %1 WHERE %2 = k) FROM (SELECT nextval(pg_get_serial_sequence(?, ?)) "
            "AS k FROM generate_series(1, ?)) AS new"_s.arg(name, key),
            {name, key, count}, [&](const Rows &row) {
                isAnyTaken = isAnyTaken || row.value(1).toBool();
                return row.value(0).toLongLong();
            });
    };
    return next().and_then([&](const QList<qint64> &keys) -> Result<QList<qint64>> {
        if (!isAnyTaken)
            return keys;
        // rows that came with their keys: the sequence has not seen them
        return m_connection
            .run(u"SELECT setval(pg_get_serial_sequence(?, ?), (SELECT MAX(%1) FROM %2))"_s.arg(key, name), {name, key})
            .and_then(next);
    });
}

/// Rows that have their keys, as they are then.
Result<QList<records::Record>> Ledger::write(const Table &table, const QList<Values> &rows)
{
    QSet<QString> given;
    for (const Values &values : rows) {
        for (const auto &[column, cell] : values.asKeyValueRange()) {
            if (cell)
                given.insert(column);
        }
    }
    QMap<QStringList, QList<QVariantList>> bound; // by the columns
    for (const Values &values : rows) {
        QStringList columns;
        QVariantList row;
        for (const Column &column : table.columns) {
            const Cell cell = values.value(column.name);
            if (!given.contains(column.name) || (!cell && !column.defaultValue.isEmpty()))
                continue;
            columns.append(modelsql::quoted(column.name));
            row.append(records::bound(cell, column));
        }
        bound[columns].append(row);
    }
    QHash<QString, Record> made; // by the key: a database returns them in any order
    for (const auto &[columns, some] : bound.asKeyValueRange()) {
        const auto written
            = sql::insertAll(m_connection,
                             u"INSERT INTO %1 (%2) VALUES %3 RETURNING %4"_s.arg(
                                 modelsql::quoted(table.name), columns.join(u", "), u"%1"_s, records::columns(table)),
                             some, [&](const Rows &row) { return records::record(table, row); });
        if (!written)
            return std::unexpected(written.error());
        for (const Record &row : *written)
            made.insert(row.key, row);
    }
    QList<Record> ordered;
    for (const Values &values : rows) {
        const auto row = made.constFind(records::keyOf(table, values));
        if (row == made.cend())
            return fail(Error::Kind::Storage, u"The new row is not there."_s, table.name);
        note(u"insert"_s, *row, {}, {}, records::text(row->values));
        ordered.append(*row);
    }
    return ordered;
}

Result<records::Record> Ledger::insert(const QString &table, const Values &values)
{
    return insertAll(table, {values}).transform([](const QList<Record> &made) { return made.constFirst(); });
}

Result<QList<records::Record>> Ledger::insertAll(const QString &name, QList<Values> rows)
{
    const auto table = records::tableOf(name);
    if (!table)
        return std::unexpected(table.error());
    const QString &key = (*table)->primaryKey.constFirst();
    if ((*table)->primaryKey.size() > 1 || rows.isEmpty())
        return write(**table, rows);
    if (!rows.constFirst().value(key))
        return newKeys(**table, rows.size()).and_then([&](const QList<qint64> &keys) {
            for (qsizetype i = 0; i < rows.size(); ++i)
                rows[i].insert(key, QString::number(keys[i]));
            return write(**table, rows);
        });
    if (const auto last = m_lastKeys.find(name); last != m_lastKeys.end()) {
        for (const Values &values : std::as_const(rows))
            *last = std::max(*last, values.value(key).value_or(QString()).toLongLong());
    }
    return write(**table, rows);
}

Result<> Ledger::removeAll(const QList<Record> &rows)
{
    if (rows.isEmpty())
        return {};
    const QString &name = rows.constFirst().table;
    const auto table = records::tableOf(name);
    if (!table)
        return std::unexpected(table.error());
    const bool isCounted = (*table)->column(u"row_version"_s);
    const QStringList columns = (*table)->primaryKey + (isCounted ? QStringList{u"row_version"_s} : QStringList());
    const auto removeSome = [&](std::span<const Record> some) -> Result<> {
        const qsizetype size = qsizetype(some.size());
        QVariantList values;
        for (const Record &record : some) {
            values += records::boundKey(**table, record.key);
            if (isCounted)
                values.append(record.version);
        }
        const QString sql
            = u"DELETE FROM %1 WHERE %2"_s.arg(modelsql::quoted(name), records::isOneOf(**table, columns, size));
        const auto done
            = m_connection.execute(sql, values).transform([](const Rows &removed) { return removed.affected(); });
        if (!done)
            return std::unexpected(done.error());
        return *done == size ? Result<>() : movedOn(some.front());
    };
    if (const auto done = sql::inParts(rows, removeSome); !done)
        return done;
    qint64 &removed = m_removedKeys[name];
    for (const Record &record : rows) {
        removed = std::max(removed, record.key.toLongLong());
        note(u"remove"_s, record, {}, records::text(record.values), {});
    }
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
