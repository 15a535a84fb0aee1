#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

/// What schema/item-list.schema.json has against a line of an item list, or nothing.
inline QString problemsOf(const QByteArray &line)
{
    QFile file(QStringLiteral(SOURCE_DIR "/schema/item-list.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no schema");
    const QJsonValue schemaJson = QJsonDocument::fromJson(file.readAll()).object();
    valijson::Schema schema;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), schema);
    const QJsonValue value = QJsonDocument::fromJson(line).object();
    valijson::ValidationResults results;
    if (valijson::Validator().validate(schema, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    valijson::ValidationResults::Error error;
    results.popError(error);
    return QString::fromStdString(error.description) + QStringLiteral(" in ") + QString::fromUtf8(line);
}
