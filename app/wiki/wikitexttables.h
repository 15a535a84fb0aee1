#pragma once

#include "data/article.h"

#include <QStringView>

namespace wikitext {

/// The cast that tables of a section list, an entry a row: "Judy Garland as Dorothy". A table without a column of
/// actors is searched for cells of this form.
QList<InfoboxLine> castTables(QStringView section);

}
