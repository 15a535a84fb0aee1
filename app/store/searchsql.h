#pragma once

#include "store/model.h"

/// The index of a table's words that a model asks for, in the SQL of an engine: in a file a table of FTS5 beside it
/// that triggers keep, on a server a GIN index over what search_words() makes of the row. Both fold case and accents of
/// Latin letters, and take letters and digits for words: https://sqlite.org/fts5.html#unicode61_tokenizer.
namespace searchsql {

/// Of the table of FTS5 and of the index: "movies_search".
QString name(const QString &table);

/// The words of a row, as the server's index has them.
QString vector(const model::Table &table);

/// What makes the words of a text, on a server. All its tables share it.
QString createFunction();
QString dropFunction();

/// The table of FTS5 or the index itself.
QString createIndex(const model::Table &table, Connection::Engine engine);
/// What keeps a file's; of a server nothing.
QStringList createTriggers(const model::Table &table, Connection::Engine engine);
QStringList triggerNames(const QString &table, Connection::Engine engine);

/// All that a table gets, filled with the rows that are there.
QStringList create(const model::Table &table, Connection::Engine engine);
QStringList drop(const QString &table, Connection::Engine engine);

/// The columns of a table of FTS5, by what made it.
QStringList columnsOf(const QString &indexSql);

}
