#pragma once

#include "store/tablecondition.h"
#include "store/tablefields.h"

#include <optional>

/// The words of the search box: each stands somewhere in a row, or in the names of rows that it is joined to.
namespace tablewords {

/// The words in a text as the index has them: letters and digits; case and accents are the index's matter.
QStringList tokens(const QString &text);
/// A text as a server's search_words() folds it.
QString folded(const QString &text);
/// Whether a text is in a script that leaves no space between words: the index has no beginnings of those.
bool isUnspaced(const QString &text);

/// Where the words are looked for in a table that has an index, as a person calls it: "title, release date";
/// "directors".
struct Places
{
    QStringList columns;
    QStringList others; ///< relations, by their names

    bool operator==(const Places &) const = default;
};
/// Nothing for a table without an index: there all columns are read.
std::optional<Places> placesIn(const QString &table);

/// Where the table has an index of its words, that is asked, and those of the tables joined to it: beginnings of words
/// are found, of one letter the word itself. Of any other table all columns are read, for a word anywhere in them.
Result<condition::Sql> holds(Connection &connection, const table::Form &form, const QString &words);

}
