#pragma once

#include "store/model.h"

/// A model's tables in the SQL of an engine. Every constraint has a name: table_columns_kind.
namespace modelsql {

/// A column's type as the engine itself names it: "VARCHAR(255)", "NUMERIC(15, 2)".
QString type(const model::Column &column, Connection::Engine engine);
/// A column as CREATE TABLE and ADD COLUMN write it.
QString definition(const model::Table &table, const model::Column &column, Connection::Engine engine);

QString primaryKeyName(const model::Table &table);
QString uniqueName(const model::Table &table, const QStringList &columns);
QString foreignKeyName(const model::Table &table, const model::Column &column);
/// Those that a table has because of what it is, and those written by hand.
QStringList triggerNames(const model::Table &table, Connection::Engine engine);
/// Those whose SQL is made from the model: a table of this name may have them.
QStringList generatedTriggers(const QString &table, Connection::Engine engine);

QString createTable(const model::Table &table, Connection::Engine engine);
QString createIndex(const model::Table &table, const model::Index &index);
/// What moves updated_at and row_version; empty for a table without them.
QString createTrigger(const model::Table &table, Connection::Engine engine);

/// The tables in an order in which each comes after those that it refers to.
QList<model::Table> inOrder(const model::Model &model);

/// A name as both engines take it: words of SQL in quotes.
QString quoted(const QString &name);

}
