#include "export/sheets.h"

#include "store/modelsql.h"
#include "store/selections.h"
#include "store/tableoutline.h"

using namespace Qt::Literals;
using exports::Content;

namespace {

/// Of a column, or of the table between that a column of names stands for.
Sheet::Meaning meaning(const QString &table, const QString &column)
{
    const model::Table *known = model::own().table(table);
    if (const model::Column *found = known ? known->column(column) : nullptr)
        return {.text = found->meaning, .unit = found->unit};
    const model::Table *between = model::own().table(column);
    return {.text = between ? between->meaning : QString()};
}

QList<Sheet::Meaning> meanings(const QString &table, const QList<Selection::Field> &fields)
{
    QList<Sheet::Meaning> meanings;
    for (const Selection::Field &field : fields)
        meanings.append(meaning(table, field.name));
    return meanings;
}

Result<Sheet> tableSheet(Connection &connection, const QString &name)
{
    auto selection = selections::whole(connection, name);
    const auto total = table::count(connection, {.table = name});
    if (!selection || !total)
        return std::unexpected(selection ? total.error() : selection.error());
    return Sheet{.name = name, .selection = *selection, .meanings = meanings(name, selection->fields), .total = *total};
}

/// The headers differ from the columns' names, but stand in their order.
Result<Sheet> shownSheet(Connection &connection, const exports::Order &order)
{
    auto selection = selections::shown(connection, order.query);
    const auto outline = table::outline(connection, order.query);
    if (!selection || !outline)
        return std::unexpected(selection ? outline.error() : selection.error());
    Sheet sheet{.name = order.query.table, .selection = *selection, .total = order.total};
    for (const table::Field &field : outline->shown)
        sheet.meanings.append(meaning(sheet.name, field.name));
    return sheet;
}

Result<Sheet> filmsSheet(Connection &connection)
{
    return table::count(connection, {.table = u"movies"_s}).transform([&](qint64 total) {
        const Selection films = selections::films(connection.engine());
        return Sheet{
            .name = u"films"_s, .selection = films, .meanings = meanings(u"movies"_s, films.fields), .total = total};
    });
}

/// Every table of the model, each after those that it refers to.
Result<QList<Sheet>> everything(Connection &connection)
{
    const auto present = table::all(connection);
    if (!present)
        return std::unexpected(present.error());
    QList<Sheet> sheets;
    for (const model::Table &table : modelsql::inOrder(model::own())) {
        if (!present->contains(table.name))
            continue;
        auto sheet = tableSheet(connection, table.name);
        if (!sheet)
            return std::unexpected(sheet.error());
        sheets.append(*std::move(sheet));
    }
    return sheets;
}

QList<Sheet> one(Sheet sheet)
{
    return {std::move(sheet)};
}

}

Result<QList<Sheet>> sheets::of(Connection &connection, const exports::Order &order)
{
    switch (order.content) {
    case Content::Shown:
        return shownSheet(connection, order).transform(one);
    case Content::Table:
        return tableSheet(connection, order.query.table).transform(one);
    case Content::Database:
        return everything(connection);
    case Content::Films:
        return filmsSheet(connection).transform(one);
    case Content::Items:
        break;
    }
    return fail(Error::Kind::Invalid, u"Titles of galleries are exported as an item list."_s);
}
