#pragma once

#include "data/crawl.h"

/// What a listing has still to ask for, as the JSON of a crawl's row.
namespace slices {

QString text(const QList<Slice> &slices);
QList<Slice> of(const QString &text);

}
