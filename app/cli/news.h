#pragma once

#include "store/database.h"

#include <QStringList>

/// What a person should know of a database.
namespace news {

/// What was done, what it cost and where the backup is; empty where nothing was.
QStringList lines(const migrating::Report &report);

/// Tells it on stderr.
void tell(const opening::News &news);

/// Tells on stderr whenever work waits for the database.
void follow(const Database &database);

}
