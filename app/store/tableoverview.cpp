#include "store/tableoverview.h"

#include "store/model.h"
#include "store/tablefields.h"
#include "store/tablerelation.h"

using namespace Qt::Literals;
using table::Chart;
using table::Field;
using table::Form;
using table::Overview;
using table::Share;

namespace {

constexpr qint64 MostBars = 12;

/// By what a person divides films, people and scores.
const QStringList Charted{u"release_date"_s, u"movie_genres"_s, u"country"_s, u"rating"_s,
                          u"language"_s,     u"nationality"_s,  u"dob"_s,     u"source"_s};

Result<QList<Chart>> chartsOf(Connection &connection, const Form &form)
{
    QList<Chart> charts;
    for (const QString &column : Charted) {
        const Field *field = form.field(column);
        if (!field || field->name != column)
            continue;
        const auto facets = table::facets(connection, {.table = form.table}, column, MostBars);
        if (!facets)
            return std::unexpected(facets.error());
        charts.append({.column = column, .header = field->header, .facets = *facets});
        const bool isTime = !facets->isEmpty() && facets->first().filter.contains(".."_L1);
        if (isTime)
            std::ranges::sort(charts.last().facets, std::greater(), &table::Facet::name);
    }
    return charts;
}

/// SQL that is 1 for a row with a value.
Result<QString> filledSql(const Connection &connection, const Form &form, const Field &field)
{
    return relation::holds(connection, form, field, {.sign = filter::Sign::Filled})
        .transform([](const condition::Sql &sql) { return u"SUM(CASE WHEN %1 THEN 1 ELSE 0 END)"_s.arg(sql.text); });
}

/// The journal's length of a column, 0 for any.
int roomOf(const Form &form, const Field &field)
{
    const model::Table *table = model::own().table(form.table);
    const model::Column *column = table && field.kind == Field::Kind::Own ? table->column(field.name) : nullptr;
    return column ? column->length : 0;
}

QString longerSql(const Connection &connection, const QString &column, int room)
{
    if (!room)
        return u"0"_s;
    return u"SUM(CASE WHEN length(t.%1) > %2 THEN 1 ELSE 0 END)"_s.arg(connection.quoted(column)).arg(room);
}

Result<> addShares(Connection &connection, const Form &form, Overview &overview)
{
    QStringList columns{u"COUNT(*)"_s};
    for (const Field &field : form.fields) {
        const auto filled = filledSql(connection, form, field);
        if (!filled)
            return std::unexpected(filled.error());
        const int room = roomOf(form, field);
        columns << *filled << longerSql(connection, field.name, room);
        overview.shares.append({.column = field.name, .header = field.header, .room = room});
    }
    const auto counted = connection.first(
        u"SELECT %1 FROM %2 t"_s.arg(columns.join(u", "), connection.quoted(form.table)), {}, [&](const Rows &row) {
            overview.rows = row.value(0).toLongLong();
            int at = 1;
            for (Share &share : overview.shares) {
                share.filled = row.value(at++).toLongLong();
                share.longer = row.value(at++).toLongLong();
            }
            return 0;
        });
    return counted.transform([](const auto &) { });
}

}

Result<Overview> table::overview(Connection &connection, const QString &table)
{
    return form(connection, table).and_then([&](const Form &form) {
        return chartsOf(connection, form).and_then([&](QList<Chart> charts) {
            Overview overview{.table = table, .charts = std::move(charts)};
            return addShares(connection, form, overview).transform([&] { return overview; });
        });
    });
}
