#include "store/provenance.h"

#include "store/enums.h"
#include "store/labelorigins.h"
#include "store/ledger.h"
#include "store/nameorigins.h"
#include "store/sql.h"

using namespace Qt::Literals;
using provenance::Lock;
using provenance::Origin;
using records::Record;

namespace {

Origin originOf(const Rows &row)
{
    Origin origin{.source = {.kind = enums::of<Source::Kind>(row.value(1).toString()),
                             .name = row.value(2).toString(),
                             .url = QUrl(row.value(3).toString()),
                             .at = sql::timeOf(row.value(5))},
                  .original = row.value(6).toString(),
                  .isLocked = row.value(7).toBool()};
    if (const qint64 revision = row.value(4).toLongLong(); revision && origin.source.kind != Source::Kind::Person)
        origin.source.revision = revision;
    return origin;
}

/// Only the lock: whoever turns it has typed nothing, and the value comes from where it came. A value without a source
/// is the person's.
Result<> turn(Connection &connection, Ledger &ledger, const QString &table, const QString &row, const QString &column,
              Lock lock)
{
    const auto &sources = *model::own().table(u"field_sources"_s);
    return records::read(connection, sources, u"%1,%2,%3"_s.arg(table, row, column), records::Hold::Yes)
        .and_then([&](std::optional<Record> record) {
            if (record)
                return ledger.set(*record, {{u"locked"_s, lock == Lock::Closed ? u"1"_s : u"0"_s}});
            if (lock == Lock::Closed)
                ledger.lock(table, row, column);
            return Result<>();
        });
}

}

Result<QHash<QString, Origin>> provenance::of(Connection &connection, const QString &table, qint64 row)
{
    const auto named = nameorigins::of(connection, table, row);
    auto origins = labelorigins::of(connection, table, row);
    if (!named || !origins)
        return named ? origins : std::unexpected(named.error());
    if (const auto &name = *named; name && !origins->contains(u"name"_s))
        origins->insert(u"name"_s, *name);
    const auto keep = [&](const Rows &found) {
        origins->insert(found.value(0).toString(), originOf(found));
        return 0;
    };
    return connection
        .all(
            u"SELECT f.column_name, s.kind, f.field, s.url, s.revision, s.read_at, f.original, f.locked "
            "FROM field_sources f JOIN sources s ON s.source_id = f.source_id WHERE f.table_name = ? AND f.row_id = ?"_s,
            {table, row}, keep)
        .transform([&](const QList<int> &) { return *origins; });
}

Result<qint64> provenance::set(Connection &connection, const QString &table, qint64 row, const QString &column,
                               Lock lock, const QString &who)
{
    return connection.atomically([&]() -> Result<qint64> {
        const QString what = lock == Lock::Closed ? u"Lock a value"_s : u"Unlock a value"_s;
        Ledger ledger(connection, {.kind = u"done"_s, .what = what, .who = who});
        return turn(connection, ledger, table, QString::number(row), column, lock).and_then([&] {
            return ledger.close();
        });
    });
}
