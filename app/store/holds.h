#pragma once

#include "data/ids.h"
#include "store/connection.h"
#include "store/workerid.h"

/// Which title a person looks at, so that nobody else who reviews gets it meanwhile.
namespace holds {

/// Gives back what the worker had and takes this title. Returns who has it, if somebody else does.
Result<std::optional<QString>> turnTo(Connection &connection, WorkerId worker, ItemId item);
Result<> giveBack(Connection &connection, WorkerId worker);

}
