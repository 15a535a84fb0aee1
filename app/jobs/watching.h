#pragma once

#include "export/order.h"

#include <memory>

class Job;

namespace watching {

/// Brings word of rows from the thread that works to the job, and the job's stop to that thread.
exports::Watch watch(const std::shared_ptr<Job> &job);

}
