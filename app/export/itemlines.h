#pragma once

#include "export/order.h"

class Connection;

/// The titles of the galleries as an item list, the contract between listing and matching.
namespace itemlines {

Result<exports::Report> write(Connection &connection, const exports::Order &order, const exports::Watch &watch);

}
