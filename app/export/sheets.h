#pragma once

#include "export/writer.h"

class Connection;

/// What an order asks for, table by table.
namespace sheets {

Result<QList<Sheet>> of(Connection &connection, const exports::Order &order);

}
