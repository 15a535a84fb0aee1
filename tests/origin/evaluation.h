#pragma once

#include "graph.h"

namespace origin::sparql {

using Row = QList<Term>; ///< by variable

/// All rows of a query; a triple that cannot be looked up is an error.
std::optional<QList<Row>> evaluate(const Query &query, const Graph &graph, QByteArray &error);
/// As application/sparql-results+json.
QByteArray toJson(const Query &query, const QList<Row> &rows);

}
