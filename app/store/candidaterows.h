#pragma once

#include "data/match.h"
#include "store/connection.h"

/// Candidates as rows: what a person sees in columns, what was weighed as JSON.
namespace candidaterows {

QVariantList values(ItemId item, int place, const Candidate &candidate);
constexpr QStringView Columns
    = u"item_id, place, page_id, wikidata_id, article_key, title, matched_title, description, "
      "excerpt, thumbnail, search_rank, score, details";

/// Replaces the candidates of these items.
Result<> replace(Connection &connection, const QList<std::pair<ItemId, QList<Candidate>>> &items);

/// The candidates of each item, best first.
Result<QHash<ItemId, QList<Candidate>>> of(Connection &connection, const QList<ItemId> &items);

QJsonObject details(const Candidate &candidate);
void readDetails(Candidate &candidate, const QJsonObject &json);

}
