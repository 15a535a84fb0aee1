#pragma once

#include "jobs/services.h"

#include "data/gallery.h"
#include "data/result.h"

#include <QCoroTask>
#include <QUrl>

#include <stop_token>

/// Posters and thumbnails, for a person who looks at a title.
namespace pictures {

/// The picture's bytes as they came; Refused where the server has none.
QCoro::Task<Result<QByteArray>> fetch(Services services, Gallery gallery, QUrl url, std::stop_token stop);

}
