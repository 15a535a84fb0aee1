#include "store/tableoutline.h"

#include "store/tablerelation.h"
#include "store/tableseek.h"
#include "store/tablewords.h"

using namespace Qt::Literals;
using condition::Sql;
using table::Field;
using table::Form;
using table::Outline;
using table::Query;

namespace {

Error noColumn(const QString &table, const QString &column)
{
    return {.kind = Error::Kind::Missing, .message = u"The table \"%1\" has no column \"%2\"."_s.arg(table, column)};
}

Result<QList<Field>> shownOf(const Form &form, const QStringList &columns)
{
    if (columns.isEmpty())
        return form.fields;
    QList<Field> shown;
    for (const QString &column : columns) {
        const Field *field = form.field(column);
        if (!field)
            return std::unexpected(noColumn(form.table, column));
        shown.append(*field);
    }
    return shown;
}

void join(QStringList &all, QVariantList &values, const Sql &one)
{
    all.append(one.text);
    values += one.values;
}

Result<Sql> filterOf(const Connection &connection, const Form &form, const table::Filter &filter)
{
    const Field *field = form.field(filter.column);
    if (!field)
        return std::unexpected(noColumn(form.table, filter.column));
    if (filter.row)
        return relation::isRow(connection, form, *field, *filter.row);
    const auto conditions = filter::parse(filter.text);
    if (!conditions)
        return std::unexpected(conditions.error());
    QStringList all;
    QVariantList values;
    for (const filter::Condition &condition : *conditions) {
        const auto sql = relation::holds(connection, form, *field, condition);
        if (!sql)
            return sql;
        join(all, values, *sql);
    }
    return Sql{all.join(u" AND "), values};
}

Result<Sql> conditionOf(Connection &connection, const Form &form, const Query &query)
{
    QStringList all;
    QVariantList values;
    QList<Result<Sql>> parts;
    for (const table::Filter &filter : query.filters)
        parts.append(filterOf(connection, form, filter));
    parts.append(tablewords::holds(connection, form, query.words));
    for (const Result<Sql> &part : std::as_const(parts)) {
        if (!part)
            return part;
        if (!part->text.isEmpty())
            join(all, values, *part);
    }
    return Sql{all.join(u" AND "), values};
}

Result<QList<Outline::Term>> termsOf(const Connection &connection, const Form &form, const QList<table::Order> &order)
{
    QList<Outline::Term> terms;
    for (const auto &[column, direction] : order) {
        const Field *field = form.field(column);
        if (!field)
            return std::unexpected(noColumn(form.table, column));
        const bool isText = field->kind != Field::Kind::Own || condition::kindOf(field->type) == condition::Kind::Text;
        terms.append(
            {.sql = relation::value(connection, form, *field) + (isText ? condition::collation(connection) : QString()),
             .isDescending = direction == Qt::DescendingOrder,
             .isNullable = field->isNullable});
    }
    return terms;
}

}

QStringList Outline::keySql(const Connection &connection) const
{
    QStringList columns;
    for (const QString &column : form.key)
        columns.append(u"t."_s + connection.quoted(column));
    return columns;
}

QString Outline::whereSql(const QString &more) const
{
    QStringList all{where.text, more};
    all.removeAll(QString());
    return all.isEmpty() ? QString() : u" WHERE "_s + all.join(u" AND ");
}

Result<Outline> table::outline(Connection &connection, const Query &query)
{
    const auto form = table::form(connection, query.table);
    if (!form)
        return std::unexpected(form.error());
    const auto shown = shownOf(*form, query.columns);
    const auto where = conditionOf(connection, *form, query);
    const auto terms = termsOf(connection, *form, query.order);
    if (!shown)
        return std::unexpected(shown.error());
    if (!where || !terms)
        return std::unexpected(where ? terms.error() : where.error());
    Outline outline{.query = query, .form = *form, .shown = *shown, .where = *where, .terms = *terms};
    outline.isKeyDescending = outline.terms.size() == 1 && outline.terms.first().isDescending;
    return seek::wayOf(connection, outline).transform([&](Outline::Way way) {
        outline.way = way;
        return outline;
    });
}
