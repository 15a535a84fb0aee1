#pragma once

#include "store/opening.h"

#include <QStringList>

/// What a person should know of a migration.
namespace news {

/// What was done, what it cost and where the backup is; empty where nothing was.
QStringList lines(const migrating::Report &report);

/// Tells it on stderr.
void tell(const opening::News &news);

}
