#include "store/merging.h"

#include "store/hand.h"
#include "store/references.h"
#include "store/sql.h"
#include "store/typed.h"

using namespace Qt::Literals;
using merging::Wish;
using model::Table;
using records::Cell;
using records::Hold;
using records::Record;
using records::Values;

namespace {

/// A row that says the same, once it refers to the kept one.
Result<bool> isTwin(Connection &connection, const Table &table, const Record &row, const QString &column,
                    const QString &kept)
{
    Values same{{column, kept}};
    for (const QString &other :
         table.primaryKey.size() > 1 ? table.primaryKey : QStringList{u"movie_id"_s, u"role"_s}) {
        if (other != column && table.column(other))
            same.insert(other, row.values.value(other));
    }
    return records::having(connection, table, same, Hold::Yes).transform([](const QList<Record> &found) {
        return !found.isEmpty();
    });
}

/// A link's key holds the reference: it is made anew.
Result<> moveLink(Hand &hand, const Record &row, const QString &column, const QString &kept)
{
    Values values = row.values;
    values.insert(column, kept);
    return hand.removeRow(row).and_then([&] { return hand.insert(row.table, values); }).transform([](const Record &) {
    });
}

Result<> moveRow(Hand &hand, const references::Column &from, Record row, const QString &kept)
{
    const Table &table = *model::own().table(from.table);
    const bool isLink = table.primaryKey.contains(from.column);
    if (isLink || from.table == "cast"_L1) {
        const auto twin = isTwin(hand.ledger().connection(), table, row, from.column, kept);
        if (!twin)
            return std::unexpected(twin.error());
        if (*twin)
            return hand.removeRow(row);
    }
    return isLink ? moveLink(hand, row, from.column, kept) : hand.set(row, {{from.column, kept}});
}

Result<> moveReferences(Hand &hand, const QString &table, const QString &merged, const QString &kept)
{
    for (const references::Column &from : references::to(table)) {
        const auto rows = records::having(hand.ledger().connection(), *model::own().table(from.table),
                                          {{from.column, merged}}, Hold::Yes);
        if (!rows)
            return std::unexpected(rows.error());
        const auto done = sql::each(*rows, [&](const Record &row) { return moveRow(hand, from, row, kept); });
        if (!done)
            return done;
    }
    return {};
}

Result<Record> rowOf(Connection &connection, const Table &table, const QString &key)
{
    return records::read(connection, table, key, Hold::Yes).and_then([&](const std::optional<Record> &row) {
        return row ? Result<Record>(*row)
                   : fail(Error::Kind::Missing, u"There is no such row any more."_s, table.name + u' ' + key);
    });
}

Result<> mergeOne(Hand &hand, const Wish &wish, const QString &merged)
{
    const Table &table = *model::own().table(wish.table);
    return rowOf(hand.ledger().connection(), table, merged).and_then([&](const Record &row) {
        return moveReferences(hand, wish.table, merged, wish.kept).and_then([&] { return hand.removeRow(row); });
    });
}

Result<> checked(const Wish &wish)
{
    if (!merging::tables().contains(wish.table))
        return fail(Error::Kind::Invalid, u"Rows of this table cannot be merged."_s, wish.table);
    if (wish.merged.isEmpty() || wish.merged.contains(wish.kept))
        return fail(Error::Kind::Invalid, u"A row cannot be merged with itself: choose two."_s, wish.table);
    const Table &table = *model::own().table(wish.table);
    for (const auto &[name, cell] : wish.values.asKeyValueRange()) {
        const model::Column *column = table.column(name);
        const auto read = column ? typed::check(table, *column, cell) : typed::Checked{.fault = u"Unknown."_s};
        if (!read.isFine())
            return fail(Error::Kind::Invalid, name + u": "_s + read.fault, wish.table);
    }
    return {};
}

}

const QStringList &merging::tables()
{
    static const QStringList tables{u"directors"_s, u"writers"_s,      u"actors"_s,
                                    u"studios"_s,   u"distributors"_s, u"genres"_s};
    return tables;
}

Result<qint64> merging::merge(Connection &connection, const Wish &wish, const QString &who)
{
    return connection.atomically([&]() -> Result<qint64> {
        Hand hand(connection, {.kind = u"done"_s, .what = u"Merge %1"_s.arg(wish.table), .who = who});
        return checked(wish)
            .and_then([&] {
                return sql::each(wish.merged, [&](const QString &merged) { return mergeOne(hand, wish, merged); });
            })
            .and_then([&] { return rowOf(connection, *model::own().table(wish.table), wish.kept); })
            .and_then([&](Record kept) { return hand.set(kept, wish.values); })
            .and_then([&] { return hand.close(); });
    });
}
