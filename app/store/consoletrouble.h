#pragma once

#include "store/consolerun.h"

class QSqlQuery;

/// What went wrong with a statement, and where in it.
namespace consoletrouble {

/// `before` are our words in front of the person's.
console::Trouble of(const QSqlQuery &query, const statements::Statement &statement, const consolerun::Place &place,
                    const QString &before = {});
console::Trouble stopped(const ConsoleStop &stop, const statements::Statement &statement);

}
