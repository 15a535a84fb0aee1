#pragma once

#include "store/connection.h"

/// Looking for words in columns, case aside in every script, alike on both engines whatever a server's locale is
/// (SQLite's own LIKE and NOCASE know ASCII only).
namespace words {

/// Gives SQLite the functions that the conditions use: contains_words(text, word), same_text(text, text) and
/// matches_pattern(text, pattern).
Result<> addTo(const Connection &connection);

/// SQL that is true where the text contains what is bound to its one mark.
QString condition(const Connection &connection, const QString &text);
/// What is to be bound to it.
QVariant value(const Connection &connection, const QString &word);

/// SQL that is true where the text is what is bound to its one mark.
QString equal(const Connection &connection, const QString &text);
/// SQL that is true where the regular expression that is bound to its one mark matches in the text.
QString matching(const Connection &connection, const QString &text);

}
