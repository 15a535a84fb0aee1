#pragma once

#include "store/consolerun.h"

class QSqlQuery;

/// What went wrong with a statement, and where in it.
namespace consoletrouble {

/// `linesBefore` of ours stand before what the person typed.
console::Trouble of(const QSqlQuery &query, const statements::Statement &statement, const consolerun::Place &place,
                    int linesBefore = 0);
console::Trouble stopped(const ConsoleStop &stop, const statements::Statement &statement);

}
