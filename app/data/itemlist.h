#pragma once

#include "data/item.h"

/// The contract between listing and matching: JSON Lines, one item a line (schema/item-list.schema.json, version 1).
namespace itemlist {

/// What was read: every good line's item, and an error for every bad one, which names its line.
struct Reading
{
    QList<Item> items;
    QList<Error> errors;
};

/// One line without its newline. Unknown properties (Item::extra) come out again as they went in.
QByteArray toLine(const Item &item);
QByteArray toJsonLines(const QList<Item> &items);

Result<Item> fromLine(const QByteArray &line);
Reading fromJsonLines(const QByteArray &lines);

}
