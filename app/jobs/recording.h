#pragma once

#include "jobs/run.h"
#include "store/library.h"

/// Decided items become movies: articles and names are read, facts merged, rows written.
namespace recording {

QCoro::Task<Result<>> record(std::shared_ptr<Run> run, QList<Match> matches);

}
