#include "store/table.h"

#include "store/model.h"
#include "store/words.h"

using namespace Qt::Literals;
using table::Info;

namespace {

/// One column of a table on its way to the grid.
struct Field
{
    QString header;
    QString name;
    QString raw; ///< SQL of the value as it is
    QString shown; ///< SQL of what a person reads: the referred row's name
    bool isText = false;
    bool isNullable = true;
};

/// A table with the rows it refers to.
struct Plan
{
    Info info;
    QList<Field> fields;
    QString from;
};

/// By what a person knows a row of this table; empty where there is nothing of the kind.
QString labelOf(const QString &table)
{
    const model::Table *known = model::own().table(table);
    return known ? known->label : QString();
}

bool isText(const QString &type)
{
    return type.startsWith("VARCHAR"_L1) || type.startsWith("TEXT"_L1);
}

void refer(const Connection &connection, Plan &plan, Field &field, const table::ForeignKey &key)
{
    const QString label = labelOf(key.table);
    if (label.isEmpty())
        return;
    const QString alias = u"r%1"_s.arg(plan.fields.size());
    plan.from += u" LEFT JOIN %1 %2 ON %2.%3 = %4"_s.arg(connection.quoted(key.table), alias,
                                                         connection.quoted(key.referenced), field.raw);
    field.shown = alias + u'.' + connection.quoted(label);
    field.isText = true;
    field.isNullable = true;
    if (field.header.endsWith("_id"_L1))
        field.header.chop(3);
}

Result<Plan> plan(Connection &connection, const QString &name)
{
    auto info = table::info(connection, name);
    if (!info)
        return std::unexpected(info.error());
    Plan plan{.info = *info, .from = u" FROM %1 t"_s.arg(connection.quoted(name))};
    for (const auto &column : info->columns) {
        const QString raw = u"t."_s + connection.quoted(column.name);
        Field field{.header = column.name,
                    .name = column.name,
                    .raw = raw,
                    .shown = raw,
                    .isText = isText(column.type),
                    .isNullable = column.nullable};
        const auto key = std::ranges::find(info->foreignKeys, column.name, &table::ForeignKey::column);
        if (key != info->foreignKeys.end())
            refer(connection, plan, field, *key);
        plan.fields.append(field);
    }
    return plan;
}

/// Every word has to be in some column, as a person reads it.
QString condition(const Connection &connection, const Plan &plan, const QString &words, QVariantList &values)
{
    QStringList all;
    for (const QString &word : words.simplified().split(u' ', Qt::SkipEmptyParts)) {
        QStringList any;
        for (const Field &field : plan.fields) {
            any.append(words::condition(connection, field.shown));
            values.append(words::value(connection, word));
        }
        all.append(u'(' + any.join(u" OR ") + u')');
    }
    return all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND ");
}

/// By the wanted column as a person reads it, the unknown last; then by the key, so that the order is stable.
Result<QString> order(const Connection &connection, const Plan &plan, const table::Query &query)
{
    QStringList terms;
    if (!query.orderBy.isEmpty()) {
        const auto field = std::ranges::find_if(
            plan.fields, [&](const Field &one) { return one.name == query.orderBy || one.header == query.orderBy; });
        if (field == plan.fields.end())
            return fail(Error::Kind::Missing,
                        u"The table \"%1\" has no column \"%2\"."_s.arg(query.table, query.orderBy));
        const bool onServer = connection.engine() == Connection::Engine::PostgreSQL;
        const QString letters = onServer ? u" COLLATE \"und-x-icu\""_s : u" COLLATE NOCASE"_s;
        terms.append(field->shown + (field->isText ? letters : QString())
                     + (query.order == Qt::AscendingOrder ? u" ASC" : u" DESC")
                     + (field->isNullable ? u" NULLS LAST" : u""));
    }
    for (const QString &key : plan.info.primaryKey)
        terms.append(u"t."_s + connection.quoted(key));
    return terms.isEmpty() ? QString() : u" ORDER BY "_s + terms.join(u", ");
}

QVariantList valuesOf(const Rows &row, qsizetype columns)
{
    QVariantList values;
    values.reserve(columns);
    for (int i = 0; i < columns; ++i)
        values.append(row.isNull(i) ? QVariant() : row.value(i));
    return values;
}

Result<QList<QVariantList>> select(Connection &connection, const Plan &plan, const table::Query &query,
                                   QString Field::*sql, qint64 first, qint64 limit)
{
    QStringList columns;
    for (const Field &field : plan.fields)
        columns.append(field.*sql);
    QVariantList values;
    const QString where = condition(connection, plan, query.words, values);
    return order(connection, plan, query).and_then([&](const QString &by) {
        values << limit << first;
        return connection.all(u"SELECT "_s + columns.join(u", ") + plan.from + where + by + u" LIMIT ? OFFSET ?"_s,
                              values, [&](const Rows &row) { return valuesOf(row, columns.size()); });
    });
}

}

Result<qint64> table::count(Connection &connection, const Query &query)
{
    return plan(connection, query.table).and_then([&](const Plan &plan) -> Result<qint64> {
        QVariantList values;
        const QString where = condition(connection, plan, query.words, values);
        const QString from = where.isEmpty() ? u" FROM "_s + connection.quoted(query.table) : plan.from;
        return connection.insert(u"SELECT COUNT(*)"_s + from + where, values);
    });
}

Result<QList<QVariantList>> table::rows(Connection &connection, const Query &query, qint64 first, qint64 limit)
{
    return plan(connection, query.table).and_then([&](const Plan &plan) {
        return select(connection, plan, query, &Field::raw, first, limit);
    });
}

Result<table::Shown> table::shown(Connection &connection, const Query &query, qint64 first, qint64 limit)
{
    return plan(connection, query.table).and_then([&](const Plan &plan) {
        return select(connection, plan, query, &Field::shown, first, limit).transform([&](auto rows) {
            Shown shown{.rows = std::move(rows)};
            for (const Field &field : plan.fields)
                shown.headers.append(field.header);
            return shown;
        });
    });
}
