#include "store/selections.h"
#include "store/tablelist.h"
#include "store/tablerelation.h"

using namespace Qt::Literals;
using table::Field;
using table::Outline;

namespace {

Selection::Field fieldOf(const Field &field)
{
    switch (field.kind) {
    case Field::Kind::Own:
        return {.name = field.header, .kind = selections::kindOf(field.type)};
    case Field::Kind::Reference:
        return {.name = field.header, .kind = Cell::Kind::Text};
    case Field::Kind::Relation:
        return {.name = field.header, .kind = Cell::Kind::List};
    }
    return {};
}

condition::Sql valueOf(const Connection &connection, const Outline &outline, const Field &field)
{
    if (field.kind == Field::Kind::Relation)
        return relation::folded(connection, outline.form, field, QString(QLatin1Char(Cell::FoldedEnd)));
    return {relation::value(connection, outline.form, field), {}};
}

}

Result<Selection> selections::shown(Connection &connection, const table::Query &query)
{
    return table::outline(connection, query).transform([&](const Outline &outline) {
        Selection selection;
        QStringList columns;
        for (const Field &field : outline.shown) {
            const condition::Sql value = valueOf(connection, outline, field);
            columns.append(value.text);
            selection.values += value.values;
            selection.fields.append(fieldOf(field));
        }
        selection.values += outline.where.values;
        selection.sql = u"SELECT %1 FROM %2 t"_s.arg(columns.join(u", "), connection.quoted(outline.form.table))
            + outline.whereSql() + list::orderSql(connection, outline);
        return selection;
    });
}
