#include "store/modelschema.h"

#include <QJsonArray>

using namespace Qt::Literals;
using model::Column;
using model::Table;
using model::Type;

namespace {

const QString Draft = u"http://json-schema.org/draft-07/schema#"_s;
const QString Moment = u"^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}(\\.\\d+)?$"_s; // UTC

QString typeOf(Type type)
{
    switch (type) {
    case Type::Serial:
    case Type::Identity:
    case Type::Id:
    case Type::Integer:
    case Type::BigInt:
        return u"integer"_s;
    case Type::Numeric:
    case Type::Double:
        return u"number"_s;
    case Type::Boolean:
        return u"boolean"_s;
    case Type::Text:
    case Type::Date:
    case Type::Timestamp:
    case Type::Blob:
        break;
    }
    return u"string"_s;
}

/// What a text is like, beyond being one.
QJsonObject formOf(const Column &column)
{
    if (column.type == Type::Date)
        return {{u"format"_s, u"date"_s}};
    if (column.type == Type::Timestamp)
        return {{u"pattern"_s, Moment}};
    if (column.type == Type::Blob)
        return {{u"pattern"_s, u"^([0-9a-f]{2})*$"_s}};
    if (column.form == model::Form::Address)
        return {{u"format"_s, u"uri"_s}};
    return column.pattern.isEmpty() ? QJsonObject() : QJsonObject{{u"pattern"_s, u"^(?:%1)$"_s.arg(column.pattern)}};
}

/// The length that the journal allowed is only told, since a longer text is kept whole.
QString descriptionOf(const Column &column)
{
    QStringList parts{column.meaning};
    if (!column.unit.isEmpty())
        parts.append(u"Unit: %1."_s.arg(column.unit));
    if (column.length)
        parts.append(u"Usually at most %1 characters."_s.arg(column.length));
    if (column.references)
        parts.append(u"A row of %1, by its %2."_s.arg(column.references->table, column.references->column));
    return parts.join(u' ');
}

QJsonObject ofColumn(const Column &column)
{
    QJsonObject schema = formOf(column);
    const QString type = typeOf(column.type);
    schema.insert(u"type"_s, column.isNullable ? QJsonValue(QJsonArray{type, u"null"_s}) : QJsonValue(type));
    schema.insert(u"description"_s, descriptionOf(column));
    if (column.editedBy == model::Editor::Program)
        schema.insert(u"readOnly"_s, true);
    return schema;
}

}

QJsonObject modelschema::ofRow(const Table &table)
{
    QJsonObject properties;
    QJsonArray required;
    for (const Column &column : table.columns) {
        properties.insert(column.name, ofColumn(column));
        required.append(column.name);
    }
    return {{u"$schema"_s, Draft},
            {u"title"_s, table.name},
            {u"description"_s, table.meaning},
            {u"type"_s, u"object"_s},
            {u"properties"_s, properties},
            {u"required"_s, required},
            {u"additionalProperties"_s, false}};
}

QJsonObject modelschema::ofAll(const model::Model &model)
{
    QJsonObject definitions;
    for (const Table &table : model.tables) {
        QJsonObject row = ofRow(table);
        row.remove(u"$schema"_s); // said once, for all
        definitions.insert(table.name, row);
    }
    return {{u"$schema"_s, Draft}, {u"title"_s, model.database}, {u"definitions"_s, definitions}};
}
