#pragma once

#include "store/evolution.h"

/// What a step renames stands in a line of its script, so that it is not taken for a loss when the step runs.
namespace renameline {

/// "-- RENAMED: studios to companies, movies.tagline to slogan." and an end of line; empty where there are none.
QString of(const evolution::Renames &renames);
/// Those that a script says, none if it says none.
evolution::Renames in(const QString &script);

}
