#include "store/editing.h"

#include "store/hand.h"
#include "store/sql.h"
#include "store/typed.h"
#include "store/wishes.h"

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
            QList<Conflict> conflicts = wishes::conflicts(m_wishes, m_rows);
            if (!conflicts.isEmpty())
                return Saved{.conflicts = std::move(conflicts)};
            return write();
        });
    }

private:
    Result<> checked(Change change);
    Result<> checkValue(const Change &change, const Table &table, const QString &column, Cell &value);
    Result<> read();
    Result<Saved> write();
    Result<> insertAll();
    Result<> insert(std::span<const Change> changes);
    Result<> setAll();
    Result<> remove(const QList<Change> &changes);
    bool isReady(const Change &change) const;
    Result<> tell(int written) { return m_pace ? m_pace(m_written += written) : Result<>(); }
    Values resolved(const Values &values) const;
    Cell resolved(const Cell &cell) const { return cell ? Cell(m_keys.value(*cell, *cell)) : cell; }

    Connection &m_connection;
    Hand m_hand;
    Pace m_pace;
    qint64 m_written = 0; // rows
    wishes::Wishes m_wishes;
    QSet<QString> m_changedNew; // new rows of which a value is set
    wishes::Rows m_rows;
    QHash<QString, QString> m_keys; // of new rows
};

Result<> Saving::checkValue(const Change &change, const Table &table, const QString &name, Cell &value)
{
    const Column *column = table.column(name);
    if (!column)
        return wishes::refused(change, name, u"There is no such column."_s);
    const auto checked = typed::check(table, *column, value);
    if (!checked.isFine())
        return wishes::refused(change, name, checked.fault);
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
            return wishes::refused(change, change.column, u"A link is removed and another made, not changed."_s);
        if (const auto done = checkValue(change, **table, change.column, change.after); !done)
            return done;
        m_wishes.sets.append(change);
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
        m_wishes.inserts.append(change);
    } else {
        m_wishes.removes.append(change);
    }
    return {};
}

Result<> Saving::read()
{
    QMap<QString, QStringList> keys;
    for (const Change &change : m_wishes.sets + m_wishes.removes) {
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

Values Saving::resolved(const Values &values) const
{
    Values all;
    for (const auto &[column, cell] : values.asKeyValueRange())
        all.insert(column, resolved(cell));
    return all;
}

bool Saving::isReady(const Change &change) const
{
    return !wishes::refersToNew(resolved(change.values));
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
    while (!m_wishes.inserts.isEmpty()) {
        const auto isReady = [this](const Change &one) { return this->isReady(one); };
        const auto first = std::ranges::find_if(m_wishes.inserts, isReady);
        if (first == m_wishes.inserts.end())
            return wishes::refused(m_wishes.inserts.constFirst(), m_wishes.inserts.constFirst().table,
                                   u"It refers to a new row that is not made."_s);
        const auto most = first + std::min(Most, m_wishes.inserts.end() - first);
        const auto last
            = std::find_if(first, most, [&](const Change &one) { return one.table != first->table || !isReady(one); });
        if (const auto done = insert({first, last}); !done)
            return done;
        m_wishes.inserts.erase(first, last);
    }
    return {};
}

Result<> Saving::setAll()
{
    QList<std::pair<QString, QString>> order;
    QHash<std::pair<QString, QString>, Values> wanted;
    for (const Change &change : std::as_const(m_wishes.sets)) {
        const std::pair of{change.table, m_keys.value(change.row, change.row)};
        if (!wanted.contains(of))
            order.append(of);
        wanted[of].insert(change.column, resolved(change.after));
    }
    for (const auto &of : std::as_const(order)) {
        const auto row = m_rows.find(of);
        const Change change{.table = of.first, .row = of.second};
        if (row == m_rows.end())
            return wishes::refused(change, of.first, u"There is no such row."_s);
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

/// What speaks against it is looked for before anything is written: a server's keys are used up by what is taken back,
/// too.
Result<Saved> Saving::write()
{
    return wishes::inTheWay(m_connection, m_wishes, [this] { return tell(0); })
        .and_then([&](const QList<Change> &inTheWay) {
            m_wishes.removes.removeIf([&](const Change &change) { return inTheWay.contains(change); });
            return remove(inTheWay); // once: a link that is made again has the key of the one that went
        })
        .and_then([&] { return insertAll(); })
        .and_then([&] { return setAll(); })
        .and_then([&] { return remove(m_wishes.removes); })
        .and_then([&] { return m_hand.close(); })
        .transform([&](qint64 batch) { return Saved{.batch = batch, .keys = m_keys, .conflicts = {}}; });
}

}

Result<Saved> editing::save(Connection &connection, const QList<Change> &changes, const QString &who,
                            const QString &what, const Pace &pace)
{
    return connection.atomically([&] { return Saving(connection, who, what, pace).save(changes); });
}
