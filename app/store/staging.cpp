#include "store/staging.h"

#include "store/sql.h"
#include "store/typed.h"

#include <map>
#include <set>
#include <span>

using namespace Qt::Literals;
using editing::Change;
using editing::Conflict;
using editing::Kind;
using editing::Saved;
using records::Cell;
using records::Hold;
using staging::Staged;

namespace {

using Place = std::tuple<QString, QString, QString>; // table, key or stand-in, column: none of the row whole

Place placeOf(const Change &change)
{
    return {change.table, change.row, change.column};
}

Place rowOf(const Change &change)
{
    return {change.table, change.row, {}};
}

/// A new row has a stand-in by which other changes refer to it.
Change named(Change change)
{
    if (change.kind == Kind::Insert && change.row.isEmpty())
        change.row = typed::newStandIn();
    return change;
}

QString word(Kind kind)
{
    return kind == Kind::Insert ? u"insert"_s : kind == Kind::Remove ? u"remove"_s : u"set"_s;
}

Staged stagedOf(const Rows &row)
{
    const QString kind = row.value(1).toString();
    const Cell before = sql::optional<QString>(row, 5);
    const Cell after = sql::optional<QString>(row, 6);
    Staged staged{.id = row.value(0).toLongLong(),
                  .change = {.table = row.value(2).toString(),
                             .row = row.value(3).toString(),
                             .column = row.value(4).toString(),
                             .version = row.value(7).toInt()},
                  .at = sql::timeOf(row.value(8))};
    Change &change = staged.change;
    if (kind == "set"_L1) {
        change.before = before;
        change.after = after;
    } else {
        change.kind = kind == "insert"_L1 ? Kind::Insert : Kind::Remove;
        change.values = records::values((change.kind == Kind::Insert ? after : before).value_or(QString()));
    }
    return staged;
}

const QString Select = u"SELECT staged_id, kind, table_name, row_key, column_name, before_value, after_value, "
                       "seen_version, staged_at FROM staged_edits WHERE who = ?"_s;

Result<> removeOf(Connection &connection, const Change &change, const QString &who)
{
    return connection.run(
        u"DELETE FROM staged_edits WHERE who = ? AND table_name = ? AND row_key = ? AND column_name = ?"_s,
        {sql::text(who), change.table, change.row, sql::text(change.column)});
}

QVariantList bound(const Change &change, const QString &who)
{
    const bool isSet = change.kind == Kind::Set;
    const QVariant values = records::text(change.values);
    const QVariant before = isSet ? sql::orNull(change.before) : change.kind == Kind::Remove ? values : QVariant();
    const QVariant after = isSet ? sql::orNull(change.after) : change.kind == Kind::Insert ? values : QVariant();
    return {sql::text(who), word(change.kind),        change.table,
            change.row,     sql::text(change.column), before,
            after,          change.version,           sql::time(QDateTime::currentDateTimeUtc())};
}

/// No two of one row and column.
Result<> write(Connection &connection, const QList<QVariantList> &rows)
{
    return sql::insertAll(
        connection,
        u"INSERT INTO staged_edits (who, kind, table_name, row_key, column_name, before_value, after_value, "
        "seen_version, staged_at) VALUES %1 "
        "ON CONFLICT (who, table_name, row_key, column_name) DO UPDATE SET kind = excluded.kind, "
        "before_value = excluded.before_value, after_value = excluded.after_value, "
        "seen_version = excluded.seen_version, staged_at = excluded.staged_at"_s,
        rows);
}

Result<> write(Connection &connection, const Change &change, const QString &who)
{
    return write(connection, {bound(change, who)});
}

/// The new rows that a change is about, or refers to.
QStringList newRowsOf(const Change &change)
{
    QStringList rows;
    const auto add = [&rows](const Cell &cell) {
        if (cell && typed::isNew(*cell))
            rows.append(*cell);
    };
    add(change.row);
    add(change.after);
    for (const Cell &cell : change.values)
        add(cell);
    return rows;
}

/// These, and whatever `next` leads to from one to others.
template<typename Next>
QSet<qint64> reached(const QList<Staged> &all, QSet<qint64> ids, Next next)
{
    QList<const Staged *> toFollow;
    for (const Staged &one : all) {
        if (ids.contains(one.id))
            toFollow.append(&one);
    }
    while (!toFollow.isEmpty()) {
        for (const Staged *other : next(toFollow.takeLast()->change)) {
            if (!ids.contains(other->id))
                toFollow.append(other);
            ids.insert(other->id);
        }
    }
    return ids;
}

/// These, and all that cannot be without them.
QSet<qint64> withDependent(const QList<Staged> &all, const QSet<qint64> &ids)
{
    QMultiHash<QString, const Staged *> about;
    for (const Staged &one : all) {
        for (const QString &row : newRowsOf(one.change))
            about.insert(row, &one);
    }
    return reached(all, ids, [&](const Change &change) {
        return change.kind == Kind::Insert ? about.values(change.row) : QList<const Staged *>();
    });
}

/// These, and the new rows that they refer to.
QSet<qint64> withNeeded(const QList<Staged> &all, const QSet<qint64> &ids)
{
    QHash<QString, const Staged *> inserts;
    for (const Staged &one : all) {
        if (one.change.kind == Kind::Insert)
            inserts.insert(one.change.row, &one);
    }
    return reached(all, ids, [&](const Change &change) {
        QList<const Staged *> needed;
        for (const QString &row : newRowsOf(change)) {
            if (const Staged *insert = inserts.value(row))
                needed.append(insert);
        }
        return needed;
    });
}

Result<> removeIds(Connection &connection, const QSet<qint64> &ids)
{
    return sql::where(connection, u"DELETE FROM staged_edits WHERE staged_id IN %1"_s,
                      QVariantList(ids.begin(), ids.end()), [](const Rows &) { return 0; })
        .transform([](const QList<int> &) {});
}

/// All that is staged of the rows of these changes.
Result<QMap<Place, Staged>> stagedOfRows(Connection &connection, std::span<const Change> changes, const QString &who)
{
    QMap<QString, QVariantList> rows; // by table
    for (const Change &change : changes)
        rows[change.table].append(change.row);
    QMap<Place, Staged> found;
    for (const auto &[table, keys] : rows.asKeyValueRange()) {
        const auto some = sql::where(connection, Select + u" AND table_name = ? AND row_key IN %1"_s, keys, stagedOf,
                                     {sql::text(who), table});
        if (!some)
            return std::unexpected(some.error());
        for (const Staged &one : *some)
            found.insert(placeOf(one.change), one);
    }
    return found;
}

/// Values of a new row join it. Of others, what was seen first is what theirs is compared with.
Result<> stageSets(Connection &connection, std::span<const Change> changes, const QString &who)
{
    auto staged = stagedOfRows(connection, changes, who);
    if (!staged)
        return std::unexpected(staged.error());
    QSet<qint64> unwanted;
    QList<Place> order;
    std::set<Place> rows; // new ones that values join
    for (const Change &change : changes) {
        const auto row = staged->find(rowOf(change));
        if (row != staged->end() && row->change.kind == Kind::Remove)
            return fail(Error::Kind::Invalid, u"This row is to be removed: take that back first."_s,
                        change.table + u' ' + change.row);
        if (row != staged->end()) {
            row->change.values.insert(change.column, change.after);
            if (rows.insert(row.key()).second)
                order.append(row.key());
            continue;
        }
        Staged &now = (*staged)[placeOf(change)];
        const Change before = std::exchange(now.change, change);
        if (now.id) {
            now.change.before = before.before;
            now.change.version = before.version;
        }
        if (now.change.before != now.change.after)
            order.append(placeOf(change));
        else if (now.id)
            unwanted.insert(now.id);
    }
    QList<QVariantList> written;
    for (const Place &place : std::as_const(order))
        written.append(bound((*staged)[place].change, who));
    return removeIds(connection, unwanted).and_then([&] { return write(connection, written); });
}

Result<> stageInserts(Connection &connection, std::span<const Change> changes, const QString &who)
{
    QList<QVariantList> rows;
    for (const Change &change : changes)
        rows.append(bound(change, who));
    return write(connection, rows);
}

/// What else is staged of rows that are to go is not wanted any more, and one that is not made yet is forgotten.
Result<> stageRemovals(Connection &connection, std::span<const Change> changes, const QString &who)
{
    return staging::all(connection, who).and_then([&](const QList<Staged> &staged) {
        std::map<Place, const Change *> removals;
        for (const Change &change : changes)
            removals.emplace(placeOf(change), &change);
        QSet<qint64> unwanted;
        for (const Staged &one : staged) {
            const auto removal = removals.find(rowOf(one.change));
            if (removal == removals.end())
                continue;
            unwanted.insert(one.id);
            if (one.change.kind == Kind::Insert)
                removal->second = nullptr;
        }
        QList<QVariantList> rows;
        for (const Change &change : changes) {
            if (removals[placeOf(change)])
                rows.append(bound(change, who));
        }
        return removeIds(connection, withDependent(staged, unwanted)).and_then([&] { return write(connection, rows); });
    });
}

/// How many changes from `first` on are of its kind, each of another place: they are staged together.
qsizetype alike(const QList<Change> &changes, qsizetype first)
{
    std::set<Place> places;
    qsizetype end = first;
    while (end < changes.size() && changes[end].kind == changes[first].kind
           && places.insert(placeOf(changes[end])).second)
        ++end;
    return end - first;
}

Result<> settleRemoval(Connection &connection, const Change &change, const QString &who)
{
    const auto found = records::read(connection, *model::own().table(change.table), change.row, Hold::No);
    if (!found)
        return std::unexpected(found.error());
    const std::optional<records::Record> &row = *found;
    if (!row)
        return removeOf(connection, change, who);
    Change now = change;
    now.values = row->values;
    now.version = row->version;
    return write(connection, now, who);
}

}

Result<QList<Staged>> staging::all(Connection &connection, const QString &who)
{
    return connection.all(Select + u" ORDER BY staged_id"_s, {sql::text(who)}, stagedOf);
}

Result<QString> staging::stage(Connection &connection, const Change &wanted, const QString &who)
{
    const Change change = named(wanted);
    return stage(connection, QList{change}, who).transform([&] { return change.row; });
}

Result<> staging::stage(Connection &connection, const QList<Change> &wanted, const QString &who)
{
    QList<Change> changes;
    std::ranges::transform(wanted, std::back_inserter(changes), named);
    return connection.atomically([&]() -> Result<> {
        for (qsizetype at = 0; at < changes.size();) {
            const Kind kind = changes[at].kind;
            const std::span<const Change> some(&changes[at], size_t(alike(changes, at)));
            const auto done = kind == Kind::Set ? stageSets(connection, some, who)
                : kind == Kind::Insert          ? stageInserts(connection, some, who)
                                                : stageRemovals(connection, some, who);
            if (!done)
                return done;
            at += qsizetype(some.size());
        }
        return {};
    });
}

Result<> staging::takeBack(Connection &connection, const QSet<qint64> &ids, const QString &who)
{
    return connection.atomically([&] {
        return all(connection, who).and_then([&](const QList<Staged> &staged) {
            return removeIds(connection, withDependent(staged, ids));
        });
    });
}

Result<> staging::takeBackAll(Connection &connection, const QString &who)
{
    return connection.run(u"DELETE FROM staged_edits WHERE who = ?"_s, {sql::text(who)});
}

Result<Saved> staging::save(Connection &connection, const QString &who, const QSet<qint64> &ids)
{
    return connection.atomically([&]() -> Result<Saved> {
        const auto staged = all(connection, who);
        if (!staged)
            return std::unexpected(staged.error());
        const QSet<qint64> wanted = ids.isEmpty() ? ids : withNeeded(*staged, ids);
        QList<Change> changes;
        QSet<qint64> saved;
        for (const Staged &one : *staged) {
            if (!wanted.isEmpty() && !wanted.contains(one.id))
                continue;
            changes.append(one.change);
            saved.insert(one.id);
        }
        const auto done = editing::save(connection, changes, who);
        if (!done || !done->conflicts.isEmpty())
            return done;
        return removeIds(connection, saved).transform([&] { return *done; });
    });
}

Result<> staging::settle(Connection &connection, const Conflict &conflict, const QSet<QString> &mine,
                         const QString &who)
{
    return connection.atomically([&]() -> Result<> {
        const Change row{.kind = conflict.kind, .table = conflict.table, .row = conflict.row};
        if (conflict.isGone)
            return connection.run(u"DELETE FROM staged_edits WHERE who = ? AND table_name = ? AND row_key = ?"_s,
                                  {sql::text(who), row.table, row.row});
        if (conflict.kind == Kind::Remove)
            return mine.isEmpty() ? removeOf(connection, row, who) : settleRemoval(connection, row, who);
        return sql::each(conflict.clashes, [&](const editing::Clash &clash) {
            Change change = row;
            change.column = clash.column;
            if (!mine.contains(clash.column))
                return removeOf(connection, change, who);
            change.before = clash.theirs;
            change.after = clash.mine;
            change.version = conflict.version;
            return write(connection, change, who);
        });
    });
}
