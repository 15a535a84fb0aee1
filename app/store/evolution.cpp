#include "store/evolution.h"

#include "store/modelsql.h"
#include "store/narrowing.h"

using namespace Qt::Literals;
using evolution::Renames;
using model::Column;
using model::Model;
using model::Table;

namespace {

QStringList missingTables(const Model &in, const Model &of)
{
    QStringList names;
    for (const Table &table : of.tables) {
        if (!in.table(table.name))
            names.append(table.name);
    }
    return names;
}

QStringList missingColumns(const Table &in, const Table &of)
{
    QStringList names;
    for (const Column &column : of.columns) {
        if (!in.column(column.name))
            names.append(column.name);
    }
    return names;
}

/// A table under another name keeps most of its columns.
bool isAlike(const Table &one, const Table &other)
{
    const qsizetype common = one.columns.size() - missingColumns(other, one).size();
    return 2 * common > std::max(one.columns.size(), other.columns.size());
}

bool isAlike(const Column &one, const Column &other)
{
    return one.type == other.type;
}

/// Asks of each new name which of the old ones it was, those that are alike first, until one is it.
Result<> askOf(const QStringList &gone, const QStringList &made, const QString &prefix, const auto &areAlike,
               const evolution::Ask &ask, Renames &renames)
{
    QStringList left = gone;
    for (const QString &now : made) {
        QStringList likely = left;
        std::ranges::stable_partition(likely, [&](const QString &old) { return areAlike(old, now); });
        for (const QString &old : std::as_const(likely)) {
            const auto answer = ask(u"Is %1 what was %2, under a new name?"_s.arg(prefix + now, prefix + old));
            if (!answer)
                return std::unexpected(answer.error());
            if (!*answer)
                continue;
            renames.insert(prefix + old, now);
            left.removeOne(old);
            break;
        }
    }
    return {};
}

QString typeOf(const Column &column)
{
    return modelsql::type(column, Connection::Engine::PostgreSQL);
}

QString nameNow(const Renames &renames, const QString &table, const QString &column)
{
    return renames.value(table + u'.' + column, column);
}

/// The table of `before` that has this name in `after`.
const Table *tableBefore(const Model &before, const Renames &renames, const QString &now)
{
    for (const Table &table : before.tables) {
        if (renames.value(table.name, table.name) == now)
            return &table;
    }
    return nullptr;
}

}

Result<Renames> evolution::askForRenames(const Model &before, const Model &after, const Ask &ask)
{
    Renames renames;
    const auto tables = askOf(
        missingTables(after, before), missingTables(before, after), {},
        [&](const QString &old, const QString &now) { return isAlike(*before.table(old), *after.table(now)); }, ask,
        renames);
    if (!tables)
        return std::unexpected(tables.error());
    for (const Table &now : after.tables) {
        const Table *old = tableBefore(before, renames, now.name);
        if (!old)
            continue;
        const auto columns = askOf(
            missingColumns(now, *old), missingColumns(*old, now), old->name + u'.',
            [&](const QString &one, const QString &other) { return isAlike(*old->column(one), *now.column(other)); },
            ask, renames);
        if (!columns)
            return std::unexpected(columns.error());
    }
    return renames;
}

QStringList evolution::lost(const Model &before, const Model &after, const Renames &renames)
{
    QStringList lost;
    for (const Table &old : before.tables) {
        const Table *now = after.table(renames.value(old.name, old.name));
        if (!now) {
            lost.append(old.name);
            continue;
        }
        for (const Column &column : old.columns) {
            const QString name = old.name + u'.' + column.name;
            const Column *other = now->column(nameNow(renames, old.name, column.name));
            if (!other)
                lost.append(name);
            else if (narrowing::isNarrower(*other, column))
                lost.append(u"%1 (from %2 to %3)"_s.arg(name, typeOf(column), typeOf(*other)));
        }
    }
    return lost;
}

QStringList evolution::impossible(const Model &before, const Model &after, const Renames &renames)
{
    QStringList faults;
    for (const Table &now : after.tables) {
        const Table *old = tableBefore(before, renames, now.name);
        if (!old)
            continue;
        QStringList kept;
        for (const Column &column : old->columns)
            kept.append(nameNow(renames, old->name, column.name));
        bool isNewMet = false;
        for (const Column &column : now.columns) {
            if (kept.contains(column.name) && isNewMet)
                faults.append(u"%1.%2 stands behind a new column: a new one comes last, as ALTER TABLE puts it"_s.arg(
                    now.name, column.name));
            isNewMet = isNewMet || !kept.contains(column.name);
            if (!kept.contains(column.name) && !column.isNullable && column.defaultValue.isEmpty())
                faults.append(
                    u"%1.%2 is new, may not be NULL and has no default: the rows that are there have no value "
                    "for it"_s.arg(now.name, column.name));
        }
    }
    return faults;
}

Renames evolution::backwards(const Renames &renames)
{
    Renames back;
    for (const auto &[old, now] : renames.asKeyValueRange()) {
        if (const auto dot = old.indexOf(u'.'); dot < 0)
            back.insert(now, old);
        else
            back.insert(renames.value(old.left(dot), old.left(dot)) + u'.' + now, old.sliced(dot + 1));
    }
    return back;
}
