#pragma once

#include "data/ids.h"

/// A program's part in the work on a database (workers.h).
using WorkerId = Id<struct WorkerTag>;
