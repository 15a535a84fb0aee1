#pragma once

#include "data/article.h"

#include <QStringView>

namespace wikitext {

/// The names in a value, one an entry: as lines(), and apart where they stand in one line: "[[A]], [[B]] and C",
/// "[[A]]<newline>[[B]]". Within a link nothing is taken apart ("[[Loew's, Inc.]]"), headings are left out.
QList<InfoboxLine> names(QStringView value);

}
