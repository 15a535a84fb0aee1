#include "store/editing.h"

#include "store/hand.h"
#include "store/modelsql.h"
#include "store/sql.h"
#include "store/typed.h"

#include <span>

using namespace Qt::Literals;
using editing::Change;
using editing::Conflict;
using editing::Kind;
using editing::Pace;
using editing::Saved;
using model::Column;
using model::Table;
using records::Cell;
using records::Hold;
using records::Record;
using records::Values;

namespace {

using Rows = QMap<std::pair<QString, QString>, Record>; // by table and key
using Claims = QMap<QString, const Change *>; // by the value

std::unexpected<Error> cannotBe(const Change &change, const QString &column, const QString &fault)
{
    return fail(Error::Kind::Invalid, u"%1: %2"_s.arg(column, fault),
                u"%1 %2 %3"_s.arg(change.table, change.row, change.after.value_or(u"–"_s)));
}

/// The program's own columns, which move by themselves.
bool isOwn(const QString &column)
{
    static const QStringList own{u"created_at"_s, u"updated_at"_s, u"row_version"_s, u"source_id"_s};
    return own.contains(column);
}

class Saving
{
public:
    Saving(Connection &connection, const QString &who, const QString &what, Pace pace)
        : m_connection(connection)
        , m_hand(connection, {.kind = u"done"_s, .what = what, .who = who})
        , m_pace(std::move(pace))
    {
    }

    Result<Saved> save(const QList<Change> &changes)
    {
        for (const Change &change : changes) {
            if (const auto done = checked(change); !done)
                return std::unexpected(done.error());
        }
        return read().and_then([&]() -> Result<Saved> {
            QList<Conflict> conflicts = this->conflicts();
            if (!conflicts.isEmpty())
                return Saved{.conflicts = std::move(conflicts)};
            return write();
        });
    }

private:
    Result<> checked(Change change);
    Result<> checkValue(const Change &change, const Table &table, const QString &column, Cell &value);
    Result<> read();
    QList<Conflict> conflicts() const;
    void compare(const Change &change, const Record &row, Conflict &conflict) const;
    Result<Saved> write();
    Result<> insertAll();
    Result<> insert(std::span<const Change> changes);
    Result<> setAll();
    Result<> remove(const QList<Change> &changes);
    Result<> checkUnique();
    Result<> claim(const Change &change, const Values &values);
    Result<> checkClaims(const Table &table, const Column &column, const Claims &claims);
    Result<> checkKey(const Change &change);
    bool isReady(const Change &change) const;
    bool makesRoom(const Record &row);
    Result<> tell(int written) { return m_pace ? m_pace(m_written += written) : Result<>(); }
    Values resolved(const Values &values) const;
    Cell resolved(const Cell &cell) const { return cell ? Cell(m_keys.value(*cell, *cell)) : cell; }

    Connection &m_connection;
    Hand m_hand;
    Pace m_pace;
    qint64 m_written = 0; // rows
    QList<Change> m_inserts, m_sets, m_removes;
    QList<Change> m_inTheWay; // of the removes
    QSet<QString> m_changedNew; // new rows of which a value is set
    QMap<std::pair<QString, QString>, Claims> m_claims; // by table and column
    Rows m_rows;
    QHash<QString, QString> m_keys; // of new rows
};

Result<> Saving::checkValue(const Change &change, const Table &table, const QString &name, Cell &value)
{
    const Column *column = table.column(name);
    if (!column)
        return cannotBe(change, name, u"There is no such column."_s);
    const auto checked = typed::check(table, *column, value);
    if (!checked.isFine())
        return cannotBe(change, name, checked.fault);
    value = checked.value;
    return {};
}

Result<> Saving::checked(Change change)
{
    const auto table = records::tableOf(change.table);
    if (!table)
        return std::unexpected(table.error());
    if (!std::ranges::contains((*table)->columns, model::Editor::Person, &Column::editedBy))
        return fail(Error::Kind::Invalid, u"This table is filled by the program."_s, change.table);
    if (change.kind == Kind::Set) {
        if ((*table)->primaryKey.contains(change.column) && !typed::isNew(change.row))
            return cannotBe(change, change.column, u"A link is removed and another made, not changed."_s);
        if (const auto done = checkValue(change, **table, change.column, change.after); !done)
            return done;
        m_sets.append(change);
        if (typed::isNew(change.row))
            m_changedNew.insert(change.row);
    } else if (change.kind == Kind::Insert) {
        for (const Column &column : (*table)->columns) {
            const bool isPlace = column.name == "position"_L1; // a link finds its place itself
            if (column.editedBy != model::Editor::Person || (isPlace && !change.values.value(column.name)))
                continue;
            if (const auto done = checkValue(change, **table, column.name, change.values[column.name]); !done)
                return done;
        }
        change.values.removeIf([&](auto entry) {
            const Column *column = (*table)->column(entry.key());
            return !entry.value() || !column || column->editedBy != model::Editor::Person;
        });
        m_inserts.append(change);
    } else {
        m_removes.append(change);
    }
    return {};
}

Result<> Saving::read()
{
    QMap<QString, QStringList> keys;
    for (const Change &change : m_sets + m_removes) {
        if (!typed::isNew(change.row))
            keys[change.table].append(change.row);
    }
    for (QStringList &rows : keys)
        rows.removeDuplicates();
    for (const auto &[table, rows] : keys.asKeyValueRange()) {
        const auto read = records::read(m_connection, *model::own().table(table), rows, Hold::Yes);
        if (!read)
            return std::unexpected(read.error());
        for (const Record &record : *read)
            m_rows.insert({table, record.key}, record);
    }
    return {};
}

void Saving::compare(const Change &change, const Record &row, Conflict &conflict) const
{
    conflict.version = row.version;
    if (row.version && row.version == change.version)
        return;
    if (change.kind == Kind::Set) {
        const Cell theirs = row.values.value(change.column);
        if (theirs != change.before && theirs != change.after)
            conflict.clashes.append({change.column, change.before, theirs, change.after});
        return;
    }
    for (const auto &[column, before] : change.values.asKeyValueRange()) {
        const Cell theirs = row.values.value(column);
        if (!isOwn(column) && theirs != before)
            conflict.clashes.append({column, before, theirs, {}});
    }
}

QList<Conflict> Saving::conflicts() const
{
    QMap<std::pair<QString, QString>, Conflict> found;
    for (const Change &change : m_sets + m_removes) {
        const std::pair of{change.table, change.row};
        if (typed::isNew(change.row))
            continue;
        Conflict &conflict = found[of];
        conflict.table = change.table;
        conflict.row = change.row;
        conflict.kind = change.kind;
        const auto row = m_rows.constFind(of);
        if (row == m_rows.cend())
            conflict.isGone = change.kind == Kind::Set; // one that was to be removed is
        else
            compare(change, *row, conflict);
    }
    QList<Conflict> list;
    for (const Conflict &conflict : std::as_const(found)) {
        if (conflict.isGone || !conflict.clashes.isEmpty())
            list.append(conflict);
    }
    return list;
}

Values Saving::resolved(const Values &values) const
{
    Values all;
    for (const auto &[column, cell] : values.asKeyValueRange())
        all.insert(column, resolved(cell));
    return all;
}

bool Saving::isReady(const Change &change) const
{
    return std::ranges::none_of(resolved(change.values), [](const Cell &cell) { return cell && typed::isNew(*cell); });
}

/// Whether a row that has what another is to have goes first.
bool Saving::makesRoom(const Record &row)
{
    const auto removal = std::ranges::find_if(
        m_removes, [&](const Change &change) { return change.table == row.table && change.row == row.key; });
    if (removal != m_removes.end())
        m_inTheWay.append(*removal);
    return removal != m_removes.end();
}

/// A value that no other row may have: it is looked for with the others of its column.
Result<> Saving::claim(const Change &change, const Values &values)
{
    const Table &table = *model::own().table(change.table);
    for (const model::Index &index : table.indexes) {
        const QString &column = index.columns.constFirst();
        const Cell value = values.value(column);
        if (!index.isUnique || index.columns.size() > 1 || !value)
            continue;
        const Change *&claimed = m_claims[{change.table, column}][*value];
        if (claimed && claimed->row != change.row)
            return cannotBe(change, column, u"“%1” is given twice."_s.arg(*value));
        claimed = &change;
    }
    return {};
}

/// What the database would refuse, said in words.
Result<> Saving::checkClaims(const Table &table, const Column &column, const Claims &claims)
{
    QVariantList values;
    for (const QString &value : claims.keys())
        values.append(records::bound(value, column));
    return records::among(m_connection, table, modelsql::quoted(column.name) + u" IN %1"_s, values, {}, Hold::No)
        .and_then([&](const QList<Record> &there) {
            return sql::each(there, [&](const Record &other) -> Result<> {
                const QString value = other.values.value(column.name).value_or(QString());
                const Change *change = claims.value(value);
                if (!change || other.key == change->row || makesRoom(other))
                    return {};
                return cannotBe(*change, column.name, u"“%1” is there already."_s.arg(value));
            });
        });
}

Result<> Saving::checkKey(const Change &change)
{
    const Table &table = *model::own().table(change.table);
    if (table.primaryKey.size() < 2 || !isReady(change))
        return {};
    return tell(0)
        .and_then([&] { return records::read(m_connection, table, records::keyOf(table, change.values), Hold::No); })
        .and_then([&](const std::optional<Record> &same) -> Result<> {
            if (!same || makesRoom(*same))
                return {};
            return cannotBe(change, table.primaryKey.constLast(), u"It is there already."_s);
        });
}

/// Before anything is written: a server's keys are used up by what is taken back, too.
Result<> Saving::checkUnique()
{
    return sql::each(m_inserts, [&](const Change &change) { return claim(change, change.values); })
        .and_then([&] {
            return sql::each(m_sets,
                             [&](const Change &change) { return claim(change, {{change.column, change.after}}); });
        })
        .and_then([&] {
            return sql::each(m_claims.keys(), [&](const auto &of) {
                const Table &table = *model::own().table(of.first);
                return tell(0).and_then([&] { return checkClaims(table, *table.column(of.second), m_claims[of]); });
            });
        })
        .and_then([&] { return sql::each(m_inserts, [&](const Change &change) { return checkKey(change); }); });
}

Result<> Saving::insert(std::span<const Change> changes)
{
    QList<Values> rows;
    for (const Change &change : changes)
        rows.append(resolved(change.values));
    const QString &table = changes.front().table;
    return m_hand.insertAll(table, rows).and_then([&](const QList<Record> &made) {
        for (qsizetype i = 0; i < made.size(); ++i) {
            const QString &standIn = changes[size_t(i)].row;
            m_keys.insert(standIn, made[i].key);
            if (m_changedNew.contains(standIn))
                m_rows.insert({table, made[i].key}, made[i]);
        }
        return tell(int(made.size()));
    });
}

/// As many as can be written together: rows of one table that refer to none that is still to be made.
Result<> Saving::insertAll()
{
    constexpr qsizetype Most = 500; // between two looks whether to stop
    while (!m_inserts.isEmpty()) {
        const auto isReady = [this](const Change &one) { return this->isReady(one); };
        const auto first = std::ranges::find_if(m_inserts, isReady);
        if (first == m_inserts.end())
            return cannotBe(m_inserts.constFirst(), m_inserts.constFirst().table,
                            u"It refers to a new row that is not made."_s);
        const auto most = first + std::min(Most, m_inserts.end() - first);
        const auto last
            = std::find_if(first, most, [&](const Change &one) { return one.table != first->table || !isReady(one); });
        if (const auto done = insert({first, last}); !done)
            return done;
        m_inserts.erase(first, last);
    }
    return {};
}

Result<> Saving::setAll()
{
    QList<std::pair<QString, QString>> order;
    QHash<std::pair<QString, QString>, Values> wanted;
    for (const Change &change : std::as_const(m_sets)) {
        const std::pair of{change.table, m_keys.value(change.row, change.row)};
        if (!wanted.contains(of))
            order.append(of);
        wanted[of].insert(change.column, resolved(change.after));
    }
    for (const auto &of : std::as_const(order)) {
        const auto row = m_rows.find(of);
        const Change change{.table = of.first, .row = of.second};
        if (row == m_rows.end())
            return cannotBe(change, of.first, u"There is no such row."_s);
        if (const auto done = m_hand.set(*row, wanted[of]).and_then([&] { return tell(1); }); !done)
            return done;
    }
    return {};
}

/// What went with another already is no more.
Result<> Saving::remove(const QList<Change> &changes)
{
    return sql::each(changes, [&](const Change &change) -> Result<> {
        return records::read(m_connection, *model::own().table(change.table), change.row, Hold::Yes)
            .and_then([&](const std::optional<Record> &row) { return row ? m_hand.remove(*row) : Result<>(); });
    });
}

Result<Saved> Saving::write()
{
    return checkUnique()
        .and_then([&] { return remove(m_inTheWay); })
        .and_then([&] { return insertAll(); })
        .and_then([&] { return setAll(); })
        .and_then([&] { return remove(m_removes); })
        .and_then([&] { return m_hand.close(); })
        .transform([&](qint64 batch) { return Saved{.batch = batch, .keys = m_keys, .conflicts = {}}; });
}

QString literal(const Column &column, const Cell &cell)
{
    if (!cell)
        return u"NULL"_s;
    bool isNumber = false;
    cell->toDouble(&isNumber);
    const bool isPlain = isNumber && column.type != model::Type::Text;
    return isPlain ? *cell : u'\'' + QString(*cell).replace(u'\'', u"''"_s) + u'\'';
}

QString conditionOf(const Table &table, const Change &change)
{
    QStringList parts;
    const QStringList key = change.row.split(u',');
    for (qsizetype i = 0; i < table.primaryKey.size(); ++i)
        parts.append(u"%1 = %2"_s.arg(modelsql::quoted(table.primaryKey[i]),
                                      literal(*table.column(table.primaryKey[i]), key.value(i))));
    if (change.version)
        parts.append(u"row_version = %1"_s.arg(change.version));
    return parts.join(u" AND ");
}

}

Result<Saved> editing::save(Connection &connection, const QList<Change> &changes, const QString &who,
                            const QString &what, const Pace &pace)
{
    return connection.atomically([&] { return Saving(connection, who, what, pace).save(changes); });
}

QString editing::sql(const Change &change)
{
    const Table *table = model::own().table(change.table);
    if (!table)
        return {};
    const QString name = modelsql::quoted(change.table);
    if (change.kind == Kind::Remove)
        return u"DELETE FROM %1 WHERE %2;"_s.arg(name, conditionOf(*table, change));
    if (change.kind == Kind::Set) {
        const Column *column = table->column(change.column);
        return u"UPDATE %1 SET %2 = %3 WHERE %4;"_s.arg(name, modelsql::quoted(change.column),
                                                        column ? literal(*column, change.after) : QString(),
                                                        conditionOf(*table, change));
    }
    QStringList columns;
    QStringList values;
    for (const Column &column : table->columns) {
        if (!change.values.value(column.name))
            continue;
        columns.append(modelsql::quoted(column.name));
        values.append(literal(column, change.values.value(column.name)));
    }
    return u"INSERT INTO %1 (%2) VALUES (%3);"_s.arg(name, columns.join(u", "), values.join(u", "));
}
