#pragma once

#include "match/learning.h"

#include <QCoroTask>

class Database;

/// The matcher's weights as they hold for a database: the bundled ones, or what was learned there.
namespace learning {

/// What was learned from other bundled weights than this program's does not hold.
QCoro::Task<Result<Weights>> weights(Database &database);

/// Fits the weights on what people decided in this database; keeps nothing. Fails where too little was decided.
QCoro::Task<Result<Learned>> fromDecisions(Database &database);
/// From now on these weights hold, and what waits for a person is scored by them.
QCoro::Task<Result<>> use(Database &database, Learned learned, QString who);
/// The weights before these hold again. Fails where nothing was learned.
QCoro::Task<Result<>> takeBack(Database &database);

}
