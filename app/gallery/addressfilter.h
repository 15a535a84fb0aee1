#pragma once

#include "data/result.h"

#include <QJsonObject>
#include <QUrlQuery>

/// Filters in the addresses of JustWatch's pages.
namespace addressfilter {

/// The filters of a query as the API's TitleFilter names them. What does not filter (page, sort_by, …) is passed over.
Result<QJsonObject> parse(const QUrlQuery &query);
/// What parse() reads of it, for people: "genres=drm, release_year_from=1990".
QString text(const QUrlQuery &query);

}
