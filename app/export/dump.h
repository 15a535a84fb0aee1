#pragma once

#include "export/writer.h"
#include "store/sqldump.h"

namespace writers {

/// Statements that make the tables, and fill them.
Result<std::unique_ptr<Writer>> dump(Connection &connection, Sink &sink, const exports::Order &order);

}
