#pragma once

#include "export/order.h"

class Connection;

/// Rows into files, of one moment, in constant memory. What was there stays until the new is whole.
namespace exports {

Result<Report> write(Connection &connection, const Order &order, const Watch &watch);

}
