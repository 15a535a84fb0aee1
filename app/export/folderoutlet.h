#pragma once

#include "export/outlets.h"

namespace outlets {

/// A folder with a file for each table, or, for NFO, for each film.
Result<std::unique_ptr<Outlet>> folder(const exports::Order &order);

}
