#pragma once

#include "store/model.h"

#include <QJsonObject>

/// What rows are like for programs that read or send them, as JSON Schema: https://json-schema.org/draft-07
namespace modelschema {

/// Of one row, as an export to JSON writes it: numbers and booleans as such, days and moments as text, NULL as null.
QJsonObject ofRow(const model::Table &table);

/// Of all of them, each under "definitions" by its table's name.
QJsonObject ofAll(const model::Model &model);

}
