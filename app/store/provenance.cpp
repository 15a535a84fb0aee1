#include "store/provenance.h"

#include "store/enums.h"
#include "store/ledger.h"
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

Result<> open(Connection &connection, Ledger &ledger, const QString &key)
{
    const auto &sources = *model::own().table(u"field_sources"_s);
    return records::read(connection, sources, key, records::Hold::Yes).and_then([&](std::optional<Record> record) {
        return record ? ledger.set(*record, {{u"locked"_s, u"0"_s}}) : Result<>();
    });
}

}

Result<QHash<QString, Origin>> provenance::of(Connection &connection, const QString &table, qint64 row)
{
    QHash<QString, Origin> origins;
    const auto keep = [&](const Rows &found) {
        origins.insert(found.value(0).toString(), originOf(found));
        return 0;
    };
    return connection
        .all(
            u"SELECT f.column_name, s.kind, f.field, s.url, s.revision, s.read_at, f.original, f.locked "
            "FROM field_sources f JOIN sources s ON s.source_id = f.source_id WHERE f.table_name = ? AND f.row_id = ?"_s,
            {table, row}, keep)
        .transform([&](const QList<int> &) { return origins; });
}

Result<qint64> provenance::set(Connection &connection, const QString &table, qint64 row, const QString &column,
                               Lock lock, const QString &who)
{
    return connection.atomically([&]() -> Result<qint64> {
        const QString what = lock == Lock::Closed ? u"Lock a value"_s : u"Unlock a value"_s;
        Ledger ledger(connection, {.kind = u"done"_s, .what = what, .who = who});
        if (lock == Lock::Closed) {
            ledger.lock(table, QString::number(row), column);
            return ledger.close();
        }
        return open(connection, ledger, u"%1,%2,%3"_s.arg(table).arg(row).arg(column)).and_then([&] {
            return ledger.close();
        });
    });
}
