#pragma once

#include "store/connection.h"

/// Looking for words in columns, case aside in every script (SQLite's own LIKE knows ASCII only).
namespace words {

/// Gives SQLite the functions contains_words(text, word), which condition() uses, and matches_pattern(text, pattern).
Result<> addTo(const QSqlDatabase &database);

/// SQL that is true where the text contains what is bound to its one mark.
QString condition(const Connection &connection, const QString &text);
/// What is to be bound to it.
QVariant value(const Connection &connection, const QString &word);

}
