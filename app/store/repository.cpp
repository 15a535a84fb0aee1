#include "store/repository.h"

#include <QRegularExpression>

using namespace Qt::Literals;
using editing::Change;
using editing::Kind;
using editing::Saved;
using records::Hold;
using records::Record;
using records::Values;

namespace {

std::unexpected<Error> isMissing(const QString &table, const QString &key)
{
    return fail(Error::Kind::Missing, u"There is no such row any more."_s, table + u' ' + key);
}

/// What column a film's key belongs to.
QString columnOf(const QString &key)
{
    static const QRegularExpression wikidata(u"^Q[1-9][0-9]*$"_s);
    static const QRegularExpression imdb(u"^tt[0-9]+$"_s);
    return wikidata.match(key).hasMatch() ? u"wikidata_id"_s : imdb.match(key).hasMatch() ? u"imdb_id"_s : u"article"_s;
}

Result<Record> present(Connection &connection, const QString &table, const QString &key)
{
    return library::find(connection, table, key).and_then([&](const std::optional<Record> &row) {
        return row ? Result<Record>(*row) : isMissing(table, key);
    });
}

}

Result<QString> library::add(Connection &connection, const QString &table, const Values &values, const QString &who)
{
    const Change change{.kind = Kind::Insert, .table = table, .row = u"new:1"_s, .values = values};
    return editing::save(connection, {change}, who).transform([&](const Saved &saved) {
        return saved.keys.value(change.row);
    });
}

Result<std::optional<Record>> library::find(Connection &connection, const QString &table, const QString &key)
{
    return records::tableOf(table).and_then(
        [&](const model::Table *known) { return records::read(connection, *known, key, Hold::No); });
}

Result<QList<Record>> library::find(Connection &connection, const QString &table, const Values &like)
{
    return records::tableOf(table).and_then([&](const model::Table *known) -> Result<QList<Record>> {
        for (const QString &column : like.keys()) {
            if (!known->column(column))
                return fail(Error::Kind::Missing, u"The table \"%1\" has no column \"%2\"."_s.arg(table, column));
        }
        return records::having(connection, *known, like, Hold::No);
    });
}

Result<> library::update(Connection &connection, const QString &table, const QString &key, const Values &values,
                         const QString &who)
{
    return connection.atomically([&]() -> Result<> {
        return present(connection, table, key).and_then([&](const Record &row) {
            QList<Change> changes;
            for (const auto &[column, cell] : values.asKeyValueRange())
                changes.append({.table = table,
                                .row = key,
                                .column = column,
                                .before = row.values.value(column),
                                .after = cell,
                                .version = row.version});
            return editing::save(connection, changes, who).transform([](const Saved &) { });
        });
    });
}

Result<> library::remove(Connection &connection, const QString &table, const QString &key, const QString &who)
{
    return connection.atomically([&]() -> Result<> {
        return present(connection, table, key).and_then([&](const Record &row) {
            const Change change{
                .kind = Kind::Remove, .table = table, .row = key, .values = row.values, .version = row.version};
            return editing::save(connection, {change}, who).transform([](const Saved &) { });
        });
    });
}

Result<std::optional<Record>> library::movieByKey(Connection &connection, const QString &key)
{
    return find(connection, u"movies"_s, Values{{columnOf(key), key}}).transform([](const QList<Record> &found) {
        return found.isEmpty() ? std::nullopt : std::optional(found.constFirst());
    });
}
