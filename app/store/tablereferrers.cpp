#include "store/tablereferrers.h"

#include "store/model.h"
#include "store/tablefields.h"

using namespace Qt::Literals;
using table::Field;
using table::Referrers;

namespace {

struct Candidate
{
    Referrers referrers;
    QString table; ///< in which they are counted, by a column
    QString column;
};

Candidate candidate(const QString &shown, const QString &filtered, const QString &counted, const QString &column)
{
    QString as = column;
    if (as.endsWith("_id"_L1))
        as.chop(3);
    return {.referrers = {.query = {.table = shown, .filters = {{.column = filtered}}}, .what = shown, .as = as},
            .table = counted,
            .column = column};
}

/// Tables that join others stand for those they join: a director's films, not the rows between.
Result<QList<Candidate>> candidatesOf(Connection &connection, const QString &table)
{
    QList<Candidate> candidates;
    QStringList between;
    for (const model::Table &other : model::own().tables) {
        if (!other.isShown)
            continue;
        const auto form = table::form(connection, other.name);
        if (!form)
            return std::unexpected(form.error());
        for (const Field &field : form->fields) {
            if (field.kind != Field::Kind::Relation)
                continue;
            between.append(field.name);
            if (field.table == table)
                candidates.append(candidate(other.name, field.name, field.name, field.to));
        }
    }
    for (const model::Table &other : model::own().tables) {
        for (const model::Column &column : other.columns) {
            const bool isOne = column.references && column.references->table == table;
            const bool isFirstOfSeveral = std::ranges::any_of(candidates, [&](const Candidate &one) {
                return one.referrers.what == other.name && one.column == column.name;
            });
            if (other.isShown && isOne && !isFirstOfSeveral && !between.contains(other.name))
                candidates.append(candidate(other.name, column.name, other.name, column.name));
        }
    }
    return candidates;
}

}

Result<QList<Referrers>> table::referrers(Connection &connection, const QString &table, qint64 row, const QString &name)
{
    const auto candidates = candidatesOf(connection, table);
    if (!candidates)
        return std::unexpected(candidates.error());
    QList<Referrers> found;
    for (Candidate candidate : *candidates) {
        const auto count
            = connection.insert(u"SELECT COUNT(*) FROM %1 WHERE %2 = ?"_s.arg(connection.quoted(candidate.table),
                                                                              connection.quoted(candidate.column)),
                                {row});
        if (!count)
            return std::unexpected(count.error());
        if (*count == 0)
            continue;
        candidate.referrers.count = *count;
        candidate.referrers.query.filters.first().text = name;
        candidate.referrers.query.filters.first().row = row;
        found.append(candidate.referrers);
    }
    return found;
}
