#pragma once

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <valijson/adapters/qtjson_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

/// What a schema has against a line of JSON, or nothing.
inline QString problemsOf(const QJsonObject &schema, const QByteArray &line)
{
    const QJsonValue schemaJson = schema;
    valijson::Schema rules;
    valijson::SchemaParser().populateSchema(valijson::adapters::QtJsonAdapter(schemaJson), rules);
    const QJsonValue value = QJsonDocument::fromJson(line).object();
    valijson::ValidationResults results;
    if (valijson::Validator().validate(rules, valijson::adapters::QtJsonAdapter(value), &results))
        return {};
    valijson::ValidationResults::Error error;
    results.popError(error);
    return QString::fromStdString(error.description) + QStringLiteral(" in ") + QString::fromUtf8(line);
}

/// The same of schema/item-list.schema.json.
inline QString problemsOf(const QByteArray &line)
{
    QFile file(QStringLiteral(SOURCE_DIR "/schema/item-list.schema.json"));
    if (!file.open(QIODevice::ReadOnly))
        return QStringLiteral("no schema");
    return problemsOf(QJsonDocument::fromJson(file.readAll()).object(), line);
}
