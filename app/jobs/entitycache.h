#pragma once

#include "jobs/run.h"

#include "data/entity.h"

/// Entities and labels: those read lately, else from the rows, else from Wikidata.
namespace entitycache {

/// Entities by the id they were asked for. What came from the web is in the rows when this returns.
QCoro::Task<Result<QHash<QString, Entity>>> entities(std::shared_ptr<Run> run, QStringList ids);
QCoro::Task<Result<Labels>> labels(std::shared_ptr<Run> run, QStringList ids);

}
