#include "cli/commands.h"
#include "cli/output.h"
#include "store/database.h"
#include "store/model.h"
#include "store/modelschema.h"
#include "store/table.h"

using namespace Qt::Literals;

namespace {

QString padded(const QString &text, qsizetype width)
{
    return text.leftJustified(width + 4);
}

/// What the model says of a column, with its unit.
QString meaningOf(const model::Table *table, const QString &name)
{
    const model::Column *column = table ? table->column(name) : nullptr;
    if (!column)
        return u"Not in the model."_s;
    return column->unit.isEmpty() ? column->meaning : u"%1 (%2)"_s.arg(column->meaning, column->unit);
}

/// The columns as the first version's get_table_info printed them, and what they mean.
QStringList columnLines(const table::Info &info)
{
    qsizetype name = 4;
    qsizetype type = 4;
    qsizetype ordinary = 7;
    for (const auto &column : info.columns) {
        name = std::max(name, column.name.size());
        type = std::max(type, column.type.size());
        ordinary = std::max(ordinary, column.defaultValue.size());
    }
    const model::Table *table = model::own().table(info.name);
    QStringList lines{padded(u"NAME"_s, name) + padded(u"TYPE"_s, type) + padded(u"NULLABLE"_s, 8)
                      + padded(u"DEFAULT"_s, ordinary) + u"MEANING"_s};
    for (const auto &column : info.columns)
        lines.append((padded(column.name, name) + padded(column.type, type)
                      + padded(column.nullable ? u"True"_s : u"False"_s, 8) + padded(column.defaultValue, ordinary)
                      + meaningOf(table, column.name)));
    return lines;
}

void addRow(QStringList &out, const QString &label, const QStringList &lines)
{
    for (qsizetype i = 0; i < lines.size(); ++i)
        out.append(padded(i == 0 ? label : QString(), 12) + lines[i].trimmed());
    out.append(QString());
}

QString inWords(const table::Info &info)
{
    QStringList foreignKeys;
    for (const auto &key : info.foreignKeys)
        foreignKeys.append(u"%1 → %2.%3"_s.arg(key.column, key.table, key.referenced));
    QStringList lines;
    addRow(lines, u"Table"_s, {info.name});
    if (const model::Table *table = model::own().table(info.name))
        addRow(lines, u"Meaning"_s, {table->meaning});
    addRow(lines, u"Columns"_s, columnLines(info));
    addRow(lines, u"Primary Key"_s, {info.primaryKey.join(u", "_s)});
    if (!foreignKeys.isEmpty())
        addRow(lines, u"Foreign Keys"_s, foreignKeys);
    addRow(lines, u"Constraints"_s, info.constraints);
    return lines.join(u'\n').trimmed();
}

Result<QStringList> counted(Connection &connection)
{
    return table::names(connection).and_then([&](const QStringList &names) -> Result<QStringList> {
        QStringList lines;
        for (const QString &name : names) {
            const auto count = table::count(connection, {.table = name});
            if (!count)
                return std::unexpected(count.error());
            lines.append(u"%1%2  %3"_s.arg(name, -20).arg(*count, 10).arg(model::own().table(name)->meaning));
        }
        return lines;
    });
}

}

QCoro::Task<int> commands::tables(Services services, QString table)
{
    if (table.isEmpty()) {
        const auto lines = co_await services.database.read(counted);
        if (!lines)
            co_return output::fail(lines.error());
        output::print(lines->join(u'\n'));
        co_return output::Done;
    }
    const auto info
        = co_await services.database.read([table](Connection &connection) { return table::info(connection, table); });
    if (!info)
        co_return output::fail(info.error());
    output::print(inWords(*info));
    co_return output::Done;
}

int commands::tableSchema(const QString &table)
{
    const model::Table *known = model::own().table(table);
    if (!known && !table.isEmpty())
        return output::fail({.kind = Error::Kind::Missing, .message = u"There is no table %1."_s.arg(table)});
    output::print(known ? modelschema::ofRow(*known) : modelschema::ofAll(model::own()));
    return output::Done;
}
