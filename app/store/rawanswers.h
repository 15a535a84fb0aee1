#pragma once

#include "store/connection.h"

/// What the web said, as it was kept.
namespace rawanswers {

enum class Kind {
    Node, ///< a gallery's answer about a title
    Entity, ///< of Wikidata
    Article, ///< of Wikipedia, wikitext
    Response, ///< any other answer
};

struct Entry
{
    Kind kind = Kind::Node;
    QString key; ///< of its row
    QString title; ///< by which a person knows it

    bool operator==(const Entry &) const = default;
};

/// The first that have all the words in their title or key, by title.
Result<QList<Entry>> find(Connection &connection, Kind kind, const QString &words, int most);

/// As it lies in its row: a gallery's answer as text, all others as Packed has them.
Result<QByteArray> body(Connection &connection, const Entry &entry);

}
