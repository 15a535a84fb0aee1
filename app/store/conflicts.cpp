#include "store/typed.h"
#include "store/wishes.h"

using namespace Qt::Literals;
using editing::Change;
using editing::Conflict;
using editing::Kind;
using records::Cell;
using records::Record;

namespace {

/// The program's own columns, which move by themselves.
bool isOwn(const QString &column)
{
    static const QStringList own{u"created_at"_s, u"updated_at"_s, u"row_version"_s, u"source_id"_s};
    return own.contains(column);
}

void compare(const Change &change, const Record &row, Conflict &conflict)
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

}

QList<Conflict> wishes::conflicts(const Wishes &wishes, const Rows &rows)
{
    QMap<std::pair<QString, QString>, Conflict> found;
    for (const Change &change : wishes.sets + wishes.removes) {
        const std::pair of{change.table, change.row};
        if (typed::isNew(change.row))
            continue;
        Conflict &conflict = found[of];
        conflict.table = change.table;
        conflict.row = change.row;
        conflict.kind = change.kind;
        const auto row = rows.constFind(of);
        if (row == rows.cend())
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
