#include "store/replaced.h"

#include "store/modelsql.h"
#include "store/sql.h"

using namespace Qt::Literals;
using records::Hold;
using records::Record;

namespace {

/// As a history keeps it.
QVariant cellOf(const QString &table, const QString &column, const QVariant &value)
{
    return sql::orNull(records::cell(value, *model::own().table(table)->column(column)));
}

}

void replaced::set(Pending &pending, MovieId movie, const QString &table, const QString &key, const QString &column,
                   const QVariant &before, const QVariant &now)
{
    pending.replaced.append({u"set"_s, table, key, column, cellOf(table, column, before), cellOf(table, column, now),
                             u"movies"_s, QString::number(movie.value)});
}

void replaced::remove(Pending &pending, MovieId movie, const Record &row)
{
    pending.replaced.append({u"remove"_s, row.table, row.key, sql::text({}), records::text(row.values), QVariant(),
                             u"movies"_s, QString::number(movie.value)});
}

Result<> replaced::takeAway(Connection &connection, Pending &pending, MovieId movie, const QString &table, qint64 key)
{
    const model::Table &form = *model::own().table(table);
    return records::read(connection, form, QString::number(key), Hold::No)
        .transform([&](const std::optional<Record> &row) {
            if (row)
                remove(pending, movie, *row);
        })
        .and_then([&] { return forgetSources(connection, table, key); })
        .and_then([&] {
            return connection.run(
                u"DELETE FROM %1 WHERE %2 = ?"_s.arg(modelsql::quoted(table), form.primaryKey.constFirst()), {key});
        });
}

Result<> replaced::forgetSources(Connection &connection, const QString &table, qint64 key)
{
    return connection.run(u"DELETE FROM field_sources WHERE table_name = ? AND row_id = ?"_s, {table, key});
}
