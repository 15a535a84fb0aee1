#pragma once

#include "store/server.h"

namespace filelook {

/// What server::ask() says of a server, of a file of SQLite. Changes nothing; a file that is not there is no problem.
server::Answer at(const Address &address);

}
