#pragma once

#include "data/item.h"

/// The contract between listing and matching: JSON Lines, one item a line (schema/item-list.schema.json, version 1).
namespace itemlist {

/// What was read: every good line's item, and an error for every bad one, which names its line. Of more than a thousand
/// the last one says how many.
struct Reading
{
    QList<Item> items;
    QList<Error> errors;
};

/// One line without its newline. Unknown properties (Item::extra) come out again as they went in.
QByteArray toLine(const Item &item);
QByteArray toJsonLines(const QList<Item> &items);

/// Strict about the form of known properties. A missing key or movie_list_id is made from what is there.
Result<Item> fromLine(const QByteArray &line);
/// Also reads one JSON array of such objects, as the first version wrote it.
Reading fromJsonLines(const QByteArray &lines);

/// The movie_list_id of an item: the same (UUID version 5) for the same source and key, whoever makes it.
QUuid listId(const QString &source, const QString &key);
/// A key for an item whose source gives none: its IMDb id, else where its page is, else title and year.
QString keyOf(const Item &item);

}
