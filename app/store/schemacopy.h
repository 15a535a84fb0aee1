#pragma once

#include "store/migrating.h"

/// A server's migration: tried out on a copy of the tables in a schema of its own, which stays as the backup.
namespace schemacopy {

/// All in one transaction.
Result<migrating::Report> migrate(Connection &connection, const migrating::Course &course);

}
