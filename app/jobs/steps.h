#pragma once

#include "jobs/loop.h"

/// The steps that carry items from a listing to movies; each knows only its rows.
namespace steps {

Step<Item> resolve();
Step<library::Identified> matchById();
Step<library::Identified> search();
Step<Match> record();

}
