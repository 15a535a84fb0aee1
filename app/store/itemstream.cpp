#include "store/itemstream.h"

#include "store/itemrows.h"

using namespace Qt::Literals;

Result<QList<Item>> itemstream::after(Connection &connection, ItemId last, int limit)
{
    return connection.all(
        u"SELECT %1 FROM %2 WHERE i.item_id > ? ORDER BY i.item_id LIMIT ?"_s.arg(itemrows::Columns, itemrows::Tables),
        {last.value, limit}, itemrows::read);
}
