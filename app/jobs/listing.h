#pragma once

#include "jobs/run.h"

/// Lists the gallery: page after page of its open slices, each page one transaction.
QCoro::Task<> list(std::shared_ptr<Run> run);
