#pragma once

#include "jobs/services.h"

#include "data/gallery.h"
#include "data/result.h"

#include <QCoroTask>
#include <QHash>
#include <QStringList>

#include <stop_token>

/// How articles begin, for a person who chooses among them.
namespace beginnings {

constexpr int Most = 20; ///< titles at once

/// In plain text, by title: of the articles that are in the database, and of others by as few requests
/// as can be. Empty for what has no article; what could not be asked for is not among them.
QCoro::Task<Result<QHash<QString, QString>>> read(Services services, Gallery gallery, QStringList titles,
                                                  std::stop_token stop);

}
