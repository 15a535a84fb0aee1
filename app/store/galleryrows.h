#pragma once

#include "data/gallery.h"
#include "store/rows.h"

/// Galleries as columns of a query.
namespace galleryrows {

constexpr QStringView Columns = u"g.gallery_id, g.source, g.country, g.provider, g.name, g.url, g.filter";
constexpr int Count = 7;

Gallery read(const Rows &row, int from);

}
